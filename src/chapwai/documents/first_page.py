"""The text of a page, good enough to compare with a title; not for reading."""

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from pikepdf import Array, Dictionary, Name, Object, Page, Stream, String, parse_content_stream

from chapwai.documents.character_map import read_character_map

LONGEST_TEXT = 4_000
MOST_INSTRUCTIONS = 20_000
GAP_BETWEEN_WORDS = -180  # thousandths of the type size

Decoder = Callable[[bytes], str]

_TEXT_OPERATORS = "Tf Tj TJ ' \" Td TD T* Tm ET"
_SHOWING = {"Tj", "TJ", "'", '"'}
_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_CHARACTERS = {name: str(digit) for digit, name in enumerate(_DIGITS)} | {
    "space": " ",
    "hyphen": "-",
    "endash": "-",
    "comma": ",",
    "period": ".",
    "colon": ":",
    "slash": "/",
    "parenleft": "(",
    "parenright": ")",
    "quoteright": "'",
    "fi": "fi",
    "fl": "fl",
    "ff": "ff",
    "ffi": "ffi",
    "ffl": "ffl",
}

# Loaded now, because the checking process cannot open anything later.
for _encoding in ("cp1252", "mac_roman"):
    codecs.lookup(_encoding)


def first_page_text(page: Page) -> str:
    """Return what the page says, in the order it is drawn; empty when that cannot be told."""
    try:
        return " ".join("".join(_pieces(page)).split())[:LONGEST_TEXT]
    except Exception:
        # A page whose text cannot be told is still a page: fonts go wrong in a thousand ways.
        return ""


def _pieces(page: Page) -> Iterator[str]:
    fonts = page.resources.get("/Font", Dictionary())
    decode: Decoder = _western
    decoders: dict[str, Decoder] = {}
    for instruction in islice(parse_content_stream(page, _TEXT_OPERATORS), MOST_INSTRUCTIONS):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            name = str(operands[0])
            if name not in decoders:
                decoders[name] = _decoder_for(fonts.get(name))
            decode = decoders[name]
        yield from _shown(operands, decode) if operator in _SHOWING else " "


def _shown(operands: Iterable[object], decode: Decoder) -> Iterator[str]:
    for operand in operands:
        if isinstance(operand, Array):
            yield from _kerned(operand, decode)
        elif isinstance(operand, String):
            yield decode(bytes(operand))


def _kerned(line: Array, decode: Decoder) -> Iterator[str]:
    for part in line:
        if isinstance(part, String):
            yield decode(bytes(part))
        elif float(part) < GAP_BETWEEN_WORDS:
            yield " "


def _decoder_for(font: Object | None) -> Decoder:
    if not isinstance(font, Dictionary):
        return _western
    to_unicode = font.get("/ToUnicode")
    if isinstance(to_unicode, Stream):
        return read_character_map(to_unicode.read_bytes()).decode
    if font.get("/Subtype") == Name.Type0:
        return _unknown
    return _simple_decoder(font.get("/Encoding"))


def _simple_decoder(encoding: Object | None) -> Decoder:
    if not isinstance(encoding, Dictionary):
        return _macintosh if encoding == Name.MacRomanEncoding else _western
    base = _simple_decoder(encoding.get("/BaseEncoding"))
    different = _differences(encoding.get("/Differences", Array()))
    return lambda codes: "".join(different.get(code) or base(bytes([code])) for code in codes)


def _differences(entries: Object) -> Mapping[int, str]:
    """Read ``[39 /quotesingle 96 /grave /a]``: a number says which code the next name has."""
    different: dict[int, str] = {}
    code = 0
    for entry in entries:
        if isinstance(entry, Name):
            glyph = str(entry)[1:]
            different[code] = glyph if len(glyph) == 1 else _CHARACTERS.get(glyph, " ")
            code += 1
        else:
            code = int(entry)
    return different


def _western(codes: bytes) -> str:
    return codes.decode("cp1252", "replace")


def _macintosh(codes: bytes) -> str:
    return codes.decode("mac_roman", "replace")


def _unknown(_codes: bytes) -> str:
    return ""
