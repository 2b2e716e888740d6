"""What a network file may say, entry by entry.

An entry that is left out keeps what is known of it, and for something new takes the usual value.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Model
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from chapwai.libraries.models import (
    Language,
    Library,
    Network,
    Patron,
    ReaderGroup,
    Role,
    Staff,
    Voice,
)

MOST_BAHT = 1_000_000


def _formed(pattern: str, what: str) -> Callable[[str], str]:
    """A check of the whole text, which says what it should look like."""

    def check(text: str) -> str:
        if re.fullmatch(pattern, text):
            return text
        raise PydanticCustomError("form", "must be {what}", {"what": what})

    return check


def _address(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError as error:
        raise PydanticCustomError("form", "must be an e-mail address") from error
    return text


def _address_or_none(text: str) -> str:
    return _address(text) if text else text


def _satang(least: int) -> Callable[[Any], int]:
    """Baht as written, a whole number or with decimals, as satang."""

    def read(value: Any) -> int:
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            satang = Decimal(value) * 100
            if satang == satang.to_integral_value() and least <= satang <= MOST_BAHT * 100:
                return int(satang)
        raise PydanticCustomError(
            "baht",
            "must be an amount in baht from {least} to {most}, with at most two decimals",
            {"least": f"{Decimal(least) / 100:f}", "most": MOST_BAHT},
        )

    return read


def _usual(model: type[Model], field: str) -> Any:
    """What a new row holds when nothing is said."""
    return Field(default=getattr(model(), field))


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
ShortName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
GroupName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Symbol = Annotated[
    str, AfterValidator(_formed("[A-Za-z0-9/-]{2,32}", "2 to 32 letters, digits, - and /"))
]
GroupCode = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=32)]
ReaderCode = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]
Address = Annotated[str, StringConstraints(max_length=254), AfterValidator(_address)]
AddressOrNone = Annotated[str, StringConstraints(max_length=254), AfterValidator(_address_or_none)]
LineGroupId = Annotated[
    str,
    AfterValidator(_formed("C[0-9a-f]{32}", "the id of a LINE group: C and 32 digits of 0-9a-f")),
]
LineUserId = Annotated[
    str,
    AfterValidator(
        _formed("(?:U[0-9a-f]{32})?", "the id of a LINE user: U and 32 digits of 0-9a-f")
    ),
]
Price = Annotated[int, BeforeValidator(_satang(least=0))]
Amount = Annotated[int, BeforeValidator(_satang(least=1))]
Count = Annotated[StrictInt, Field(ge=0, le=1_000_000)]
AtLeastOne = Annotated[StrictInt, Field(ge=1, le=1_000_000)]


class _Entry(BaseModel):
    """One table of the file; a misspelt name in it is an error, not a silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NetworkEntry(_Entry):
    """The network itself, its LINE group and its rules."""

    name: Name
    line_group_id: LineGroupId
    language: Language = _usual(Network, "language")
    voice: Voice = _usual(Network, "voice")
    claim_minutes: AtLeastOne = _usual(Network, "claim_minutes")
    give_up_hours: AtLeastOne = _usual(Network, "give_up_hours")
    group_push_after_minutes: Count = _usual(Network, "group_push_after_minutes")
    monthly_push_budget: Count = _usual(Network, "monthly_push_budget")
    link_days: AtLeastOne = _usual(Network, "link_days")
    link_downloads: AtLeastOne = _usual(Network, "link_downloads")


class StaffEntry(_Entry):
    """A person who acts for the library, known by the e-mail address."""

    name: Name
    email: Address
    role: Role = _usual(Staff, "role")
    language: Language = _usual(Staff, "language")
    line_user_id: LineUserId = ""


class ReaderGroupEntry(_Entry):
    """Readers who are served alike, known by the code."""

    code: GroupCode
    name_th: GroupName
    name_en: GroupName
    mediated: StrictBool = _usual(ReaderGroup, "mediated")


class ReaderEntry(_Entry):
    """A reader, known by the library's own code."""

    code: ReaderCode
    name: Name
    email: AddressOrNone = ""
    group: str = ""
    language: Language = _usual(Patron, "language")
    line_user_id: LineUserId = ""


class LibraryEntry(_Entry):
    """A member library, known by its symbol; the price is kept in satang."""

    symbol: Symbol
    name_th: Name
    name_en: Name
    short_name_th: ShortName
    short_name_en: ShortName
    email: Address
    price: Price = _usual(Library, "price_amount")
    staff: list[StaffEntry] = []
    reader_groups: list[ReaderGroupEntry] = []
    readers: list[ReaderEntry] = []


class DepositEntry(_Entry):
    """What one library has paid in at another when the network starts, kept in satang."""

    supplier: Symbol = Field(alias="at")
    payer: Symbol = Field(alias="from")
    amount: Amount


class NetworkShape(_Entry):
    """The whole file."""

    network: NetworkEntry
    libraries: Annotated[list[LibraryEntry], Field(min_length=1)]
    deposits: list[DepositEntry] = []
