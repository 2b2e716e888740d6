"""From tagged tokens to fields, whatever the model makes of single tokens."""

import pytest

from chapwai.citations.references.authors import authors_in
from chapwai.citations.references.fields import journal_in, legible, title_in
from chapwai.citations.references.mending import mended
from chapwai.citations.references.runs import runs_of
from chapwai.citations.references.tagger import Tagged
from chapwai.citations.references.tokens import tokens_of


def runs(text, parts):
    """The runs of a text whose tokens have these parts, one letter each."""
    names = {"f": "first", "a": "author", "t": "title", "j": "journal", "p": "pages"}
    tokens = tokens_of(text)
    assert len(tokens) == len(parts)
    return runs_of(
        [
            Tagged(token, names.get(part, "other"), 0.9)
            for token, part in zip(tokens, parts, strict=True)
        ]
    )


def parted(text, parts):
    """What each part of a text has become."""
    return [
        (run.part, run.within(text))
        for run in mended(text, runs(text, parts))
        if run.part != "other"
    ]


class TestTokens:
    def test_are_apart_where_an_engine_glued_them(self):
        assert [token.text for token in tokens_of("2019;12(3):412-419")] == [
            "2019", ";", "12", "(", "3", ")", ":", "412", "-", "419",
        ]  # fmt: skip

    @pytest.mark.parametrize("name", ["O'Fernhill", "สมหญิง", "https://doi.org/10.5555/a(1)b"])
    def test_are_whole_where_they_belong_together(self, name):
        assert [token.text for token in tokens_of(name)] == [name]

    def test_part_the_words_that_end_a_thai_list_of_names(self):
        assert [token.text for token in tokens_of("ใจดีและคณะ และสุดา")] == [
            "ใจดี", "และคณะ", "และ", "สุดา",
        ]  # fmt: skip


class TestAuthors:
    @pytest.mark.parametrize(
        ("text", "parts", "authors"),
        [
            ("Marsh D, Oak E", "faofa", ("Marsh D", "Oak E")),
            ("Marsh, D. E., Oak, F.", "faaaaaofaaa", ("Marsh D. E.", "Oak F.")),
            ("Marsh, Dora, Oak, Ed", "faaofaa", ("Dora Marsh", "Ed Oak")),
            ("Marsh D, Oak E", "faaaa", ("Marsh D", "Oak E")),
            (
                "Marsh, Dora, Oak, Ed B, and Elm, Flo",
                "faaofoaaoofoa",
                ("Dora Marsh", "Ed B Oak", "Flo Elm"),
            ),
            (
                "Marsh, D., Oak, Š. E., Elm, F.",
                "faaaafofaaaaofoa",
                ("Marsh D.", "Oak Š. E.", "Elm F."),
            ),
            ("Marsh, D., Jr., Oak, E.", "faaaaaaofaaa", ("Marsh D. Jr.", "Oak E.")),
            ("Marsh D Oak E", "faaa", ("Marsh D", "Oak E")),
            ("Marsh DE. van der Oak E", "faaaaaa", ("Marsh DE.", "van der Oak E")),
            (
                "Marsh, M. O'Oakley, S., Grey, A. B. Elm, J.",
                "faaaaaaaofaaaaaaaaa",
                ("Marsh M.", "O'Oakley S.", "Grey A. B.", "Elm J."),
            ),
            ("Marsh P Oak, ZE", "faaaa", ("Marsh P", "Oak ZE")),
            ("Marsh EjM, Oak x", "faofa", ("Marsh EJM", "Oak X")),
            ("MarshD, OakE", "fof", ("Marsh D", "Oak E")),
            ("inceoğulu D, Inan E", "faofa", ("İnceoğulu D", "Inan E")),
            ("B. R.Marsh", "faaaa", ("B. R. Marsh",)),
            (
                "A. Marsh B. C. van Oak and D. St. Elm",
                "faaaaaaaaofaaaa",
                ("A. Marsh", "B. C. van Oak", "D. St. Elm"),
            ),
            ("A. Marsh, Upland Group", "faaoaa", ("A. Marsh", "Upland Group")),
            ("Dora B Marsh", "faa", ("Dora B Marsh",)),
            (
                "Marsh. D. E.. Oakley, S. Grey. F. Elm, J.",
                "faaaaaafaaafaaafaaa",
                ("Marsh D. E.", "Oakley S.", "Grey F.", "Elm J."),
            ),
            ("Marsh, 8. E., Oak, 1.", "faaaaaofaaa", ("Marsh B. E.", "Oak I.")),
        ],
    )
    def test_are_told_apart_though_the_model_ran_them_together(self, text, parts, authors):
        assert authors_in(text, runs(text, parts)) == authors

    def test_are_parted_by_semicolons_where_there_are_any(self):
        text = "Marsh, D.; Oak, E."

        assert authors_in(text, runs(text, "faaaofofa")) == ("Marsh D.", "Oak E.")

    def test_are_not_the_editors_behind_the_title(self):
        text = "Marsh D. Sleep. Oak E"

        assert authors_in(text, runs(text, "faotofa")) == ("Marsh D",)


