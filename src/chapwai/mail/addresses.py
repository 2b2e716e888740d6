"""E-mail addresses: is this one, where is one in a text, and how to show one in a log."""

import re
import unicodedata

LONGEST_ADDRESS = 254
LONGEST_LOCAL_PART = 64

_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_ENDS_IN_A_NUMBER = re.compile(r"\.[0-9]+$")

# The look-behinds keep the searches linear: a run of letters is tried once, not from each letter.
_IN_CHAT = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9.-]++")
_ANYWHERE = re.compile(r"(?<![^\s<>()\[\],;:\"@])[^\s<>()\[\],;:\"@]++@[^\s<>()\[\],;:\"@]++")


class BadAddress(ValueError):
    """This is not exactly one plain ASCII e-mail address of at most 254 characters."""

    def __init__(self) -> None:
        # Never the text itself: it may hold somebody's address, and errors end up in logs.
        super().__init__(type(self).__doc__)


def valid_address(text: str) -> str:
    """Return the one address that the text is, without spaces around it; raises BadAddress."""
    address = text.strip(" ")
    local_part, _, domain = address.rpartition("@")
    if len(address) > LONGEST_ADDRESS or len(local_part) > LONGEST_LOCAL_PART:
        raise BadAddress
    if not (_LOCAL_PART.fullmatch(local_part) and _is_domain(domain)):
        raise BadAddress
    return address


def _is_domain(text: str) -> bool:
    labels = text.split(".")
    return (
        len(labels) >= 2
        and all(_LABEL.fullmatch(label) for label in labels)
        and not _ENDS_IN_A_NUMBER.search(text)
    )


def find_address(text: str) -> str | None:
    """Return the first address in a text that a person typed, if there is one."""
    # Thai and Japanese keyboards also type full-width letters and "＠".
    for candidate in _IN_CHAT.findall(unicodedata.normalize("NFKC", text)):
        try:
            return valid_address(candidate.strip(".-"))
        except BadAddress:
            continue
    return None


def masked(address: str) -> str:
    """Show an address in a log: ``p***@d***``."""
    local_part, _, domain = address.rpartition("@")
    return f"{local_part[:1]}***@{domain[:1]}***"


def mask_addresses(text: str) -> str:
    """Mask every address in a text that comes from elsewhere, such as a server's answer."""
    return _ANYWHERE.sub(lambda found: masked(found[0]), text)
