"""The cast of the conftest, with two login channels and a LIFF app."""

from .conftest import CAST

LOGIN, LOGIN_SECRET = "1650000001", "l" * 32
OTHER, OTHER_SECRET = "1650000002", "o" * 32
CALLBACK = "https://service.example/callback"
LIFF = f"{LOGIN}-AbCdEfGh"
QUIET_LIFF = f"{LOGIN}-QuIeToNe"


def world_with_login(endpoint="https://service.example/liff"):
    """The world file of a platform that people can sign in to."""
    everything = ["openid", "profile", "chat_message.write"]
    people = [dict(person) for person in CAST["person"]]
    people[0]["email"] = "fah@example.com"
    return CAST | {
        "person": people,
        "login_channel": [
            {
                "id": LOGIN,
                "secret": LOGIN_SECRET,
                "name": "ห้องทดลอง",
                "redirect_uris": [CALLBACK],
                "email_permission": True,
                "liff": [
                    {"id": LIFF, "endpoint": endpoint, "scopes": everything},
                    {"id": QUIET_LIFF, "endpoint": f"{endpoint}/quiet", "scopes": ["profile"]},
                ],
            },
            {
                "id": OTHER,
                "secret": OTHER_SECRET,
                "redirect_uris": [CALLBACK],
                "linked_bot": False,
                "share_target_picker": False,
            },
        ],
    }
