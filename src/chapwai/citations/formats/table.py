"""Tables as spreadsheets and databases save them: comma, semicolon or tab, English or Thai."""

import csv
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import BinaryIO

from chapwai.citations.formats.article import (
    INITIALS,
    article,
    doi_from,
    first_of,
    journal_names,
    name_turned,
    page_range,
    pmid_from,
    title_from,
)
from chapwai.citations.formats.decoding import lines_of
from chapwai.citations.formats.fault import Fault, NotAnArticle, record_or_fault
from chapwai.citations.record import Record
from chapwai.citations.source_line import source_in

SEPARATORS = (",", ";", "\t", "|")
# Our name of a column, and what programs and people call it, letters and digits only. What often
# means something else is left out: "No." counts rows, "Date" is that of the request.
COLUMNS = {
    "title": "title articletitle documenttitle ti ชื่อเรื่อง ชื่อบทความ บทความ",
    "authors": "authors author au af ผู้แต่ง ผู้เขียน ชื่อผู้แต่ง ชื่อผู้เขียน",
    "journal": "journal journaltitle sourcetitle publicationtitle publicationname journalbook so "
    "journalname containertitle secondarytitle publication วารสาร ชื่อวารสาร",
    "abbreviation": "abbreviatedsourcetitle journalabbreviation journalisoabbreviation "
    "shortjournal isoabbreviation ta ji ชื่อย่อวารสาร",
    "issn": "issn issns printissn issnprint sn เลขissn",
    "eissn": "eissn onlineissn electronicissn issnonline ei",
    "year": "year publicationyear py pubyear ปี ปีพศ พศ ปีที่พิมพ์ ปีที่เผยแพร่",
    "volume": "volume vol vl vi เล่มที่ เล่ม ปีที่",
    "date": "publicationdate datepublished วันที่เผยแพร่",
    "issue": "issue issuenumber is ip ฉบับที่ ฉบับ",
    "pages": "pages page pg pagerange หน้า เลขหน้า หน้าที่",
    "first_page": "pagestart startpage firstpage spage bp sp หน้าแรก",
    "last_page": "pageend endpage lastpage epage ep หน้าสุดท้าย",
    "number": "artno articlenumber ar",
    "doi": "doi doilink di เลขdoi",
    "pmid": "pmid pubmedid pm",
    "pmcid": "pmcid pmc",
    "kind": "itemtype documenttype type",
    "isbn": "isbn bn",
    "citation": "citation การอ้างอิง",
}


def _bare(name: str) -> str:
    """Only letters, digits and the Thai vowels and tone marks, which patterns do not count."""
    return re.sub(r"[^\w\u0e31-\u0e4e]|_", "", name).casefold()


NAMES = {_bare(name): column for column, names in COLUMNS.items() for name in names.split()}
# Words and signs before the last author.
JOINED = re.compile(r"\s(?:and|&)\s|\sและ")
TELLING = {"title", "doi", "pmid"}
# A row without any of these is one of a list of journals, whose names are titles too.
ARTICLE_HAS = {"authors", "journal", "doi", "pmid", "pmcid"}
BOOKS = {"book", "ebook", "editedbook"}


def records_in_table(file: BinaryIO) -> Iterator[Record | Fault]:
    """Every row's record, a Fault in place of each that is no article."""
    lines = lines_of(file)
    header = ""
    for _, line in lines:
        header = line or ""
        if header.strip() and not header.lower().startswith("sep="):
            break
    separator = separator_of(header)
    if separator is None:
        yield Fault("line 1", "no names of columns that we know")
        return
    rows = csv.reader(chain([header], _texts(lines)), delimiter=separator, strict=False)
    columns = [column_of(name) for name in next(rows)]
    yield from _records(rows, columns)


def separator_of(header: str) -> str | None:
    """What separates the names of columns in this line, None if it names none we know."""
    found = ((len(_known(header, one)), one) for one in SEPARATORS if _known(header, one) & TELLING)
    most, separator = max(found, default=(0, None))
    return separator if most >= 2 else None


def column_of(name: str) -> str:
    """Our name of a column, empty if it holds nothing for us."""
    return NAMES.get(_bare(name), "")


def _known(header: str, separator: str) -> set[str]:
    names = next(csv.reader([header[:5_000]], delimiter=separator), [])
    return {column_of(name) for name in names} - {""}


def _texts(lines: Iterator[tuple[int, str | None]]) -> Iterator[str]:
    return (f"{line}\n" if line is not None else "\n" for _, line in lines)


def _records(rows: Iterator[list[str]], columns: list[str]) -> Iterator[Record | Fault]:
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Fault(f"row {number}", f"the row cannot be read: {error}")
            continue
        if any(cell.strip() for cell in row):
            yield record_or_fault(f"row {number}", _record, _cells(row, columns))


def _cells(row: list[str], columns: list[str]) -> dict[str, str]:
    """The row's cells by our names; of several with one name the first that is filled."""
    cells: dict[str, str] = {}
    for column, cell in zip(columns, row, strict=False):
        if column and cell.strip():
            cells.setdefault(column, cell.strip())
    return cells


def _record(cells: Mapping[str, str]) -> Record:
    kind = re.sub(r"\W", "", cells.get("kind", "")).lower()
    if kind in BOOKS or (cells.get("isbn") and not cells.get("journal")):
        raise NotAnArticle("a whole book")
    if not ARTICLE_HAS & set(cells):
        raise NotAnArticle("neither author nor journal nor identifier")
    cells = {**_from_citation(cells.get("citation", "")), **cells}
    pages = page_range(cells.get("first_page"), cells.get("last_page"))
    return article(
        origin="file",
        title=title_from(cells.get("title")),
        authors=authors_from(cells.get("authors", "")),
        **journal_names([cells.get("journal")], [cells.get("abbreviation")]),
        issns=[cells.get("issn"), cells.get("eissn")],
        year=first_of(cells.get("year"), cells.get("date")),
        volume=cells.get("volume"),
        issue=cells.get("issue"),
        pages=first_of(cells.get("pages"), pages, cells.get("number")),
        doi=doi_from(cells.get("doi")),
        pmid=pmid_from(cells.get("pmid")),
        pmcid=cells.get("pmcid"),
    )


def _from_citation(text: str) -> dict[str, str]:
    """Where the article stands, for tables that say so in one column, as PubMed's do."""
    source = source_in(text[:500])
    places = ("year", "volume", "issue", "pages")
    return {name: value for name in places if (value := getattr(source, name, None))}


def authors_from(text: str) -> list[str]:
    """Names parted by semicolons, bars, "and", or commas that do not turn a name round."""
    separator = next((one for one in (";", "|", "\n") if one in text), None)
    if separator:
        names = text.split(separator)
    else:
        names = [name for part in JOINED.split(text) for name in _parted_by_commas(part)]
    return [turned for name in names if (turned := name_turned(name.strip()))]


def _parted_by_commas(text: str) -> list[str]:
    """Fernhill AB, Marsh D are two names; Fernhill, A. B., Marsh, D. are two as well."""
    text = text.strip().removesuffix(".") if text.count(".") == 1 else text
    parts = [part.strip() for part in text.split(",") if part.strip(" .")]
    families, given = parts[::2], parts[1::2]
    is_one_turned = len(parts) == 2 and " " not in parts[0]
    if len(families) == len(given) and (is_one_turned or all(map(INITIALS.fullmatch, given))):
        return [f"{family}, {first}" for family, first in zip(families, given, strict=True)]
    return parts
