"""Looking into a drawn card."""

from collections.abc import Iterator
from typing import Any


def of_type(part: Any, kind: str) -> list[dict[str, Any]]:
    return [one for one in _parts(part) if one.get("type") == kind]


def flex_texts(card: dict[str, Any]) -> list[dict[str, Any]]:
    return of_type(card["contents"], "text") if card["type"] == "flex" else []


def texts_of(card: dict[str, Any]) -> list[str]:
    """Everything that people read, labels and the locked phone included."""
    keys = ("text", "label", "altText")
    return [part[key] for part in _parts(card) for key in keys if isinstance(part.get(key), str)]


def _parts(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from _parts(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _parts(inner)


def on_background(part: Any, behind: str) -> Iterator[tuple[dict[str, Any], str]]:
    if isinstance(part, list):
        for inner in part:
            yield from on_background(inner, behind)
    elif isinstance(part, dict):
        behind = part.get("backgroundColor", behind)
        if part.get("type") == "text":
            yield part, behind
        yield from on_background([one for one in part.values() if one is not part], behind)


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two colours."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