class TestTitle:
    def test_is_whole_though_a_number_in_it_was_taken_for_pages(self):
        text = "Sleep (n = 1,204) and rest"

        whole = mended(text, runs(text, "tooopppott"))

        (title,) = [run for run in whole if run.part == "title"]
        assert title_in(text, title) == text
        assert not [run for run in whole if run.part == "pages"]

    @pytest.mark.parametrize(
        ("text", "parts", "title"),
        [
            ("Night Markets. Upland Reviews", "jjjjj", "Night Markets"),
            ("Marsh D. Temple Schools. Upland Rev", "faaaaojj", "Temple Schools"),
        ],
    )
    def test_is_found_where_it_ran_into_its_neighbour(self, text, parts, title):
        whole = mended(text, runs(text, parts))

        assert [run.within(text) for run in whole if run.part == "title"] == [title]
        assert [run.confidence for run in whole if run.part == "title"] == [0.5]

    def test_is_what_stands_in_quotes(self):
        text = 'D. Marsh, "Temple Schools," Upland Rev'

        whole = mended(text, runs(text, "faaooaaoojj"))

        assert [run.within(text) for run in whole if run.part == "title"] == ["Temple Schools"]
        assert authors_in(text, whole) == ("D. Marsh",)

    def test_may_hold_quotes_of_its_own(self):
        text = 'Use of "tools" in towns. Ann Noise'

        whole = mended(text, runs(text, "ttotottojj"))

        assert [run.within(text) for run in whole if run.part == "title"] == [
            'Use of "tools" in towns'
        ]

    def test_is_not_made_of_a_journal_alone(self):
        text = "Phys. Rev. Lett"

        assert mended(text, runs(text, "jjjjj")) == runs(text, "jjjjj")

    @pytest.mark.parametrize(
        ("printed", "title"),
        [
            ("Is sleep short?", "Is sleep short?"),
            ("Sleep in towns.", "Sleep in towns"),
            ("Sleep and inter- vention in towns", "Sleep and intervention in towns"),
            ("Pre- and postnatal sleep", "Pre- and postnatal sleep"),
            ("UIcers in a phase lI trial", "Ulcers in a phase II trial"),
            ("Ulcers: a phase 11 trial", "Ulcers: a phase II trial"),
            ("Critically IIl in a phase Il trial", "Critically Ill in a phase II trial"),
            ("lt is never lost: ln towns", "It is never lost: In towns"),
            ("AIs and II other UIs", "AIs and II other UIs"),
        ],
    )
    def test_ends_and_breaks_as_its_author_wrote_it(self, printed, title):
        (run,) = runs(printed, "t" * len(tokens_of(printed)))

        assert title_in(printed, run) == title

    def test_ends_before_the_leaning_j_of_the_journal(self):
        assert legible("Sleep in Towns. / Upland River Nurses") == (
            "Sleep in Towns. J Upland River Nurses"
        )


