import os

from chapwai.line.spool import spool_body, spooled_bodies


class TestSpool:
    def test_gives_back_what_was_put_in_the_oldest_first(self, tmp_path):
        folder = tmp_path / "spool"
        for age, body in enumerate([b"newest", b"older", b"oldest"]):
            os.utime(spool_body(body, folder=folder), (1_000 - age, 1_000 - age))

        assert [body for _, body in spooled_bodies(folder)] == [b"oldest", b"older", b"newest"]

    def test_shows_nothing_that_is_half_written(self, tmp_path):
        (tmp_path / "0.part").write_bytes(b"half")

        assert list(spooled_bodies(tmp_path)) == []

    def test_is_empty_where_nothing_was_ever_spooled(self, tmp_path):
        assert list(spooled_bodies(tmp_path / "spool")) == []

    def test_is_for_our_eyes_only(self, tmp_path):
        spool_body(b"body", folder=tmp_path / "spool")

        assert (tmp_path / "spool").stat().st_mode & 0o077 == 0
