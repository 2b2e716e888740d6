"""The head of an article's page as publishers and databases set it, each in its own order."""

from dataclasses import dataclass

import pytest

from chapwai.citations.layouts.page import describe_page
from tests.citations.page_lines import page

TITLE = (
    ("Watering the garden by hand and the length of sleep", 28),
    ("in older adults: a cohort study", 28),
)
ABSTRACT = [
    20,
    ("Abstract", 22),
    10,
    ("Background: people who keep a diary of their garden seem to sleep longer than", 16),
    ("others, and we asked whether watering by hand explains the difference in a cohort", 16),
    ("of adults who were followed for seven years in twelve invented provinces, and why", 16),
]
DOI = "10.5555/is.2019.412"
LINK = (f"https://doi.org/{DOI}", 14)
NAMES = ("Anna B. Fernhill", "Carl Stonebrook", "Diego Marsh")
TURNED = ("Fernhill, Anna B.", "Stonebrook, Carl", "Marsh, Diego")
PLAIN = ("Anna B. Fernhill, Carl Stonebrook, Diego Marsh", 16)


@dataclass(frozen=True)
class Head:
    """What stands over and under the title, and what it says."""

    over: tuple = ()
    under: tuple = ()
    authors: tuple = NAMES
    journal: str | None = "Imaginary Sleep"
    year: str | None = "2019"
    volume: str | None = "12"
    issue: str | None = "3"
    pages: str | None = "412-419"


