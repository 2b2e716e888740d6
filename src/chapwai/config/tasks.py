"""What the worker does when it is woken. A job carries no data: the truth stands in our rows."""

from functools import cache

from django.conf import settings
from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from chapwai.chat.content import content_waits, handle_content, take_next_content
from chapwai.chat.handle import handle_next_event
from chapwai.chat.patience import mention_slow_content
from chapwai.chat.webhook import keep_spooled
from chapwai.citations.worker import ReadingWorker
from chapwai.deliveries.prepare import prepare_deliveries
from chapwai.deliveries.settle import settle_deliveries
from chapwai.document_requests.timers import act_on_due_requests
from chapwai.jobs.wake import wake_up
from chapwai.line import outbox
from chapwai.line.connect import line_client
from chapwai.mail.actions.send import send_due_mails
from chapwai.mail.smtp import SmtpServer
from chapwai.notices.by_mail import mail_overdue_notices
from chapwai.notices.tell import tell_new_events

# Photos and files are slow, so they have a worker of their own and never hold up the chat.
CHAT, CONTENT, MAIL = "chat", "content", "mail"
# A worker whose heart has not beaten for so long is gone.
STALLED_AFTER_SECONDS = 15


@app.task(name="handle_events", queue=CHAT)
def handle_events() -> None:
    """Handle what came from LINE until nothing is left, answering each chat in turn."""
    while (chat := handle_next_event(now=timezone.now())) is not None:
        speak_up({chat} - {""})
    if content_waits(now=timezone.now()):
        wake_up("handle_contents")


@app.task(name="handle_contents", queue=CONTENT)
def handle_contents() -> None:
    """Fetch and understand the photos and files that were announced."""
    while content := take_next_content(now=timezone.now()):
        handle_content(content, client=line_client(), reader=reading_worker(), now=timezone.now())
        speak_up({content.chat})
        if content.document:
            wake_up("deliver")


@app.task(name="deliver", queue=MAIL)
def deliver() -> None:
    """Bring supplied documents to their readers and mails to their servers."""
    prepare_deliveries(now=timezone.now())
    send_due_mails(server=SmtpServer.from_url(settings.SMTP_URL), clock=timezone.now)
    settle_deliveries(now=timezone.now())
    speak_up(set())


# Seconds are the last of six fields; written first they would be minutes.
@app.periodic(cron="* * * * * */10")
@app.task(name="sweep", queue=CHAT, queueing_lock="sweep")
def sweep(timestamp: int) -> None:
    """Find whatever a lost wake-up or a crash has left behind."""
    now = timezone.now()
    keep_spooled()
    act_on_due_requests(now=now)
    speak_up(mention_slow_content(now=now))
    mail_overdue_notices(now=now)
    outbox.sweep(client=line_client(), now=now)
    for task in ("handle_events", "handle_contents", "deliver"):
        wake_up(task)


@app.periodic(cron="* * * * *")
@app.task(name="forget_stalled", queue=CHAT, queueing_lock="forget_stalled", pass_context=True)
async def forget_stalled(context: JobContext, timestamp: int) -> None:
    """Clear away the jobs of workers that died; what they were about, the sweep finds anew."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
        await jobs.finish_job(job, status=Status.FAILED, delete_job=True)


def speak_up(chats: set[str]) -> None:
    """Tell the news, then speak in these chats and in all that the news concerns."""
    now = timezone.now()
    for chat in chats | tell_new_events(now=now):
        outbox.speak(chat, client=line_client(), now=now)


@cache
def reading_worker() -> ReadingWorker:
    """The warm process that reads photos; one a worker."""
    return ReadingWorker()
