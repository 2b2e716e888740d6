"""Elements of an XML file one at a time: constant memory, no entities, nothing fetched."""

from collections.abc import Iterator, Set
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from chapwai.citations.formats.fault import Fault

# A record of more bytes, or elements deeper than this, are meant to hurt.
LARGEST_RECORD = 16_000_000
DEEPEST = 100


class XmlTooLarge(Exception):
    """One record of the XML file is larger or deeper than any record is."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


class MeteredFile:
    """A file that refuses to go on when it has given too much since it was last reset."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._given = 0

    def read(self, size: int) -> bytes:
        data = self._file.read(size)
        self._given += len(data)
        if self._given > LARGEST_RECORD:
            raise XmlTooLarge
        return data

    def reset(self) -> None:
        self._given = 0


def elements_of(file: BinaryIO, tags: Set[str]) -> Iterator[Element | Fault]:
    """Each element with one of these tags; what makes going on impossible is the last, a Fault."""
    number = 0
    try:
        for element in _elements(MeteredFile(file), tags):
            number += 1
            yield element
    except (ParseError, XmlTooLarge, DefusedXmlException, LookupError, ValueError) as error:
        yield Fault(f"behind record {number}", f"the XML is not sound: {error}")


def text_at(element: Element, path: str) -> str | None:
    """The words of the first element at the path, None if there are none."""
    found = element.find(path)
    return (words_of(found) or None) if found is not None else None


def words_of(element: Element) -> str:
    """All text within, without the markup: italics and raised letters are part of titles."""
    return "".join(element.itertext()).strip()


def _elements(file: MeteredFile, tags: Set[str]) -> Iterator[Element]:
    """What lies outside of the wanted elements, and they themselves when used, are let go."""
    above: list[Element] = []
    within = 0
    for event, element in iterparse(file, events=("start", "end")):
        if event == "start":
            above.append(element)
            within += element.tag in tags
            if len(above) > DEEPEST:
                raise XmlTooLarge
            continue
        above.pop()
        if element.tag in tags:
            within -= 1
            if not within:
                yield element
                file.reset()
        if above and not within:
            above[-1].clear()
