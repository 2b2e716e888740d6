"""Strict readers for the environment: a wrong value names its variable and what is allowed."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit


class WrongSetting(Exception):
    """A variable of the environment is missing or holds what is not allowed."""


class Environment:
    """The variables of one process, read once and checked when read."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self._variables = os.environ if variables is None else variables

    def text(self, name: str, default: str = "") -> str:
        """The value, or the content of the file that NAME_FILE names (for secrets)."""
        if path := self._variables.get(f"{name}_FILE"):
            return _content(name, Path(path))
        return self._variables.get(name, default).strip()

    def required(self, name: str) -> str:
        """The value, or WrongSetting: the service does not start half-configured."""
        if value := self.text(name):
            return value
        raise WrongSetting(f"{name} is not set; docs/configuration.md says what it is for")

    def together(self, *names: str) -> list[str]:
        """All values or, if none is set, empty ones: half a pair is of no use."""
        values = [self.text(name) for name in names]
        missing = [name for name, value in zip(names, values, strict=True) if not value]
        if not missing or len(missing) == len(names):
            return values
        raise WrongSetting(f"{', '.join(names)} belong together; {missing[0]} is not set")

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        """A whole number between least and most."""
        text = self.text(name, str(default))
        if text.isdecimal() and least <= int(text) <= most:
            return int(text)
        raise WrongSetting(f"{name} is {text!r}; it takes a whole number from {least} to {most}")

    def choice(self, name: str, default: str, *, allowed: tuple[str, ...]) -> str:
        """One of the allowed words."""
        text = self.text(name, default)
        if text in allowed:
            return text
        raise WrongSetting(f"{name} is {text!r}; it takes one of {', '.join(allowed)}")

    def web_address(self, name: str, default: str = "") -> str:
        """An http(s) address without a closing slash, or empty."""
        text = self.text(name, default).rstrip("/")
        if not text or (urlsplit(text).scheme in ("http", "https") and urlsplit(text).hostname):
            return text
        raise WrongSetting(f"{name} is {text!r}; it takes an address like https://chapwai.example")

    def bind(self, name: str, default: str) -> tuple[str, int]:
        """A host and a port: `127.0.0.1:8000` or `[::1]:8000`."""
        text = self.text(name, default)
        host, _, port = text.rpartition(":")
        if host and port.isdecimal() and int(port) < 65536:
            return host.strip("[]"), int(port)
        raise WrongSetting(f"{name} is {text!r}; it takes HOST:PORT, like 127.0.0.1:8000")

    def folder(self, name: str, default: str) -> Path:
        """A folder, made absolute; it need not exist yet."""
        return Path(self.text(name, default)).expanduser().absolute()


def _content(name: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise WrongSetting(f"{name}_FILE cannot be read: {error.strerror}") from error
