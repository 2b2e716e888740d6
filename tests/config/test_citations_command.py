"""`chapwai citations`, on a database that is there."""

import gzip
import json
from argparse import ArgumentParser

import pytest

from chapwai.citations.models import IndexedArticle
from chapwai.config.commands import citations
from chapwai.config.refusal import Refused

RIS = "TY  - JOUR\nTI  - Night shifts and memory\nDO  - 10.5555/jfn.412\nPY  - 2019\nER  - \n"
LINE = '{"title": "การนอนหลับของผู้สูงอายุ", "pages": "e101"}'


@pytest.fixture
def chapwai_citations(transactional_db, capsys):
    """Give the command some arguments; what it prints."""

    def run(*arguments):
        parser = ArgumentParser()
        citations.add_arguments(parser)
        assert citations.run(parser.parse_args([str(argument) for argument in arguments])) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def ris(tmp_path):
    path = tmp_path / "export.ris"
    path.write_text(RIS)
    return path


@pytest.fixture
def lines(tmp_path):
    """A gzipped file of two good lines and a bad one."""
    path = tmp_path / "lines.jsonl.gz"
    path.write_bytes(gzip.compress(f'{LINE}\n{{"title": "Another"}}\n{{"pages": "1"}}\n'.encode()))
    return path


class TestImport:
    def test_says_what_became_of_each_file(self, chapwai_citations, ris, lines):
        printed = chapwai_citations("import", ris, lines)

        assert printed == (
            "export.ris: 1 new, 0 changed, 0 as they were, 0 skipped\n"
            "lines.jsonl.gz: 2 new, 0 changed, 0 as they were, 1 skipped\n"
            "  line 3: no title\n"
        )
        assert IndexedArticle.objects.filter(title="การนอนหลับของผู้สูงอายุ").exists()

    def test_changes_nothing_the_second_time(self, chapwai_citations, ris):
        chapwai_citations("import", ris)

        again = chapwai_citations("import", ris)

        assert again == "export.ris: 0 new, 0 changed, 1 as they were, 0 skipped\n"

    def test_gives_a_line_of_json_a_file(self, chapwai_citations, lines):
        printed = chapwai_citations("import", lines, "--json")

        assert json.loads(printed) == {
            "file": str(lines),
            "new": 2,
            "changed": 0,
            "known": 0,
            "skipped": 1,
            "faults": [{"place": "line 3", "reason": "no title"}],
        }

    @pytest.mark.parametrize(
        ("content", "reason"), [(b"\x89PNG", "in no format"), (None, "No such file")]
    )
    def test_refuses_a_wrong_file_before_anything_is_written(
        self, chapwai_citations, ris, tmp_path, content, reason
    ):
        wrong = tmp_path / "wrong"
        if content is not None:
            wrong.write_bytes(content)

        with pytest.raises(Refused, match=f"wrong: .*{reason}"):
            chapwai_citations("import", ris, wrong)

        assert not IndexedArticle.objects.exists()


class TestCount:
    def test_counts_the_articles(self, chapwai_citations, ris, lines):
        chapwai_citations("import", ris, lines)

        assert chapwai_citations("count") == "3 articles\n"
        assert json.loads(chapwai_citations("count", "--json")) == {"articles": 3}
