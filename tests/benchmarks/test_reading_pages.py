"""The benchmark's pages say truly what can be seen on them, and photos of them keep their size."""

import io
import random
from dataclasses import replace
from html.parser import HTMLParser
from itertools import groupby

import pytest
from PIL import Image, ImageChops

from benchmarks.reading.articles import is_of_whole_issue, issue_of
from benchmarks.reading.browser import camera
from benchmarks.reading.calibrate import error_rate
from benchmarks.reading.degrade import GRADES, degraded, turned
from benchmarks.reading.draft import Draft
from benchmarks.reading.layouts import LAYOUTS
from benchmarks.reading.looks import Look
from benchmarks.reading.pages import Page, drawn_page, layouts
from benchmarks.reading.records import records
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.layouts import UNSEEN_LAYOUTS
from benchmarks.reading.unseen.wording import common
from tests.machine import require_chromium

PUBMED = next(layout for layout in LAYOUTS if layout.name == "pubmed-desktop")


def look(**changes):
    """A plain window of 1000 by 700 pixels."""
    plain = {
        "device": "desktop",
        "width": 1000,
        "height": 700,
        "sharpness": 1.0,
        "is_dark": False,
        "heading_font": "Liberation Sans",
        "text_font": "Liberation Sans",
        "brand": "#20558a",
        "frame": "",
        "has_banner": False,
        "mark": "",
    }
    return Look(**plain | changes)


def page_of(html, items, *, marked=None, **changes):
    """A page with this content; its items are those that the content shows."""
    view = f'<div class="view" style="height:700px;overflow:hidden">{html}</div>'
    return Page(
        layout=PUBMED, html=view, items=items, look=look(**changes), scroll=0.0, marked=marked
    )


@pytest.fixture(scope="module")
def studio():
    require_chromium()
    with camera() as opened:
        yield opened


@pytest.fixture
def item():
    return ShownItem(0, next(article for article in records("dev") if article.pmid))


@pytest.mark.browser
class TestCamera:
    def test_sees_whole_fields_and_cut_ones(self, studio, item):
        at_the_edge = f"<p style='position:absolute;top:690px;margin:0'>{item.journal}</p>"
        html = f"<h1>{item.title}</h1>{at_the_edge}"

        truth = studio.shoot(page_of(html, (item,))).items[0]

        assert truth["visible"] == ["title"]
        assert truth["cut"] == ["journal"]

    def test_sees_nothing_below_a_banner(self, studio, item):
        banner = "<div class='overlay' style='position:absolute;inset:0;background:red'></div>"

        shot = studio.shoot(page_of(f"<h1>{item.title}</h1>{banner}", (item,)))

        assert shot.items == []
        assert shot.lines == []

    def test_sees_that_an_ellipsis_cuts_a_field(self, studio, item):
        cell = "width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis"

        truth = studio.shoot(page_of(f"<p style='{cell}'>{item.title}</p>", (item,))).items[0]

        assert truth["visible"] == []
        assert truth["cut"] == ["title"]

    def test_never_calls_whole_what_the_page_prints_incompletely(self, studio, item):
        html = f"<h1>{item.field('title', 'Only the first', is_cut=True)} …</h1>"

        truth = studio.shoot(page_of(html, (item,))).items[0]

        assert truth["visible"] == []
        assert truth["partial"]

    def test_tells_the_authors_as_they_are_printed(self, studio, item):
        truth = studio.shoot(page_of(f"<h1>{item.title}</h1>{item.authors_numbered}", (item,)))

        assert truth.items[0]["authors"] == [author.full for author in item.article.authors]
        assert truth.items[0]["families"] == [author.family for author in item.article.authors]

    def test_tells_the_lines_of_text(self, studio, item):
        shot = studio.shoot(
            page_of(f"{item.title}<p>One line<br>and <b>another</b> one</p>", (item,))
        )

        assert shot.lines[-2:] == ["One line", "and another one"]

    def test_marks_one_item_and_says_which(self, studio, item):
        other = ShownItem(1, records("dev")[1])
        html = f"<p data-box='0'>{item.title}</p><p data-box='1'>{other.title}</p>"
        plain = studio.shoot(page_of(html, (item, other)))

        marked = studio.shoot(page_of(html, (item, other), marked=1, mark="circle"))

        assert [truth["marked"] for truth in marked.items] == [False, True]
        assert ImageChops.difference(plain.picture, marked.picture).getbbox()

    def test_leaves_out_items_of_which_only_the_common_heading_is_seen(self, studio, item):
        other = ShownItem(1, records("dev")[1])
        below = f"<p style='position:absolute;top:900px'>{other.title}</p>"
        html = f"{common((item, other), 'journal')}<p>{item.title}</p>{below}"

        shot = studio.shoot(page_of(html, (item, other)))

        assert [truth["record"] for truth in shot.items] == [item.article.id]
        assert {"title", "journal"} <= set(shot.items[0]["visible"])

    def test_shoots_a_page_of_the_benchmark(self, studio):
        page = drawn_page(PUBMED, split="dev", rng=random.Random(4))

        shot = studio.shoot(page)

        assert {"title", "pmid"} <= set(shot.items[0]["visible"])
        assert shot.items[0]["title"] == page.items[0].article.title
        assert any(page.items[0].article.pmid in line for line in shot.lines)


