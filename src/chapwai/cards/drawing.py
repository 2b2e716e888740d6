"""The shapes of cards (ASK, READ, STATE, NOTE, MONEY, LIST), drawn as LINE's Flex messages.

Colours do not follow LINE's dark mode, so every box has its own background and every text its own
colour. Texts and buttons grow with the size that people have set on their phones.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from chapwai.cards.graphemes import cut
from chapwai.document_requests.lifecycle import Status

Json = dict[str, Any]

PAPER, PAGE, TINT, SLATE, WHITE = "#FFFFFF", "#F5F7F6", "#E2F1EE", "#45525A", "#FFFFFF"
INK, SOFT, BRAND, LINE, SECONDARY = "#16211E", "#4C5A55", "#0B6B5E", "#C3CDC9", "#E1E9E6"

LONGEST_ALT = 100
MOST_BUBBLES = 12
ROWS_A_LIST = 5
MOST_LISTS = 5


class Look(NamedTuple):
    """How a chip looks: icon, colour of its words, colour behind them."""

    icon: str
    ink: str
    tint: str


LOOKS = {
    Status.UNDER_REVIEW: Look("◇", "#5A3FA0", "#EFEBFA"),
    Status.REQUEST_RECEIVED: Look("○", "#0F559E", "#E5F0FB"),
    Status.WILL_SUPPLY: Look("●", "#7A4A00", "#FDF0D7"),
    Status.SUPPLYING: Look("→", "#0B6B5E", "#E2F1EE"),
    Status.COPY_COMPLETED: Look("✓", "#1C6A31", "#E4F4E8"),
    Status.UNFILLED: Look("–", "#45525A", "#EAEEF0"),
    Status.CANCELLED: Look("✕", "#4C5A55", "#EAEFED"),
}
PLAIN = Look("", "#45525A", "#EAEEF0")
DOUBT = Look("?", "#7A4A00", "#FDF0D7")
MARKED = Look("✓", "#0B6B5E", "#E2F1EE")


# Whole messages


def words_only(text: str, *, quick: Sequence[Json] = ()) -> Json:
    """A message without a card; `quick` are actions, which phones show as quick replies."""
    return {"type": "text", "text": text} | _quick_reply(quick)


def card(bubble: Json, *, alt: str, quick: Sequence[Json] = ()) -> Json:
    """A message of one bubble. `alt` is what a locked phone shows."""
    return _flex(bubble, alt=alt) | _quick_reply(quick)


def carousel(bubbles: Sequence[Json], *, alt: str) -> Json:
    """A message of several bubbles of one size, at most twelve; a single one stands alone."""
    if len(bubbles) == 1:
        return card(bubbles[0], alt=alt)
    return _flex({"type": "carousel", "contents": list(bubbles[:MOST_BUBBLES])}, alt=alt)


# Shapes


def ask(*, heading: str, library: str, body: Sequence[Json], footer: Sequence[Json]) -> Json:
    """A request before those who may answer it; the library is the one that asks."""
    header = _header([heading, library], background=BRAND)
    return _bubble("mega", header=header, body=_body(body), footer=_footer(footer))


def read(
    *,
    heading: str,
    source: tuple[str, Look],
    body: Sequence[Json],
    footer: Sequence[Json],
    size: str = "mega",
) -> Json:
    """What was read in a photo or a text; `source` says how we know, as a chip."""
    head = [text(heading, size="sm", bold=True), chip(*source, behind=TINT)]
    header = box("vertical", head, background=TINT, paddingAll="12px", spacing="sm")
    return _bubble(size, header=header, body=_body(body), footer=_footer(footer))


def state(
    status: Status,
    *,
    heading: str,
    title: str,
    body: Sequence[Json],
    footer: Sequence[Json] = (),
) -> Json:
    """Where a request stands."""
    head = box("vertical", [text(heading, bold=True), status_chip(status)], spacing="sm")
    lines = [head, text(title, size="sm", color=SOFT, lines=1), _progress(status), *body]
    return _bubble("kilo", body=_body(lines), footer=_footer(footer))


def note(*, heading: str, sentence: str, footer: Sequence[Json] = ()) -> Json:
    """One thing to know, and at most two things to do about it."""
    lines = [text(heading, bold=True), text(sentence)]
    return _bubble("kilo", body=_body(lines), footer=_footer(footer))


def money(*, heading: str, parties: str, figure: str, body: Sequence[Json]) -> Json:
    """A sum of money between two libraries."""
    header = _header([heading, parties], background=SLATE)
    return _bubble("mega", header=header, body=_body([text(figure, size="xxl", bold=True), *body]))


def listings(*, heading: str, rows: Sequence[Json], footer: Sequence[Json] = ()) -> list[Json]:
    """Rows to tap, five a bubble; LINE's limit for a carousel ends the list at 25."""
    pages = [rows[start : start + ROWS_A_LIST] for start in range(0, len(rows), ROWS_A_LIST)]
    return [_listing(heading, page, footer) for page in pages[:MOST_LISTS]]


# Parts


