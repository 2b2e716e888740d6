"""What the worker does without being woken comes when the texts say that it comes."""

from itertools import pairwise

from procrastinate.contrib.django import app

from chapwai.config import tasks

# Some moment inside a minute.
START = 1_795_341_063.0


class TestSweep:
    def test_comes_every_ten_seconds_of_every_minute(self):
        assert pauses_of(tasks.sweep, times=15) == {10}


class TestForgettingStalledJobs:
    def test_comes_every_minute(self):
        assert pauses_of(tasks.forget_stalled, times=5) == {60}


def pauses_of(task, *, times):
    """The seconds between so many of its next times."""
    timetable = app.periodic_registry.periodic_tasks[task.name, ""].croniter
    timetable.set_current(START, force=True)
    moments = [timetable.get_next(float) for _ in range(times)]
    return {later - sooner for sooner, later in pairwise(moments)}
