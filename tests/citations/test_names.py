"""Names as lists of authors print them, raised figures and all."""

import pytest

from chapwai.citations.names import looks_like_names, names_in


class TestNamesIn:
    @pytest.mark.parametrize(
        ("printed", "names"),
        [
            (
                "Anna B Fernhill1, Carl Stonebrook² 2, Diego Marsh³",
                "Anna B Fernhill|Carl Stonebrook|Diego Marsh",
            ),
            ("Anna B Fernhill 1 Carl Stonebrook 2 3", "Anna B Fernhill|Carl Stonebrook"),
            ("Maren Oakhurst', Julian P Greystone*", "Maren Oakhurst|Julian P Greystone"),
            ("Zoë Müller-Brückner¹, José Ángel Peñalva", "Zoë Müller-Brückner|José Ángel Peñalva"),
            (
                "Paula Westerly a, Gregor Highmoor a b, Lin Dale c",
                "Paula Westerly|Gregor Highmoor|Lin Dale",
            ),
            (
                "Paula Westerlya, Gregor Highmoora b, Lin Dalec,*, Bo Ogdena b",
                "Paula Westerly|Gregor Highmoor|Lin Dale|Bo Ogden",
            ),
            (
                "Paula Westerlya, Lina Garcia b, Gregor Highmoor c",
                "Paula Westerly|Lina Garcia|Gregor Highmoor",
            ),
            (
                "Paula Westerlya, Gregor Highmoora, Lin Dalec, Bo Ogdenb,*",
                "Paula Westerly|Gregor Highmoor|Lin Dale|Bo Ogden",
            ),
            (
                "Paula Garcia, Gregor Silva, Lin Marsh, Bo Costa",
                "Paula Garcia|Gregor Silva|Lin Marsh|Bo Costa",
            ),
            ("Ulla Fernhillª\nAna Marsh b, Bo Lind", "Ulla Fernhill|Ana Marsh|Bo Lind"),
            (
                "Paula Westerlya, Gregor Highmoorb 1, Lin Daleª c, Bo Ogdena",
                "Paula Westerly|Gregor Highmoor|Lin Dale|Bo Ogden",
            ),
            (
                "Fernhill, A.B.a, Le Brook, C.-D.b,c, and Marsh, D.",
                "Fernhill, A.B.|Le Brook, C.-D.|Marsh, D.",
            ),
            ("Maren Oakhurst !, Wei Bergvik", "Maren Oakhurst|Wei Bergvik"),
            ("Maria Li MD, Paula Westerly PhD", "Maria Li|Paula Westerly"),
            ("Paula Westerly1³ and Gregor Highmoor²", "Paula Westerly|Gregor Highmoor"),
            ('Paula Westerly"and Gregor Highmoor²', "Paula Westerly|Gregor Highmoor"),
            ("Fernhill, Anna Bª; Marsh, Diego wª", "Fernhill, Anna B|Marsh, Diego W"),
            ("Beatrix d’'Fernhill, Ana Marsh", "Beatrix d'Fernhill|Ana Marsh"),
            ("Ulla jōkulsfell, Ana Marsh", "Ulla Jōkulsfell|Ana Marsh"),
            ("José Ortega e Silva, Ana Marsh", "José Ortega e Silva|Ana Marsh"),
            ("Jaidee S, Srisuk MR, Example JQ.", "Jaidee S|Srisuk MR|Example JQ"),
            ("Authors: Anna B Fernhill, Diego Marsh", "Anna B Fernhill|Diego Marsh"),
            ("Fernhill AB, Stonebrook C, et al.", "Fernhill AB|Stonebrook C"),
            ("Anna Fernhill | Carl B. Stonebrook", "Anna Fernhill|Carl B. Stonebrook"),
            ("AnnaFernhill, MacDale, Bo Lind", "Anna Fernhill|MacDale|Bo Lind"),
            ("Anna Costa12, Bo Lind°, Ana Marsh3", "Anna Costa|Bo Lind|Ana Marsh"),
            ("Anna josé Marsh, Bo Lind", "Anna José Marsh|Bo Lind"),
            ("AnnaB. Fernhill1, Carl Brook3t", "Anna B. Fernhill|Carl Brook"),
            ("Anna Fernhill, M.D., Bo Lind, M.P.-., Ana Marsh", "Anna Fernhill|Bo Lind|Ana Marsh"),
            ("Ana Garcia, MD, Bo Lind, PharmD, Una Silva", "Ana Garcia|Bo Lind|Una Silva"),
            ("Anna Fernhill, Bo Lind, MD ... Show All", "Anna Fernhill|Bo Lind"),
            ("Anna Fernhill, Bo Lind ... Show", "Anna Fernhill|Bo Lind"),
            ("Fernhill AB, Marsh AE\nLind W, Dale A", "Fernhill AB|Marsh AE|Lind W|Dale A"),
            ("Fernhill\N{INTEGRAL}, Lind A", "Fernhill J|Lind A"),
            ("Zoë Muüller, Ana Marsh", "Zoë Müller|Ana Marsh"),
            (
                "Anna Fernhill1.Bo Lind1,2.Ana Marsh1.4图.Leo Dale'. Ulla Brook1",
                "Anna Fernhill|Bo Lind|Ana Marsh|Leo Dale|Ulla Brook",
            ),
            ("Ravi Underhill 1; TEATIME Study Group", "Ravi Underhill|TEATIME Study Group"),
            ("Ravi Underhill 1; COVID-19 Study Group", "Ravi Underhill|COVID-19 Study Group"),
            ("Ines do Vale4, Peggy O'Hara", "Ines do Vale|Peggy O'Hara"),
            ("Diego Marsh; Collaborators, Affiliations + expand", "Diego Marsh"),
            ("Anna B\nFernhill 1, Benedict\nYew", "Anna B Fernhill|Benedict Yew"),
            ("Hiro Tanabe-Wells\nQuentin R Ogden", "Hiro Tanabe-Wells|Quentin R Ogden"),
            ("สมหญิง ใจดี, สมชาย รักเรียน", "สมหญิง ใจดี|สมชาย รักเรียน"),
            ("Paula Westerlya,b, Lin Dalea, Bo Ogdenb", "Paula Westerly|Lin Dale|Bo Ogden"),
            (
                "Paula Westerlyª, Gregor Highmoora b\nLin DaleC, Bo Ogdenb.'",
                "Paula Westerly|Gregor Highmoor|Lin Dale|Bo Ogden",
            ),
            ("Anna Marsh, MD: Bo Lind, MSc; Lin Dale, RN", "Anna Marsh|Bo Lind|Lin Dale"),
            ("Anna Marsh 网, Bo Lind, tucja Dale", "Anna Marsh|Bo Lind|Łucja Dale"),
            ("Fernhill AB1, Stonebrook C2, Marsh D1", "Fernhill AB|Stonebrook C|Marsh D"),
            ("Paula Westerly a, Lin Dale MD b and Bo Ogden c", "Paula Westerly|Lin Dale|Bo Ogden"),
            ("Paula Westerly a · Lin Dale b", "Paula Westerly|Lin Dale"),
            ("Anna Marsh, M.D., Bo Lind, Ph.D., M.P.H.", "Anna Marsh|Bo Lind"),
            ("Anna Marsh, MD, PhD; Bo Lind, MSc; Lin Dale, Ph D", "Anna Marsh|Bo Lind|Lin Dale"),
            ("Anna Marsh, R.N., M.N.S., and Lin Dale, M.P.H.", "Anna Marsh|Lin Dale"),
            ("Fernhill MS, Marsh D", "Fernhill MS|Marsh D"),
            ("Fernhill MNS, Marsh D", "Fernhill MNS|Marsh D"),
            (
                "Anna Marsh, Bo Lind, for the REST Investigators",
                "Anna Marsh|Bo Lind|REST Investigators",
            ),
            ("Fernhill, Anna B. MDa; Marsh, Diego PhDb,*", "Fernhill, Anna B.|Marsh, Diego"),
            ("By: Fernhill, A (Fernhill, Anna) [1]; Marsh, D [2]", "Fernhill, A|Marsh, D"),
            ("Fernhill, Anna B", "Fernhill, Anna B"),
            ("Dale, Anna; Lind, David; Marsh, Maria", "Dale, Anna|Lind, David|Marsh, Maria"),
            ("Dale, Annaa; Lind, Bob; Marsh, Leoa,b", "Dale, Anna|Lind, Bo|Marsh, Leo"),
            ("Bo Linda, Lin Ogawa, Ana Dalea b", "Bo Lind|Lin Ogawa|Ana Dale"),
            ("Bo Kumarl, Ana Marsh2, Lin Dale¹", "Bo Kumar|Ana Marsh|Lin Dale"),
            ("Bo Stangl, Ana Marsh", "Bo Stangl|Ana Marsh"),
            ('Dale, Anna B"; Lind, Bo pb; Marsh, Leob', "Dale, Anna B|Lind, Bo P|Marsh, Leob"),
            (
                'Dale, Anna B"; Lind, Bo pb; Yew, Leob; Oak, Edª',
                "Dale, Anna B|Lind, Bo P|Yew, Leo|Oak, Ed",
            ),
            ("Anna Marsh, Bo Lind  View all authors and affiliations", "Anna Marsh|Bo Lind"),
        ],
    )
    def test_gives_them_in_order_without_marks(self, printed, names):
        assert names_in(printed) == tuple(names.split("|"))


class TestLooksLikeNames:
    @pytest.mark.parametrize(
        "line",
        [
            "Anna B Fernhill 1, Carl Stonebrook 2",
            "Ines do Vale",
            "Ravi Underhill; TEA Group",
            "Underhill s', Marsh A",
            'Dale, Anna B"; Lind, Bo pb',
            "Ravi Underhill, Leo al-",
            "Ravi Underhill!, Bo Lind1.2",
        ],
    )
    def test_says_yes_to_names(self, line):
        assert looks_like_names(line)

    @pytest.mark.parametrize(
        "line",
        ["On the quiet of reading rooms", "Sleep, rain and routine", "Effects: A Review", ""],
    )
    def test_says_no_to_titles(self, line):
        assert not looks_like_names(line)