HEADS = {
    "volume, issue and date under a banner": Head(
        over=(("Imaginary Sleep", 30), ("Volume 12, Issue 3, March 2019, Pages 412-419", 15)),
        under=(
            ("Anna B. Fernhilla,b, Carl Stonebrooka, Diego Marshb", 17),
            ("Show more", 14),
            LINK,
        ),
    ),
    "supplement": Head(
        over=(("Imaginary Sleep", 30), ("Volume 12, Supplement 1, March 2019, Pages S2-S9", 14)),
        under=(PLAIN, LINK),
        issue="Suppl 1",
        pages="S2-S9",
    ),
    "names with nothing between them, behind a kind and a short name": Head(
        over=((f"Review · Imag. Sleep 12 (3) · Mar 2019 · https://doi.org/{DOI} · 412-419", 14),),
        under=(("Anna B. Fernhill Carl Stonebrook Diego Marsh", 20), LINK),
        journal="Imag. Sleep",
    ),
    "a line above the title that says that there is an abstract": Head(
        over=(
            ("Imaginary Sleep", 30),
            ("Volume 12, Issue 3, March 2019, Pages 412-419", 15),
            ("Abstract available  Free full text in repository", 14),
        ),
        under=(PLAIN, LINK),
    ),
    "two issues in one": Head(
        over=(("Imaginary Sleep", 30), ("Volume 12, Issues 3–4, March 2019, Pages 412-419", 14)),
        under=(PLAIN, LINK),
        issue="3-4",
    ),
    "part of a volume": Head(
        over=(("Imaginary Sleep", 30), ("Volume 12, Part C, March 2019, 101234", 14)),
        under=(PLAIN, LINK),
        issue=None,
        pages="101234",
    ),
    "pages with a capital, names between points": Head(
        over=(("ARTICLES · Volume 12, Issue 3, P412-419, March 09, 2019 · Open Access", 14),),
        under=(
            ("Prof Anna B. Fernhill, PhD a · Carl Stonebrook, MD b · Diego Marsh, PhD a,b", 16),
            LINK,
        ),
        journal=None,
    ),
    "degrees with stops, the source below": Head(
        over=(("ORIGINAL ARTICLE", 14),),
        under=(
            ("Authors: Anna B. Fernhill, M.D., Carl Stonebrook, Ph.D., and Diego Marsh, M.D.", 16),
            (f"Published March 4, 2019 | Imag J Sleep 2019;12:412-419 | DOI: {DOI}", 14),
        ),
        journal="Imag J Sleep",
        issue=None,
    ),
    "journal and year in a line with the issue": Head(
        over=(("Imaginary Sleep 12 (3) • 2019 • https://doi.org/10.5555/is.2019.412", 14),),
        under=(PLAIN,),
        pages=None,
    ),
    "one name a line over its address": Head(
        over=(("Imaginary Sleep 2019; 12(3): 412-419", 14), (f"DOI: {DOI}", 14), 8),
        under=(
            ("Anna B. Fernhill", 16),
            ("1 Department of Rest, Lakeside University", 13),
            ("Carl Stonebrook", 16),
            ("2 Hilltop Hospital, Hilltop", 13),
            ("Diego Marsh", 16),
            ("1 Department of Rest, Lakeside University", 13),
        ),
    ),
    "names under a label, each over its place of work": Head(
        over=(("Article  PDF Available", 14),),
        under=(
            ("March 2019 · Imaginary Sleep 12(3):412-419", 14),
            (f"DOI: {DOI}", 14),
            14,
            ("Authors:", 14),
            ("Anna B. Fernhill", 16),
            ("Lakeside University", 14),
            ("Carl Stonebrook", 16),
            ("Hilltop Hospital", 14),
            ("Diego Marsh", 16),
        ),
    ),
    "turned names, points around the access": Head(
        over=(
            (
                "Imaginary Sleep • Open Access • Volume 12, Issue 3, Pages 412 - 419 • March 2019",
                14,
            ),
        ),
        under=(("Fernhill, Anna B.a ✉; Stonebrook, Carlb; Marsh, Diegoa", 16), LINK),
        authors=TURNED,
    ),
    "labels with colons, turned names in two spellings": Head(
        under=(
            ("By: Fernhill, AB (Fernhill, Anna B.) [1]; Stonebrook, C (Stonebrook, Carl) [2]", 15),
            ("IMAGINARY SLEEP", 15),
            ("Volume: 12  Issue: 3  Page: 412-419", 14),
            (f"DOI: {DOI}", 14),
            ("Published: MAR 2019", 14),
        ),
        authors=("Fernhill, AB", "Stonebrook, C"),
        journal="IMAGINARY SLEEP",
    ),
    "a p before the pages, degrees behind turned names": Head(
        under=(
            ("Fernhill, Anna B. MDa; Stonebrook, Carl PhDb; Marsh, Diego MD, PhDa,*", 16),
            (f"Imaginary Sleep 12(3):p 412-419, March 2019. | DOI: {DOI}", 14),
        ),
        authors=TURNED,
    ),
    "dashes between volume, issue and pages": Head(
        under=(
            ("Fernhill, Anna B.; Stonebrook, Carl; Marsh, Diego", 16),
            ("Imaginary Sleep: March 2019 - Volume 12 - Issue 3 - p 412-419", 14),
            (f"doi: {DOI}", 14),
        ),
        authors=TURNED,
    ),
    "source in brackets, pages on the next line": Head(
        under=(
            ("Anna B. Fernhill ; Carl Stonebrook ; Diego Marsh  All Authors", 16),
            ("Published in: Imaginary Sleep ( Volume: 12, Issue: 3, March 2019)", 14),
            ("Page(s): 412 - 419", 14),
            (f"DOI: {DOI}", 14),
        ),
    ),
    "issue between commas": Head(
        under=(PLAIN, ("Cite this: Imag. Sleep 2019, 12, 3, 412–419", 14), LINK),
        journal="Imag. Sleep",
    ),
    "number of the article before the date": Head(
        over=(("Imag. Sleep Lett 12, 123456 – Published 12 March 2019", 14),),
        under=(PLAIN, LINK),
        journal="Imag. Sleep Lett",
        issue=None,
        pages="123456",
    ),
    "a place behind the journal": Head(
        under=(
            ("Fernhill, Anna B; Stonebrook, Carl; Marsh, Diego.", 15),
            ("Imaginary Sleep; Lakeside Vol. 12, Iss. 3, (Mar 2019): 412-419.", 15),
            (f"DOI:{DOI}", 15),
        ),
        authors=("Fernhill, Anna B", "Stonebrook, Carl", "Marsh, Diego"),
    ),
    "a date glued together, the number of pages": Head(
        under=(
            ("Authors: Fernhill, Anna B.1; Stonebrook, Carl2; Marsh, Diego1", 15),
            ("Source: Imaginary Sleep. Mar2019, Vol. 12 Issue 3, p412-419. 8p.", 15),
            (f"DOI: {DOI}", 15),
        ),
        authors=TURNED,
    ),
    "year and volume with a colon": Head(
        over=(("Back to Journals » Imaginary Sleep » Volume 12", 13),),
        under=(
            ("Authors Fernhill AB, Stonebrook C, Marsh D", 15),
            ("Received 12 January 2019", 13),
            ("Published 12 March 2019 Volume 2019:12 Pages 412—419", 13),
            LINK,
        ),
        authors=("Fernhill AB", "Stonebrook C", "Marsh D"),
        issue=None,
    ),
    "an article's number in a year's volume": Head(
        over=(
            ("Imaginary Sleep / 2019 / Article", 13),
            (f"Volume 2019 | Article ID 4127719 | https://doi.org/{DOI}", 14),
        ),
        under=(("Anna B. Fernhill,1 Carl Stonebrook,2 and Diego Marsh1", 16),),
        volume="2019",
        issue=None,
        pages="4127719",
    ),
    "nothing but journal and date": Head(
        over=((f"DOI: {DOI} · Corpus ID: 123456789", 14),),
        under=(PLAIN, ("Published in Imaginary Sleep 1 March 2019", 14)),
        volume=None,
        issue=None,
        pages=None,
    ),
    "nothing but journal and date, and its field": Head(
        over=(("Paper Finder", 26),),
        under=(PLAIN, ("Published in Imaginary Sleep · 1 March 2019 Medicine", 14), LINK),
        volume=None,
        issue=None,
        pages=None,
    ),
    "journal behind the date, over the numbers": Head(
        over=(("This Week at the Office", 26), ("ORIGINAL ARTICLE", 16)),
        under=(
            PLAIN,
            ("Published March 5, 2019 | Imaginary Sleep", 14),
            (f"2019;12:412-419 | DOI: {DOI}", 14),
        ),
        issue=None,
    ),
    "date and journal before volume and pages": Head(
        over=(("People of Letters", 30),),
        under=(("March 2019 · Imaginary Sleep 12:412-419", 14), LINK, PLAIN),
        issue=None,
    ),
    "date and journal before numbers that nobody can read": Head(
        over=(("People of Letters", 30),),
        under=(("March 2019 · Imaginary Sleep 1233:412-419", 14), LINK, PLAIN),
        volume=None,
        issue=None,
        pages=None,
    ),
    "year and month behind the journal, over the numbers": Head(
        under=(PLAIN, ("Imaginary Sleep·2019 Mar", 16), ("12(3):412-419", 16), LINK),
    ),
    "the article's number under the date": Head(
        over=(("Lakeside Hospital Medical Bulletin", 30),),
        under=(PLAIN, LINK, 16, ("Volume 12, Issue 3", 14), ("March 2019", 14), ("2116", 14)),
        journal="Lakeside Hospital Medical Bulletin",
        pages="2116",
    ),
    "a kind behind the journal, and a dot read as a stop": Head(
        over=(
            ("Paper Finder", 30),
            ("Imaginary Sleep•Article .Volume 12, Issue 3, Pages 412-419·March 2019", 15),
        ),
        under=(PLAIN, LINK),
    ),
    "names with bars between them": Head(
        over=(("Imaginary Sleep | Review", 14),),
        under=(
            ("Version published: 19 March 2019", 14),
            LINK,
            (" | ".join(NAMES), 16),
            ("Volume 12, Issue 3, Pages 412-419", 14),
        ),
    ),
    "a title over a degree that had no room": Head(
        over=(("Imaginary Sleep", 30), ("Volume 12, Issue 3, March 2019, Pages 412-419", 15)),
        under=(
            ("Anna B. Fernhill, M.D., Carl Stonebrook, M.D., Diego Marsh,", 25),
            ("Ph.D.", 25),
            LINK,
        ),
    ),
    "a long journal on two centred lines": Head(
        over=(
            ("International Journal of Imaginary", 26, 300),
            ("Sleep", 26, 490),
            ("Volume 12, Issue 3, March 2019, Pages 412-419", 14, 340),
        ),
        under=(PLAIN, LINK),
        journal="International Journal of Imaginary Sleep",
    ),
    "a kind that runs into the volume": Head(
        over=(
            ("Imaginary Sleep", 30),
            ("RESOURCEVolume 12, Issue 3, P412-419, March 05, 2019", 14),
        ),
        under=(PLAIN, LINK),
    ),
    "an application's bar, and a date that begins with its year": Head(
        over=(("< Feed", 30), ("\N{WHITE STAR} Aa", 30, 600), 20, ("3 min read", 16)),
        under=(PLAIN, ("Imaginary Sleep · 2019 Mar · 12(3):412-419", 16), LINK),
    ),
    "a source below the names that sets journal and year on a line of their own": Head(
        under=(
            PLAIN,
            ("Sleep and Imaginary Gardens 2019", 16),
            ("March 5, 12 (3): 412-419", 16),
            LINK,
        ),
        journal="Sleep and Imaginary Gardens",
    ),
    "a source whose journal begins a line above": Head(
        under=(
            PLAIN,
            16,
            ("European Journal of Imaginary Gardens and", 14),
            ("Slow Sleep, Volume 12, Issue 3, 5 March", 14),
            ("2019, Pages 412-419", 14),
            LINK,
        ),
        journal="European Journal of Imaginary Gardens and Slow Sleep",
    ),
}


@pytest.fixture(params=HEADS.values(), ids=HEADS.keys())
def head(request):
    return request.param


class TestHeadOfAnArticle:
    def test_gives_title_authors_and_place(self, head):
        lines = page(*head.over, 12, *TITLE, 12, *head.under, *ABSTRACT)

        (found,) = describe_page(lines)

        assert found.title == " ".join(text for text, _ in TITLE)
        assert found.authors == head.authors
        assert found.journal == head.journal
        numbers = (found.year, found.volume, found.issue, found.pages)
        assert numbers == (head.year, head.volume, head.issue, head.pages)
        assert found.dois == (DOI,)
