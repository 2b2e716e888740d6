"""Collect what people read from the sources into locale/th, and compile it.

    python tests/collect_texts.py

New phrases arrive in the .po without Thai, those that no source holds any more leave it, and the
.mo is written anew. tests/test_texts.py fails until each phrase has its Thai.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

HOUSE = Path(__file__).resolve().parents[1]
SOURCES = HOUSE / "src" / "chapwai"
THAI = HOUSE / "locale" / "th" / "LC_MESSAGES" / "django.po"

STRING = r"""(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
CALL = re.compile(rf"\b(?:n?p?gettext|_)\((?:{STRING}|[^()'\"])*\)")

PLAIN = ("_", "gettext", "gettext_lazy", "gettext_noop")
COUNTED = ("ngettext", "ngettext_lazy")
IN_CONTEXT = ("pgettext", "pgettext_lazy")
FUNCTIONS = PLAIN + COUNTED + IN_CONTEXT


class Texts(Catalog):
    """The Thai catalog. Its header holds what Django needs: no dates, which would always differ."""

    mime_headers = (
        ("Language", "th"),
        ("Plural-Forms", "nplurals=1; plural=0;"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
    )


# (context or None, phrase or (one, many)) -> files it stands in
Phrases = dict[tuple[str | None, str | tuple[str, str]], set[str]]


def phrases() -> Phrases:
    """Every phrase in the sources."""
    found: Phrases = {}
    for path in sorted(SOURCES.rglob("*")):
        for function, said in _calls(path):
            place = path.relative_to(HOUSE).as_posix()
            found.setdefault(_key(function, said), set()).add(place)
    return found


def catalog() -> Catalog:
    """The Thai texts as they are kept."""
    with THAI.open("rb") as kept:
        return read_po(kept, locale="th")


def collected() -> Catalog:
    """The Thai texts, fitted to the sources: new phrases empty, old ones gone."""
    kept, fresh = catalog(), Texts(locale="th", charset="utf-8", fuzzy=False)
    fresh.header_comment = "# All Thai of Chapwai. Collected by tests/collect_texts.py."
    for (context, phrase), places in sorted(phrases().items(), key=str):
        known = kept.get(phrase, context=context)
        fresh.add(
            phrase,
            known.string if known else None,
            locations=[(place, None) for place in sorted(places)],
            context=context,
        )
    return fresh


def compiled(texts: Catalog) -> bytes:
    """The catalog as Django loads it."""
    mo = io.BytesIO()
    write_mo(mo, texts)
    return mo.getvalue()


def calls_in(template: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The phrases of a template, each with the function that its tag stands for."""
    return _calls_in_code(_as_code(template))


def _calls(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    if path.suffix == ".py":
        yield from _calls_in_code(path.read_text("utf-8"))
    elif "templates" in path.parts and path.suffix in (".html", ".txt"):
        yield from calls_in(path.read_text("utf-8"))


def _calls_in_code(code: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for _, function, said, _ in extract_python(io.BytesIO(code.encode()), FUNCTIONS, [], {}):
        strings = (said,) if isinstance(said, str) else tuple(filter(None, said or ()))
        if strings:
            yield function, strings


def _as_code(template: str) -> str:
    """The calls that a template's tags stand for, one a line: Babel reads Python only."""
    calls = re.compile(
        r"""\b(?:n?p?gettext|_)\((?:u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|[^()])*\)"""
    )
    return "\n".join(calls.findall(templatize(template)))


def _key(function: str, said: tuple[str, ...]) -> tuple[str | None, str | tuple[str, str]]:
    if function in IN_CONTEXT:
        return said[0], said[1]
    if function in COUNTED:
        return None, (said[0], said[1])
    return None, said[0]


def main() -> None:
    settings.configure()
    texts = collected()
    with THAI.open("wb") as kept:
        write_po(kept, texts, width=100)
    THAI.with_suffix(".mo").write_bytes(compiled(texts))
    missing = [message.id for message in texts if message.id and not message.string]
    print(f"{len(texts)} phrases, {len(missing)} without Thai")
    for phrase in missing:
        print(f"  {phrase!r}")


if __name__ == "__main__":
    main()
