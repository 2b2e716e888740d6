"""Which mail server we hand our mail to, read from one address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Literal, Self
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

Tls = Literal["none", "starttls", "implicit"]

DEFAULT_TIMEOUT_SECONDS = 30.0

_PORTS: dict[Tls, int] = {"none": 25, "starttls": 587, "implicit": 465}
_HOST = re.compile(r"[A-Za-z0-9.:_-]{1,253}")
_PLAIN_TEXT = re.compile(r"[\x20-\x7e]*")


class BadServerUrl(ValueError):
    """The address of the mail server cannot be used as it stands."""

    def __init__(self, variable: str, problem: str) -> None:
        # Never the address itself: it holds the password.
        super().__init__(
            f"{variable}: {problem}. Allowed are smtp://host:25, "
            "smtp://user:password@host:587?starttls=1 and smtps://user:password@host:465, "
            "each also with timeout=SECONDS (1 to 600)"
        )


@dataclass(frozen=True)
class SmtpServer:
    """A mail server; `timeout_seconds` holds for each step of a conversation."""

    host: str
    port: int
    tls: Tls = "none"
    username: str = ""
    password: str = field(default="", repr=False)
    timeout_seconds: float = DEFAULT_TIMEOUT_SECONDS

    @classmethod
    def from_url(cls, url: str, *, variable: str = "CHAPWAI_SMTP_URL") -> Self:
        """Read ``smtp://…`` or ``smtps://…``; raises BadServerUrl that names the variable."""
        try:
            return cls._from_parts(urlsplit(url))
        except ValueError as problem:
            raise BadServerUrl(variable, str(problem)) from None

    @classmethod
    def _from_parts(cls, parts: SplitResult) -> Self:
        if parts.path.strip("/") or parts.fragment:
            raise ValueError("there is something after the host")
        options = _options(parts.query)
        tls = _tls(parts.scheme, options)
        server = cls(
            host=_host(parts.hostname),
            port=parts.port or _PORTS[tls],
            tls=tls,
            username=_plain(parts.username),
            password=_plain(parts.password),
            timeout_seconds=_timeout(options.get("timeout", str(DEFAULT_TIMEOUT_SECONDS))),
        )
        server._refuse_open_password()
        return server

    def _refuse_open_password(self) -> None:
        if self.password and self.tls == "none" and not _is_this_machine(self.host):
            raise ValueError("a password needs TLS on the way to another machine")


def _options(query: str) -> Mapping[str, str]:
    options = dict(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)))
    if unknown := options.keys() - {"starttls", "timeout"}:
        raise ValueError(f"unknown option {', '.join(sorted(unknown))}")
    return options


def _tls(scheme: str, options: Mapping[str, str]) -> Tls:
    choices: dict[tuple[str, str | None], Tls] = {
        ("smtp", None): "none",
        ("smtp", "0"): "none",
        ("smtp", "1"): "starttls",
        ("smtps", None): "implicit",
    }
    try:
        return choices[scheme, options.get("starttls")]
    except KeyError:
        raise ValueError("the scheme or the value of starttls is not one of these") from None


def _host(name: str | None) -> str:
    if not name or not _HOST.fullmatch(name):
        raise ValueError("the host is missing or misspelt")
    return name


def _plain(quoted: str | None) -> str:
    text = unquote(quoted or "")
    if not _PLAIN_TEXT.fullmatch(text):
        raise ValueError("user and password must be printable ASCII")
    return text


def _timeout(text: str) -> float:
    seconds = float(text)
    if not 1 <= seconds <= 600:
        raise ValueError("the timeout is out of range")
    return seconds


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
