"""What a machine lacks is named where people work, and not forgiven in CI."""

import pytest

from tests.machine import require_program


class TestProgramThatIsNotThere:
    def test_skips_a_test_by_name_where_people_work(self, monkeypatch):
        monkeypatch.delenv("CI", raising=False)

        with pytest.raises(pytest.skip.Exception, match="no-such-program is not on this machine"):
            require_program("no-such-program")

    def test_fails_the_test_in_ci(self, monkeypatch):
        monkeypatch.setenv("CI", "true")

        with pytest.raises(pytest.fail.Exception, match="CI must have it: no-such-program"):
            require_program("no-such-program")


class TestProgramThatIsThere:
    def test_is_given_by_its_path_under_whichever_name_it_has(self):
        assert require_program("no-such-program", "sh").endswith("/sh")