class TestLostBorders:
    def test_of_a_year_whose_stop_was_not_read(self):
        assert parted("Marsh, D., 2009 Evening tea", "faaaottt") == [
            ("author", "Marsh, D."),
            ("year", "2009"),
            ("title", "Evening tea"),
        ]

    def test_of_the_only_name(self):
        assert parted("Saint-Clair AB. Evening tea", "ttttttt") == [
            ("author", "Saint-Clair AB"),
            ("title", "Evening tea"),
        ]

    @pytest.mark.parametrize(
        ("text", "parts", "title"),
        [
            ("Marsh D, Oak E, et al. Evening Tea. Upland Rev", "faofaoooofaojj", "Evening Tea"),
            (
                "Marsh D. Peat Fires, tea and rest. Upland Rev",
                "faofaotttojj",
                "Peat Fires, tea and rest",
            ),
            ("Marsh, D., 2009. Peat Fires, tea. Upland Rev", "faaaooofaotojj", "Peat Fires, tea"),
            (
                "Marsh D. Peat Fires, Wet Summers and tea. Upland Rev",
                "faofaofaotojj",
                "Peat Fires, Wet Summers and tea",
            ),
            (
                "Marsh D. Tea, Peat Fires and sleep here. Upland Rev",
                "faotofaottojj",
                "Tea, Peat Fires and sleep here",
            ),
        ],
    )
    def test_of_a_title_that_begins_like_a_name(self, text, parts, title):
        found = parted(text, parts)

        assert [words for part, words in found if part == "title"] == [title]
        assert "Fires" not in [words for part, words in found if part == "author"]

    def test_are_not_seen_where_a_group_is_an_author(self):
        found = parted("Marsh D, Oak E, Upland Group. Evening tea.", "faofaofaotto")

        assert ("author", "Upland Group") in found

    def test_of_a_group_whose_first_word_could_begin_a_journal(self):
        found = parted("Marsh D, Upland Group. Evening tea. Noise", "faojaottoj")

        assert ("author", "Upland Group") in found

    def test_of_a_title_whose_last_words_are_taken_for_no_part(self):
        found = parted("Reply to 'Tea in village homes'. Noise", "ttttttoooj")

        assert found[0] == ("title", "Reply to 'Tea in village homes'")

    @pytest.mark.parametrize("mark", ["?", "."])
    def test_of_a_journal_behind_the_mark_of_the_title(self, mark):
        found = parted(f"Is evening tea strong{mark} Upland Rev Med. 2019", "ttttttttoo")

        assert found[-1] == ("journal", "Upland Rev Med")
        assert found[0][1].startswith("Is evening tea strong")

    def test_of_a_title_that_goes_on_amid_the_journal(self):
        found = parted("Evening tea in Three Upland Countries. Medisphere", "ttojjjjj")

        assert found == [
            ("title", "Evening tea in Three Upland Countries"),
            ("journal", "Medisphere"),
        ]


class TestJournal:
    @pytest.mark.parametrize(
        ("text", "parts", "journal"),
        [
            ("Is sleep short? Upper Isles Med", "tttttjj", "Upper Isles Med"),
            ("Is sleep short? Upper Isles Med", "ttttojj", "Upper Isles Med"),
            ("Is sleep short? Eur/ Upper Isles Med", "ttttooojj", "Eur/ Upper Isles Med"),
            ("Sleep in Laos. Upper Isles Med", "tttoojj", "Upper Isles Med"),
            ("Sleep in Laos. Ann Noise and Practice, 5", "tttojjoooo", "Ann Noise and Practice"),
            ("Sleep in the Scale of Laos. Ann Noise", "tttjjjojj"[:6] + "jjj", "Ann Noise"),
            ("Is sleep short? A survey Isles Med", "ttttttjj", "Isles Med"),
            ("Sleep in Laos. Upper. Isles Med", "tttttojj", "Isles Med"),
        ],
    )
    def test_begins_at_the_mark_that_ends_the_title(self, text, parts, journal):
        found = mended(text, runs(text, parts))

        assert [run.within(text) for run in found if run.part == "journal"] == [journal]

    @pytest.mark.parametrize(
        ("read", "journal"),
        [
            ("J.Imag.Sleep", "J. Imag. Sleep"),
            ("Lam ThanJNurs Care", "Lam Than J Nurs Care"),
            ("Lam Than∫ Public Adm", "Lam Than J Public Adm"),
            ("North /sles Reν Sleep", "North Isles Rev Sleep"),
            ("Int/ Bio/ S/eep Res", "Int J Biol Sleep Res"),
            ("Fict Law/", "Fict Law J"),
            ("J Trans/ Care", "J Transl Care"),
            ("/Hilltop Med", "J Hilltop Med"),
            ("Meridian / Radiol", "Meridian J Radiol"),
            ("Ann Libr Scí", "Ann Libr Sci"),
            ("Sa/ Than/ Libr", None),
            ("Menta/ Noise", "Mental Noise"),
            ("Ghana/ Noise", "Ghana J Noise"),
            ("Ann High/ Noise", "Ann Highl Noise"),
        ],
    )
    def test_has_its_words_apart_and_its_letters_back(self, read, journal):
        (run,) = runs(read, "j" * len(tokens_of(read)))

        assert journal_in(read, run) == journal
