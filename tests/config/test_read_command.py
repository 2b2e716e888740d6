"""`chapwai read`, run as a program of its own: without a database, a network or a data folder."""

import json
import os
import subprocess
import sys

import pytest
from PIL import Image

from demo.photo import ARTICLES, photo_of

CODE = "import sys; from chapwai.config.command import main; sys.exit(main())"
MISSPELT = "Fernhill AB, Stone C. Tea for two nihgt nurses. J Imag Med. 2019;12(3):412-9."
FIELDS = ["title", "authors", "journal", "issn", "year", "volume", "issue", "pages", "doi", "pmid"]


def reading(*arguments, stdin=""):
    """The finished process; no setting of ours is in its environment."""
    own = {name: value for name, value in os.environ.items() if "CHAPWAI" not in name}
    return subprocess.run(
        [sys.executable, "-c", CODE, "read", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=own,
        timeout=120,
        check=False,
    )


def lines_of(answer):
    return [json.loads(line) for line in answer.stdout.splitlines()]


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    """Two photos of two articles, a blank picture, and a file that is none."""
    folder = tmp_path_factory.mktemp("photos")
    for number, article in enumerate(ARTICLES[:2]):
        (folder / f"{number}.jpg").write_bytes(photo_of(article, seed=number))
    Image.new("RGB", (300, 200), "white").save(folder / "blank.png")
    (folder / "letter.jpg").write_bytes(b"Dear library, ")
    return folder


class TestReadImages:
    def test_answers_a_line_an_image_in_their_order_whatever_is_wrong_with_some(self, photos):
        names = ["1.jpg", "letter.jpg", "missing.jpg", "blank.png", "0.jpg"]

        answer = reading(*(photos / name for name in names), "--json")

        titles = [[item["title"] for item in line["items"]] for line in lines_of(answer)]
        assert answer.returncode == 0
        assert titles == [[ARTICLES[1].title], [], [], [], [ARTICLES[0].title]]

    def test_says_on_standard_error_why_an_image_has_no_items(self, photos):
        answer = reading(photos / "letter.jpg", photos / "missing.jpg", "--json")

        assert "letter.jpg: not opened: type" in answer.stderr
        assert "missing.jpg: No such file" in answer.stderr

    def test_gives_every_item_the_same_keys(self, photos):
        (line,) = lines_of(reading(photos / "0.jpg", "--json"))

        assert list(line) == ["items"]
        assert list(line["items"][0]) == [*FIELDS, "confidence"]

    def test_shows_people_where_each_field_came_from(self, photos):
        answer = reading(photos / "0.jpg")

        assert answer.stdout.startswith("sure")
        assert f"title      {ARTICLES[0].title}  [screen]" in answer.stdout

    def test_without_anything_to_read_says_what_it_wants(self):
        answer = reading()

        assert answer.returncode == 2
        assert "--stdin" in answer.stderr


class TestReadStdin:
    def test_answers_each_path_before_the_next_one_is_asked(self, photos):
        process = subprocess.Popen(
            [sys.executable, "-c", CODE, "read", "--stdin"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        with process:
            titles = []
            for name in ("0.jpg", "letter.jpg", "1.jpg"):
                process.stdin.write(f"{photos / name}\n")
                process.stdin.flush()
                items = json.loads(process.stdout.readline())["items"]
                titles.append([item["title"] for item in items])
            process.stdin.close()

        assert titles == [[ARTICLES[0].title], [], [ARTICLES[1].title]]
        assert process.returncode == 0

    def test_answers_an_empty_line_too(self):
        answer = reading("--stdin", stdin="\n")

        assert lines_of(answer) == [{"items": []}]


class TestReadText:
    def test_reads_a_pasted_reference(self):
        answer = reading(
            "--json",
            "--text",
            "Fernhill AB, Stone C. Tea for two. J Imag Med. 2562;12(3):412-9. doi:10.5555/ABC.1",
        )

        (item,) = lines_of(answer)[0]["items"]
        assert item["authors"] == ["Fernhill AB", "Stone C"]
        assert [item["year"], item["pages"], item["doi"]] == ["2019", "412-419", "10.5555/abc.1"]

    @pytest.mark.parametrize("text", ["", "สวัสดีค่ะ", "hello there"])
    def test_finds_no_items_in_small_talk(self, text):
        answer = reading("--json", "--text", text)

        assert lines_of(answer) == [{"items": []}]


class TestRecords:
    @pytest.fixture
    def records(self, tmp_path):
        known = {
            "title": "Tea for two night nurses",
            "doi": "10.5555/tea.2",
            "year": "2019",
            "volume": "12",
            "pages": "412-419",
        }
        path = tmp_path / "records.jsonl"
        path.write_text(json.dumps(known) + "\nnot a record\n", "utf-8")
        return path

    def test_complete_what_was_read(self, records):
        answer = reading("--json", "--index", records, "--text", MISSPELT)

        (item,) = lines_of(answer)[0]["items"]
        assert item["doi"] == "10.5555/tea.2"

    def test_are_left_alone_when_asked_to(self, records):
        answer = reading("--json", "--no-index", "--text", "PMID: 30000001")

        (item,) = lines_of(answer)[0]["items"]
        assert (item["pmid"], item["title"]) == ("30000001", None)

    def test_that_cannot_be_read_are_refused_by_name(self, tmp_path):
        answer = reading("--index", tmp_path / "none.jsonl", "--text", "PMID: 30000001")

        assert (answer.returncode, answer.stdout) == (2, "")
        assert "none.jsonl" in answer.stderr
