"""The reading process: it may die, its parent may not."""

import io
import os
import signal
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from PIL import Image

from chapwai.citations.citation import PictureRefused, Verdict
from chapwai.citations.worker import ReadingCrashed, ReadingTimedOut, ReadingWorker


def blank():
    file = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(file, "PNG")
    return file.getvalue()


@pytest.fixture(scope="module")
def worker():
    with ReadingWorker() as warm:
        warm.read_photo(blank())
        yield warm


def its_process(worker):
    # Its own, by number: a service of another test may have left a reading process to us.
    return psutil.Process(worker._child._process.pid)


class TestReadingWorker:
    def test_reads_as_the_function_does(self, worker):
        reading = worker.read_photo(blank())

        assert reading.verdict == Verdict.UNREADABLE
        assert reading.engine.startswith("faster-paddle")

    def test_passes_refusals_on(self, worker):
        with pytest.raises(PictureRefused) as refused:
            worker.read_photo(b"no picture")

        assert refused.value.reason == "type"

    def test_answers_each_of_several_threads(self, worker):
        with ThreadPoolExecutor(4) as pool:
            readings = list(pool.map(worker.read_photo, [blank()] * 4))

        assert {reading.verdict for reading in readings} == {Verdict.UNREADABLE}

    def test_loses_one_picture_when_its_process_dies(self, worker):
        process = its_process(worker)
        os.kill(process.pid, signal.SIGSTOP)

        with ThreadPoolExecutor(1) as pool:
            lost = pool.submit(worker.read_photo, blank())
            os.kill(process.pid, signal.SIGKILL)

        with pytest.raises(ReadingCrashed):
            lost.result()
        assert worker.read_photo(blank()).verdict == Verdict.UNREADABLE

    def test_is_started_anew_when_it_takes_too_long(self, worker):
        stuck = its_process(worker)
        worker._wall_seconds, patience = 0.2, worker._wall_seconds
        os.kill(stuck.pid, signal.SIGSTOP)

        with pytest.raises(ReadingTimedOut):
            worker.read_photo(blank())

        worker._wall_seconds = patience
        assert worker.read_photo(blank()).verdict == Verdict.UNREADABLE
        assert not stuck.is_running()

    def test_may_use_two_gigabytes_and_no_secrets(self, worker, monkeypatch):
        limits = its_process(worker).rlimit(psutil.RLIMIT_AS)
        environment = its_process(worker).environ()

        assert limits == (2 * 1024**3, 2 * 1024**3)
        assert not [name for name in environment if name.startswith(("CHAPWAI", "LINE", "PYTEST"))]

    def test_leaves_no_process_behind(self):
        with ReadingWorker() as short_lived:
            started = its_process(short_lived)
            assert started.is_running()

        assert not started.is_running()
