"""LINE Login channels and the LIFF apps that hang on them."""

from dataclasses import dataclass, field
from typing import Literal

Size = Literal["full", "tall", "compact"]
BotPrompt = Literal["normal", "aggressive", "none"]

SIZES = ("full", "tall", "compact")
BOT_PROMPTS = ("normal", "aggressive", "none")
LIFF_SCOPES = ("openid", "profile", "email", "chat_message.write")


@dataclass
class LiffApp:
    """A web page that opens inside LINE; `endpoint` is where the page really is."""

    id: str
    endpoint: str
    scopes: tuple[str, ...] = ("openid", "profile")
    size: Size = "full"
    bot_prompt: BotPrompt = "none"
    description: str = ""


@dataclass
class LoginChannel:
    """A channel by which people sign in, linked to the official account unless it says not."""

    id: str
    secret: str
    name: str = "LINE Login"
    redirect_uris: list[str] = field(default_factory=list)
    linked_bot: bool = True
    email_permission: bool = False  # reading e-mail addresses has to be applied for
    share_target_picker: bool = True
    liff: list[LiffApp] = field(default_factory=list)
