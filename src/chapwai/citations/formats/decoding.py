"""Lines of text from bytes of unknown encoding, one at a time however long the file is."""

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

# Longer lines than this are no text: a work with thousands of references is shorter.
LONGEST_LINE = 4_000_000
SAMPLE = 64 * 1024
# Of the bytes beyond ASCII, how many must stand beside another one for the text to be Thai.
THAI_NEIGHBOURS = 0.6
# The upper half of every Latin and Thai letter in UTF-16, and how many must be one of these.
PAGES_IN_USE = b"\x00\x0e"
UTF_16 = 0.9


def lines_of(file: BinaryIO) -> Iterator[tuple[int, str | None]]:
    """Number and text of each line without its end; None in place of a line that is too long.

    The file must be at its beginning and able to go back there.
    """
    with text_of(file) as text:
        number = 0
        while line := text.readline(LONGEST_LINE):
            number += 1
            is_whole = line.endswith("\n") or len(line) < LONGEST_LINE
            if not is_whole:
                _skip_line(text)
            yield number, legible(line).rstrip("\r\n") if is_whole else None


@contextmanager
def text_of(file: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """The file as text with any kind of line end; pass what is read of it to `legible`.

    The file stays the caller's, to be closed or read again.
    """
    sample = file.read(SAMPLE)
    file.seek(0)
    # Bytes that are not UTF-8 survive as surrogates until `legible` has seen the whole line.
    wide = _wide_encoding(sample)
    encoding, errors = (wide, "replace") if wide else ("utf-8-sig", "surrogateescape")
    text = io.TextIOWrapper(file, encoding=encoding, errors=errors)
    try:
        yield text
    finally:
        if not file.closed:
            text.detach()


def legible(text: str) -> str:
    """The text without NUL, bytes that are not UTF-8 read as Thai or Western ones."""
    if re.search(r"[\ud800-\udfff]", text):
        text = decoded(text.encode("utf-8", "surrogateescape"))
    return text.replace("\0", "")


def decoded(data: bytes) -> str:
    """The bytes as UTF-8 if they are that, else as Windows' Thai or Western text."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode(_narrow_encoding(data), errors="replace")


def _skip_line(text: io.TextIOWrapper) -> None:
    while rest := text.readline(LONGEST_LINE):
        if rest.endswith("\n"):
            return


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16, with or without its mark; None if it is something else."""
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for encoding, high_bytes in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if high_bytes and _share_of(PAGES_IN_USE, high_bytes) >= UTF_16:
            return encoding
    return None


def _share_of(wanted: bytes, data: bytes) -> float:
    return sum(data.count(byte) for byte in wanted) / len(data)


def _narrow_encoding(data: bytes) -> str:
    """Thai letters stand side by side, accented Latin ones mostly alone."""
    high = re.findall(rb"[\x80-\xff]+", data)
    beside_others = sum(len(run) for run in high if len(run) > 1)
    is_thai = beside_others >= THAI_NEIGHBOURS * sum(map(len, high))
    return "cp874" if is_thai else "cp1252"
