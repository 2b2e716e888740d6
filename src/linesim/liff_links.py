"""LIFF links: which app they mean, and where LINE sends the browser for them."""

import re
from urllib.parse import quote, urlsplit

from linesim.login_channels import LiffApp

# liff.line.me/{id}…, line.me/R/app/{id}…, line://app/{id}…, or /liff/{id}… on the simulator.
LINK = re.compile(r"(?:/liff|/R/app|app)?/(?P<id>\d+-[A-Za-z0-9]+)(?P<extra>/.*)?")


class NoLiffLink(Exception):
    """This address does not lead to a LIFF app."""


def read_link(address: str) -> tuple[str, str]:
    """The id of the app, and the rest of the link: path, query and fragment.

    Raises NoLiffLink.
    """
    parts = urlsplit(address)
    place = f"{parts.netloc}{parts.path}" if parts.scheme == "line" else parts.path
    found = LINK.fullmatch(place)
    if found is None:
        raise NoLiffLink(address)
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return found["id"], f"{found['extra'] or ''}{query}{fragment}"


def first_address(app: LiffApp, extra: str, *, window_id: str | None = None) -> str:
    """Where LINE sends the browser first: the endpoint, with the rest of the link in liff.state.

    The page's `liff.init()` goes on to the second address, which joins the two. Inside LINE
    the fragment tells the page in which window it runs.
    """
    address = app.endpoint
    if extra not in ("", "/"):
        separator = "&" if "?" in address else "?"
        address += f"{separator}liff.state={quote(extra, safe='')}"
    return address + (f"#liff.window={window_id}" if window_id else "")
