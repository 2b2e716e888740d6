import pytest

from chapwai.config.environment import Environment, WrongSetting

NAME = "CHAPWAI_SOMETHING"


def environment(value=None, **others):
    return Environment({**({} if value is None else {NAME: value}), **others})


class TestText:
    def test_is_the_value_without_spaces_around_it(self):
        assert environment(" word ").text(NAME) == "word"

    def test_is_the_default_where_nothing_is_set(self):
        assert environment().text(NAME, "default") == "default"

    def test_may_stand_in_a_file_of_its_own(self, tmp_path):
        (tmp_path / "secret").write_text("from the file\n", encoding="utf-8")

        read = environment("beside it", **{f"{NAME}_FILE": str(tmp_path / "secret")}).text(NAME)

        assert read == "from the file"

    def test_says_which_file_cannot_be_read(self, tmp_path):
        variables = environment(**{f"{NAME}_FILE": str(tmp_path / "missing")})

        with pytest.raises(WrongSetting, match=f"{NAME}_FILE cannot be read: No such file"):
            variables.text(NAME)


class TestRequired:
    @pytest.mark.parametrize("value", [None, "", "  "])
    def test_says_what_is_missing(self, value):
        with pytest.raises(WrongSetting, match=f"{NAME} is not set"):
            environment(value).required(NAME)


class TestTogether:
    def test_are_all_or_none(self):
        assert Environment({"A": "1", "B": "2"}).together("A", "B") == ["1", "2"]
        assert Environment({}).together("A", "B") == ["", ""]

    def test_says_which_of_them_is_missing(self):
        with pytest.raises(WrongSetting, match="A, B belong together; B is not set"):
            Environment({"A": "1"}).together("A", "B")


class TestNumber:
    @pytest.mark.parametrize(("value", "number"), [(None, 8), ("1", 1), ("64", 64)])
    def test_is_between_its_bounds(self, value, number):
        assert environment(value).number(NAME, 8, least=1, most=64) == number

    @pytest.mark.parametrize("value", ["0", "65", "-1", "many", "1.5", ""])
    def test_is_refused_with_what_is_allowed(self, value):
        with pytest.raises(WrongSetting, match=f"{NAME} is .* from 1 to 64"):
            environment(value).number(NAME, 8, least=1, most=64)


class TestChoice:
    def test_is_one_of_the_words(self):
        assert environment("b").choice(NAME, "a", allowed=("a", "b")) == "b"

    def test_is_refused_with_what_is_allowed(self):
        with pytest.raises(WrongSetting, match=f"{NAME} is 'c'; it takes one of a, b"):
            environment("c").choice(NAME, "a", allowed=("a", "b"))


class TestWebAddress:
    @pytest.mark.parametrize(
        ("value", "address"),
        [
            ("https://chapwai.example/", "https://chapwai.example"),
            ("http://127.0.0.1:9", "http://127.0.0.1:9"),
            ("", ""),
        ],
    )
    def test_has_no_slash_at_its_end(self, value, address):
        assert environment(value).web_address(NAME) == address

    @pytest.mark.parametrize("value", ["chapwai.example", "ftp://x.example", "https://", "x:y"])
    def test_is_refused_with_an_example(self, value):
        with pytest.raises(WrongSetting, match=f"{NAME} is .* like https://chapwai.example"):
            environment(value).web_address(NAME)


class TestBind:
    @pytest.mark.parametrize(
        ("value", "bind"), [("0.0.0.0:80", ("0.0.0.0", 80)), ("[::1]:8000", ("::1", 8000))]
    )
    def test_is_a_host_and_a_port(self, value, bind):
        assert environment(value).bind(NAME, "") == bind

    @pytest.mark.parametrize("value", ["8000", ":8000", "host:", "host:http", "host:65536"])
    def test_is_refused_with_an_example(self, value):
        with pytest.raises(WrongSetting, match=f"{NAME} is .* like 127.0.0.1:8000"):
            environment(value).bind(NAME, "")


class TestFolder:
    def test_is_absolute_and_need_not_exist(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)

        assert environment("data").folder(NAME, "") == tmp_path / "data"