def _issues():
    mates = [article for article in records("unseen") if is_of_whole_issue(article)]
    return [list(group) for _, group in groupby(mates, key=issue_of)]


class Nesting(HTMLParser):
    """Tells the marked fields that a browser would end early, at the end of what holds them."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.broken = []

    def handle_starttag(self, tag, attrs):
        if tag not in ("br", "meta", "link", "img", "col", "input"):
            self.open.append((tag, dict(attrs).get("data-field")))

    def handle_endtag(self, tag):
        while self.open and self.open[-1][0] != tag:
            self.broken.append(self.open.pop())
        if self.open:
            self.open.pop()


class TestDrawnPage:
    @pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
    def test_is_written_for_every_layout(self, layout):
        page = drawn_page(layout, split="test", rng=random.Random(1))

        assert page.html.count('data-field="title"') >= layout.fewest
        assert "{{" not in page.html

    @pytest.mark.parametrize("layout", UNSEEN_LAYOUTS, ids=lambda layout: layout.name)
    def test_is_written_for_every_layout_nobody_has_seen(self, layout):
        page = drawn_page(layout, split="unseen", rng=random.Random(1))

        assert page.html.count('data-field="title"') >= layout.fewest
        assert "{{" not in page.html

    @pytest.mark.parametrize("layout", [*LAYOUTS, *UNSEEN_LAYOUTS], ids=lambda one: one.name)
    def test_ends_no_field_before_its_text(self, layout):
        split = "unseen" if layout in UNSEEN_LAYOUTS else "test"
        nesting = Nesting()

        for seed in range(3):
            nesting.feed(drawn_page(layout, split=split, rng=random.Random(seed)).html)

        assert not [field for _, field in nesting.broken if field]

    def test_keeps_the_unseen_layouts_out_of_the_other_splits(self):
        seen = {layout.name for split in ("dev", "test") for layout in layouts(split)}

        assert not seen & {layout.name for layout in layouts("unseen")}

    def test_draws_other_articles_for_another_seed(self):
        pages = [
            drawn_page(PUBMED, split="dev", rng=random.Random(9), seed=seed) for seed in (1, 2)
        ]

        assert pages[0].items[0].article.title != pages[1].items[0].article.title

    def test_shows_one_issue_on_a_page_of_contents(self):
        layout = next(layout for layout in UNSEEN_LAYOUTS if layout.name == "contents-issue")

        page = drawn_page(layout, split="unseen", rng=random.Random(2))

        assert len({issue_of(item.article) for item in page.items}) == 1

    def test_shows_no_more_articles_than_an_issue_has(self):
        layout = next(layout for layout in UNSEEN_LAYOUTS if layout.name == "contents-issue")
        issue = next(articles for articles in _issues() if len(articles) < 9)
        crowded = replace(layout, fewest=1, most=99, group=lambda *_: issue)

        pages = [drawn_page(crowded, split="unseen", rng=random.Random(n)) for n in range(9)]

        assert max(len(page.items) for page in pages) <= len(issue)

    def test_is_the_same_for_the_same_chance(self):
        pages = [drawn_page(PUBMED, split="dev", rng=random.Random(9)) for _ in range(2)]

        assert pages[0].html == pages[1].html

    def test_holds_layouts_back_for_the_test(self):
        kept = {layout.name for layout in layouts("test")} - {x.name for x in layouts("dev")}

        assert len(kept) >= 4


class TestShownItem:
    def test_gives_thai_numbers_and_buddhist_years(self):
        article = next(article for article in records("dev") if article.language == "th")

        shown = ShownItem(0, article, in_thai_digits=True).part("year.buddhist")

        assert str(article.year + 543).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) in shown

    def test_names_the_others_behind_the_last_author_printed(self):
        article = next(article for article in records("dev") if len(article.authors) > 3)

        shown = ShownItem(0, article).people(lambda author: author.vancouver, most=2)

        assert shown.count("data-author") == 2
        assert shown.endswith(", et al.")

    def test_calls_folded_names_cut(self):
        article = next(article for article in records("dev") if len(article.authors) > 5)

        shown = ShownItem(0, article).authors_folded

        assert "data-cut" in shown
        assert shown.count("data-author") == 5

    def test_sets_formulas_and_latin_names_without_changing_the_text(self):
        article = replace(records("dev")[0], title="TiO2 nanotubes in Escherichia coli")

        title = ShownItem(0, article).title

        assert "TiO<sub>2</sub> nanotubes in <i>Escherichia coli</i>" in title


class TestDraft:
    def test_tells_chances_from_its_own_randomness(self, item):
        draft = Draft(items=(item,), look=look(), rng=random.Random(1), split="dev")

        assert sum(draft.chance(0.5) for _ in range(100)) == pytest.approx(50, abs=20)


class TestDegraded:
    @pytest.fixture
    def screen(self):
        picture = Image.new("RGB", (800, 500), "white")
        picture.paste("black", (300, 200, 500, 300))
        return picture

    @pytest.mark.parametrize("grade", [grade for grade in GRADES if grade != "clean"])
    def test_keeps_to_the_size_of_its_grade(self, screen, grade):
        how = GRADES[grade]

        photo = Image.open(io.BytesIO(degraded(screen, grade=grade, seed=1)))

        smallest, largest = how.final_side if any(how.final_side) else how.long_side
        assert photo.format == "JPEG"
        assert max(photo.size) <= largest
        assert max(photo.size) >= (smallest if how.is_photo else 800)

    def test_gives_the_same_bytes_for_the_same_seed(self, screen):
        assert degraded(screen, grade="hard", seed=5) == degraded(screen, grade="hard", seed=5)
        assert degraded(screen, grade="hard", seed=5) != degraded(screen, grade="hard", seed=6)

    def test_keeps_every_corner_in_the_picture(self, screen):
        framed = screen.copy()
        for x, y in ((0, 0), (770, 0), (0, 470), (770, 470)):
            framed.paste("red", (x, y, x + 30, y + 30))

        photo = Image.open(io.BytesIO(degraded(framed, grade="brutal", seed=2))).convert("HSV")

        columns, rows = photo.width // 2, photo.height // 2
        for box in ((0, 0), (columns, 0), (0, rows), (columns, rows)):
            corner = photo.crop((*box, box[0] + columns, box[1] + rows))
            reds = sum(s > 130 and (h < 15 or h > 240) for h, s, v in corner.get_flattened_data())
            assert reds > 50


class TestTurned:
    def test_turns_clockwise(self):
        picture = Image.new("RGB", (4, 2), "white")
        picture.putpixel((0, 0), (255, 0, 0))

        turn = turned(picture, 90)

        assert turn.size == (2, 4)
        assert turn.getpixel((1, 0)) == (255, 0, 0)


class TestErrorRate:
    def test_counts_wrong_letters_whatever_the_order_of_lines(self):
        assert error_rate(["abcdefghij", "klmnopqrst"], ["klmnopqrst", "abcdefghiX"]) == 0.05

    def test_finds_a_line_inside_a_longer_one(self):
        assert error_rate(["a line of text"], ["before it a line of text and after"]) == 0

    def test_counts_a_lost_line_in_full(self):
        assert error_rate(["abcd"], []) == 1
