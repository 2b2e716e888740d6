import pytest
from django.db import DatabaseError, connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from chapwai.jobs.wake import wake_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_is_woken():
    """What a test with real commits has queued stays: Django does not know these tables."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


class TestWakeUp:
    def test_queues_one_job_that_carries_nothing(self):
        wake_up("deliver")

        job = ProcrastinateJob.objects.get()
        assert (job.task_name, job.queue_name, job.args) == ("deliver", "mail", {})

    def test_of_a_worker_that_is_woken_already_queues_no_other(self):
        for _ in range(3):
            wake_up("deliver")
        wake_up("handle_events")

        assert ProcrastinateJob.objects.count() == 2

    def test_that_cannot_be_queued_harms_nobody(self, monkeypatch, caplog):
        def out_of_order(*_, **__):
            raise DatabaseError

        monkeypatch.setattr(app, "configure_task", out_of_order)

        wake_up("deliver")

        assert "the sweep will find it" in caplog.text
