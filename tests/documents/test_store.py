import errno
import hashlib
import io
import os
from datetime import UTC, datetime, timedelta

import pytest

from chapwai.documents.store import NotStored, Store, TooBig

PAGES = b"%PDF-1.7 pages " * 100_000
SHA256 = hashlib.sha256(PAGES).hexdigest()
DAY = timedelta(hours=24)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "media")


def files_in(store):
    return [path for path in store.root.rglob("*") if path.is_file()]


class TestPut:
    def test_keeps_a_stream_under_its_sha256(self, store):
        stored = store.put(io.BytesIO(PAGES))

        assert stored.sha256 == SHA256
        assert stored.size == len(PAGES)
        assert stored.path == store.root / SHA256[:2] / SHA256[2:4] / SHA256
        assert stored.path.read_bytes() == PAGES

    def test_keeps_a_file_and_leaves_the_original(self, store, tmp_path):
        original = tmp_path / "original.pdf"
        original.write_bytes(PAGES)

        stored = store.put(original)

        assert stored.path.read_bytes() == original.read_bytes() == PAGES

    def test_keeps_the_same_bytes_once(self, store):
        first = store.put(io.BytesIO(PAGES))
        second = store.put(io.BytesIO(PAGES))

        assert first == second
        assert files_in(store) == [first.path]

    def test_keeps_nothing_of_what_is_too_big(self, store):
        with pytest.raises(TooBig):
            store.put(io.BytesIO(PAGES), limit_bytes=len(PAGES) - 1)

        assert files_in(store) == []

    def test_takes_just_as_much_as_is_allowed(self, store):
        assert store.put(io.BytesIO(PAGES), limit_bytes=len(PAGES)).size == len(PAGES)

    def test_stops_reading_once_it_is_too_much(self, store):
        class Endless(io.RawIOBase):
            def read(self, size=-1):
                return b"x" * size

        with pytest.raises(TooBig):
            store.put(Endless(), limit_bytes=3_000_000)

    def test_keeps_nothing_of_a_stream_that_breaks_off(self, store):
        class Broken(io.RawIOBase):
            chunks = iter([b"first", OSError(errno.ECONNRESET, "reset")])

            def read(self, _size=-1):
                chunk = next(self.chunks)
                if isinstance(chunk, OSError):
                    raise chunk
                return chunk

        with pytest.raises(OSError, match="reset"):
            store.put(Broken())

        assert files_in(store) == []

    def test_writes_to_the_disk_before_it_names_the_file(self, store, monkeypatch):
        happened = []
        fsync, rename = os.fsync, os.replace
        monkeypatch.setattr(os, "fsync", lambda n: happened.append(kind_of(n)) or fsync(n))
        monkeypatch.setattr(
            os, "replace", lambda *names: happened.append("rename") or rename(*names)
        )

        store.put(io.BytesIO(PAGES))

        assert happened[0] == "file"
        assert happened[-2:] == ["rename", "folder"]


class TestOpen:
    def test_reads_what_was_put(self, store):
        store.put(io.BytesIO(PAGES))

        with store.open(SHA256) as kept:
            assert kept.read() == PAGES

    @pytest.mark.parametrize(
        "sha256", [SHA256, "../../etc/passwd", "", SHA256.upper(), SHA256 + "\n"]
    )
    def test_knows_nothing_else(self, store, sha256):
        with pytest.raises(NotStored):
            store.open(sha256)


class TestDelete:
    def test_lets_a_file_go_once_and_for_all(self, store):
        store.put(io.BytesIO(PAGES))

        store.delete(SHA256)
        store.delete(SHA256)

        assert files_in(store) == []


class TestOrphans:
    now = datetime.now(UTC)

    def aged(self, path, age):
        moment = (self.now - age).timestamp()
        os.utime(path, (moment, moment))

    def test_are_old_and_unknown(self, store):
        known, unknown, young = (store.put(io.BytesIO(text)) for text in [b"1", b"2", b"3"])
        self.aged(known.path, 2 * DAY)
        self.aged(unknown.path, 2 * DAY)

        orphans = store.orphans({known.sha256}, older_than=DAY, now=self.now)

        assert list(orphans) == [unknown.sha256]
        assert young.path.exists()

    def test_are_none_any_more_when_the_same_bytes_come_again(self, store):
        self.aged(store.put(io.BytesIO(PAGES)).path, 2 * DAY)

        store.put(io.BytesIO(PAGES))

        assert list(store.orphans(set(), older_than=DAY, now=self.now)) == []

    def test_are_none_in_a_store_that_was_never_used(self, store):
        assert list(store.orphans(set(), older_than=DAY, now=self.now)) == []


class TestDeleteUnfinished:
    def test_clears_away_what_a_crash_has_left(self, store):
        store.put(io.BytesIO(PAGES))
        old, young = (store.root / "arriving" / name for name in ["old", "young"])
        old.touch()
        young.touch()
        TestOrphans().aged(old, 2 * DAY)

        count = store.delete_unfinished(older_than=DAY, now=TestOrphans.now)

        assert count == 1
        assert sorted(files_in(store)) == sorted([store.path_of(SHA256), young])


def kind_of(descriptor):
    return "folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "file"