def text(
    said: str,
    *,
    size: str = "md",
    color: str = INK,
    bold: bool = False,
    lines: int = 0,
    **style: Any,
) -> Json:
    """A text that wraps and grows; `lines` is the most it may take, 0 for no limit."""
    weight = {"weight": "bold"} if bold else {}
    limit = {"maxLines": lines} if lines else {}
    look = {"size": size, "color": color, "wrap": True, "scaling": True, "lineSpacing": "6px"}
    return {"type": "text", "text": said, **look, **weight, **limit, **style}


def box(layout: str, contents: Sequence[Json], *, background: str = PAPER, **style: Any) -> Json:
    """A box with its own background, whatever the phone's theme is."""
    return {
        "type": "box",
        "layout": layout,
        "contents": list(contents),
        "backgroundColor": background,
        **style,
    }


def separator() -> Json:
    """A thin line between two parts."""
    return {"type": "separator", "color": LINE}


def fact(label: str, value: str, *, look: Look | None = None) -> Json:
    """A row of a label and its value; `look` sets off one that needs attention."""
    background = look.tint if look else PAPER
    return box(
        "baseline",
        [
            text(label, size="sm", color=SOFT, flex=3),
            text(value, size="sm", bold=True, flex=5),
        ],
        background=background,
        spacing="sm",
    )


def chip(label: str, look: Look, *, behind: str = PAPER) -> Json:
    """A word in its colours, with its icon: neither ever stands alone."""
    said = f"{look.icon} {label}".strip()
    pill = box(
        "vertical",
        [text(said, size="sm", color=look.ink)],
        background=look.tint,
        cornerRadius="12px",
        paddingStart="8px",
        paddingEnd="8px",
        paddingTop="2px",
        paddingBottom="2px",
    )
    # Without alignItems the pill would be as wide as the card.
    return box("vertical", [pill], background=behind, alignItems="flex-start")


def status_chip(status: Status) -> Json:
    """The status as its chip."""
    return chip(str(status.label), LOOKS[status])


def row(*, number: str, status: Status, title: str, action: Json) -> Json:
    """One row of a list, to tap as a whole."""
    head = box("vertical", [text(number, size="sm", bold=True), status_chip(status)], spacing="xs")
    below = text(title, size="sm", color=SOFT, lines=1)
    return box("vertical", [head, below], action=action, paddingAll="8px", spacing="xs")


def button(action: Json) -> Json:
    """A button that is not the main thing to do."""
    return _button(action, style="secondary", color=SECONDARY)


def primary_button(action: Json) -> Json:
    """The one main thing to do."""
    return _button(action, style="primary", color=BRAND)


def link_button(action: Json) -> Json:
    """A quiet button."""
    return _button(action, style="link", color=BRAND)


def side_by_side(*buttons: Json) -> Json:
    """Two buttons in a row, for the shortest labels."""
    return box("horizontal", buttons, background=PAGE, spacing="sm")


def hint(said: str) -> Json:
    """What can be typed instead of tapped."""
    return text(said, size="sm", color=SOFT)


def _listing(heading: str, rows: Sequence[Json], footer: Sequence[Json]) -> Json:
    lines = [text(heading, bold=True)]
    for one in rows:
        lines += [separator(), one]
    return _bubble("mega", body=_body(lines), footer=_footer(footer))


def _button(action: Json, *, style: str, color: str) -> Json:
    look = {"style": style, "color": color, "height": "md", "scaling": True}
    return {"type": "button", **look, "action": action}


def _flex(contents: Json, *, alt: str) -> Json:
    return {"type": "flex", "altText": cut(alt, LONGEST_ALT), "contents": contents}


def _quick_reply(actions: Sequence[Json]) -> Json:
    items = [{"type": "action", "action": action} for action in actions]
    return {"quickReply": {"items": items}} if items else {}


def _bubble(
    size: str, *, body: Json, header: Json | None = None, footer: Json | None = None
) -> Json:
    parts = {"header": header, "body": body, "footer": footer}
    return {"type": "bubble", "size": size} | {name: part for name, part in parts.items() if part}


def _header(sides: Sequence[str], *, background: str) -> Json:
    left, right = sides
    return box(
        "horizontal",
        [
            text(left, size="sm", color=WHITE, bold=True, flex=5),
            text(right, size="sm", color=WHITE, bold=True, flex=3, align="end"),
        ],
        background=background,
        paddingAll="12px",
        spacing="sm",
    )


def _body(contents: Sequence[Json]) -> Json:
    return box("vertical", contents, paddingAll="16px", spacing="sm")


def _footer(contents: Sequence[Json]) -> Json | None:
    if not contents:
        return None
    return box("vertical", contents, background=PAGE, paddingAll="12px", spacing="sm")


# How many of the four steps (asked, taken, sent, received) are done. Nobody but the reader says
# that it was received.
_STEPS_DONE = {
    Status.UNDER_REVIEW: 0,
    Status.REQUEST_RECEIVED: 1,
    Status.WILL_SUPPLY: 2,
    Status.SUPPLYING: 2,
    Status.COPY_COMPLETED: 3,
    Status.UNFILLED: 1,
    Status.CANCELLED: 0,
}


def _progress(status: Status) -> Json:
    done = _STEPS_DONE[status]
    bars = [_bar(BRAND if step < done else LINE) for step in range(4)]
    return box("horizontal", bars, spacing="xs")


def _bar(color: str) -> Json:
    return box("vertical", [], background=color, height="4px", cornerRadius="2px", flex=1)
