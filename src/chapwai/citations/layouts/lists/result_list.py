"""Lists of articles that are no references: search results, tables of contents, alerts by mail.

Every item is a small page: a title, a line of authors, and a line that says where the article
stands, in about this order. Buttons, identifiers and bits of the text stand around them. What a
site calls them differs; that they repeat down a column does not.
"""

from collections.abc import Sequence

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.articles.pubmed import tidy_title
from chapwai.citations.layouts.lists.heading import heading_place
from chapwai.citations.layouts.lists.items import Item, items_in, without_numbers
from chapwai.citations.layouts.lists.manner import manners_of
from chapwai.citations.layouts.parts.blocks import is_cut
from chapwai.citations.layouts.parts.list_rows import columns_of_rows, text_in
from chapwai.citations.layouts.parts.listed_names import is_one_name, listed_names_in
from chapwai.citations.layouts.sources.fields_of_study import with_framed_fields
from chapwai.citations.layouts.sources.scholar import is_cut_short, without_dots
from chapwai.citations.layouts.sources.sources import Place
from chapwai.citations.layouts.tables.result_table import read_table
from chapwai.citations.lines import Line, text_of
from chapwai.citations.wording import one_line, plain


def read_result_list(lines: Sequence[Line]) -> list[Description]:
    """Describe each item of a list of articles in reading order, empty if the page is none."""
    return read_table(lines) or _read_columns(lines)


def _read_columns(lines: Sequence[Line]) -> list[Description]:
    lines = with_framed_fields(lines)
    columns = columns_of_rows(lines)
    read = ([item for rows in columns for item in items_in(rows, one)] for one in manners_of(lines))
    items = next(filter(None, read), [])
    if not items:
        return []
    top = items[0].title[0].line.box.top
    heading = heading_place([line for line in lines if line.box.middle < top])
    whole = [item for item in without_numbers(items) if not is_cut(_title_lines(item), lines)]
    return [_description(item, heading) for item in whole]


def _title_lines(item: Item) -> list[Line]:
    return [row.line for row in item.title]


def _description(item: Item, heading: Place | None) -> Description:
    place = item.place or Place()
    common = heading if heading and not place.volume and not place.journal else place
    named = plain(text_of([row.line for row in [*item.source, *item.naming]]))
    title = one_line(plain(text_in(item.title)))
    return Description(
        title=tidy_title(without_dots(title) if is_cut_short(title) else title) or None,
        authors=_authors(item, place),
        journal=common.journal,
        year=common.year or place.year,
        volume=common.volume,
        issue=common.issue,
        pages=place.pages,
        issn=common.issn,
        dois=tuple(identifiers.dois_in(named)),
        pmids=tuple(identifiers.pmids_in(named)),
        lines=item.lines,
        guessed=frozenset({"title"} if is_cut_short(title) else ()),
    )


def _authors(item: Item, place: Place) -> tuple[str, ...]:
    texts = [row.text for row in item.names]
    between = ", " if all(map(is_one_name, texts)) else "\n"
    return listed_names_in(between.join([*texts, place.names]))
