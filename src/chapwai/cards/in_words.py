"""A card in words alone, for a mail."""

from collections.abc import Iterator

from chapwai.cards.drawing import Json


def plain_text(message: Json) -> str:
    """The words of any of our messages, a line each, with the addresses that its buttons open."""
    if message["type"] == "flex":
        return "\n".join(_lines(message["contents"]))
    said: str = message["text"]
    if message["type"] == "text":
        return said
    for placeholder in message["substitution"]:
        said = said.replace(f"{{{placeholder}}} ", "")
    return said.replace("{{", "{").replace("}}", "}")


def _lines(part: Json) -> Iterator[str]:
    match part["type"]:
        case "carousel":
            for bubble in part["contents"]:
                yield from _lines(bubble)
        case "bubble":
            for box in (part.get("header"), part.get("body")):
                yield from _lines(box) if box else ()
            yield from _addresses(part.get("footer", {}))
        case "box" if part["layout"] == "vertical":
            for inner in part["contents"]:
                yield from _lines(inner)
        case "box":
            beside = [" ".join(_lines(inner)) for inner in part["contents"]]
            yield from filter(None, [" · ".join(filter(None, beside))])
        case "text":
            yield part["text"]


def _addresses(footer: Json) -> Iterator[str]:
    """In a mail nothing can be pressed but an address."""
    for inner in footer.get("contents", []):
        yield from _addresses(inner)
        action = inner.get("action", {})
        if action.get("type") == "uri":
            yield f"{action['label']}: {action['uri']}"
