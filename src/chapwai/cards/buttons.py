"""What a button does when it is pressed, as LINE's actions."""

from chapwai.cards.drawing import Json
from chapwai.cards.postbacks import Press, postback


def say(label: str, text: str) -> Json:
    """Say something in the chat as the person who presses."""
    return {"type": "message", "label": label, "text": text}


def press(label: str, verb: Press, subject: object, value: str = "") -> Json:
    """Tell the service, unseen by the chat."""
    return {"type": "postback", "label": label, "data": postback(verb, str(subject), value)}


def open_page(label: str, url: str) -> Json:
    """Open a web page."""
    return {"type": "uri", "label": label, "uri": url}


def copy(label: str, text: str) -> Json:
    """Put a text on the phone's clipboard."""
    return {"type": "clipboard", "label": label, "clipboardText": text}


def take_photo(label: str) -> Json:
    """Open the phone's camera; for quick replies only."""
    return {"type": "camera", "label": label}


def take(label: str, number: str) -> Json:
    """Claim a request by saying so: it works everywhere, and everybody sees it."""
    return say(label, f"รับ {number}")
