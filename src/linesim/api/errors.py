"""How LINE says no."""

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from linesim.quota import MonthlyLimitReached
from linesim.rich_menus import (
    AliasTaken,
    NoPicture,
    NoSuchAlias,
    NoSuchMenu,
    PictureFixed,
    TooManyMenus,
)
from linesim.sending import CannotSend
from linesim.tokens import InvalidReplyToken
from linesim.validation import Detail, Invalid


class Refused(Exception):
    """A call that LINE answers with an error."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        details: Sequence[Detail] = (),
        more: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body: dict[str, Any] = {"message": message, **(more or {})}
        if details:
            self.body["details"] = list(details)
        self.headers = headers


class OAuthRefused(Refused):
    """A call about tokens that LINE answers with an error in the words of OAuth."""

    def __init__(self, status: int, error: str, description: str) -> None:
        super().__init__(status, description)
        self.body = {"error": error, "error_description": description}


def not_available() -> Refused:
    """The account may not use this."""
    return Refused(403, "Access to this API is not available for your account")


def not_found() -> Refused:
    """Somebody or something is not there, or not to be seen by this account."""
    return Refused(404, "Not found")


def invalid_parameter(name: str) -> Refused:
    """A part of the path has the wrong shape."""
    return Refused(400, f"The value for the '{name}' parameter is invalid")


def invalid_property(name: str) -> Refused:
    """A property of the body has the wrong shape."""
    return Refused(
        400, f"The property, {name}, in the request body is invalid (line: -, column: -)"
    )


async def answer_refusal(request: Request, refusal: Exception) -> Response:
    """Turn what went wrong into LINE's status and body."""
    refused = _as_refused(refusal)
    return JSONResponse(refused.body, status_code=refused.status, headers=refused.headers)


def _as_refused(refusal: Exception) -> Refused:
    match refusal:
        case Refused():
            return refusal
        case Invalid():
            return Refused(400, refusal.message, details=refusal.details)
        case MonthlyLimitReached():
            return Refused(429, "You have reached your monthly limit.")
        case InvalidReplyToken():
            return Refused(400, "Invalid reply token")
        case CannotSend():
            return Refused(400, "Failed to send messages")
        case NoSuchMenu() | NoSuchAlias():
            return Refused(404, str(refusal.__doc__))
        case AliasTaken() | NoPicture() | PictureFixed() | TooManyMenus():
            return Refused(400, str(refusal.__doc__))
        case _:
            raise refusal


REFUSALS = (
    Refused,
    Invalid,
    MonthlyLimitReached,
    InvalidReplyToken,
    CannotSend,
    NoSuchMenu,
    NoSuchAlias,
    AliasTaken,
    NoPicture,
    PictureFixed,
    TooManyMenus,
)
