"""Photos and files: noted when LINE announces them, fetched and understood by the worker."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import Exists, OuterRef

from chapwai import cards
from chapwai.cards.postbacks import Postback
from chapwai.chat import photos, supplies
from chapwai.chat.models import ContentKind, ReceivedContent
from chapwai.chat.turn import Turn, turn_in
from chapwai.citations.models import Picture
from chapwai.citations.worker import ReadingWorker
from chapwai.documents.actions.forget import forget_file
from chapwai.documents.workshop import workshop
from chapwai.line.client import LineClient, LineError
from chapwai.line.events import LineEvent

log = logging.getLogger(__name__)

# Longer than fetching, reading and checking may take together.
LEASE = timedelta(minutes=3)
MOST_ATTEMPTS = 6
LARGEST_FILE = 100_000_000
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif")


class TooMuchContent(Exception):
    """More bytes came than anybody may send."""


def content_announced(turn: Turn, event: LineEvent) -> None:
    """Note that a photo or file was sent. A file that is a picture by name is looked at as one."""
    if turn.in_group and turn.staff is None:
        return  # nothing could come of it, so it is not even fetched
    is_photo = event.message_type == "image" or _is_photo_by_name(turn, event.file_name.lower())
    ReceivedContent.objects.get_or_create(
        message_id=event.message_id,
        defaults={
            "chat": turn.chat,
            "user_id": turn.user_id,
            "in_group": turn.in_group,
            "kind": ContentKind.PHOTO if is_photo else ContentKind.FILE,
            "size": event.file_size,
            "received_at": turn.now,
            "due_at": turn.now,
        },
    )


def _is_photo_by_name(turn: Turn, name: str) -> bool:
    """Readers send a PDF to show which article they want; librarians, to supply one."""
    endings = (*PICTURE_ENDINGS, ".pdf") if turn.patron else PICTURE_ENDINGS
    return name.endswith(endings) and not supplies.awaited(turn)


def content_unsent(event: LineEvent) -> None:
    """The sender took it back: what we kept of it goes, unless it was supplied meanwhile."""
    message_id = str(event.raw.get("unsend", {}).get("messageId", ""))
    for content in ReceivedContent.objects.filter(message_id=message_id):
        if content.picture and not _is_kept_for_others(content.picture):
            forget_file(content.picture.sha256)
        content.done_at = content.done_at or content.received_at
        content.save(update_fields=["done_at"])


def _is_kept_for_others(picture: Picture) -> bool:
    """Two people may send the same picture; the store keeps it once."""
    return Picture.objects.filter(sha256=picture.sha256).exclude(pk=picture.pk).exists()


def content_waits(*, now: datetime) -> bool:
    """Whether a photo or file is due."""
    return ReceivedContent.objects.filter(done_at=None, due_at__lte=now).exists()


def take_next_content(*, now: datetime) -> ReceivedContent | None:
    """The next photo or file that is due, leased to us for a while.

    What one person sends in one chat is handled in its order, so that cards stand as the photos
    do; only what has failed once lets the others pass.
    """
    earlier = ReceivedContent.objects.filter(
        chat=OuterRef("chat"), user_id=OuterRef("user_id"), id__lt=OuterRef("id")
    )
    under_way = earlier.filter(done_at=None, attempts__lte=1)
    with transaction.atomic():
        content = (
            ReceivedContent.objects.select_for_update(skip_locked=True)
            .filter(~Exists(under_way), done_at=None, due_at__lte=now)
            .order_by("id")
            .first()
        )
        if content:
            content.attempts += 1
            content.due_at = now + LEASE
            content.save(update_fields=["attempts", "due_at"])
    return content


def handle_content(
    content: ReceivedContent, *, client: LineClient, reader: ReadingWorker, now: datetime
) -> None:
    """Fetch it, understand it, act on it; what fails is tried again a little later."""
    _show_that_we_are_at_it(content, client=client)
    try:
        with workshop() as folder:
            file = folder / "content"
            fetch(content.message_id, into=file, client=client)
            _understand(content, file, reader=reader, now=now)
    except TooMuchContent:
        _refuse(content, "too_big", now=now)
    except LineError as error:
        _put_off(content, str(error), for_good=error.permanent, now=now)
    except Exception as error:  # one bad file must not stop the files behind it
        log.exception("content %s could not be handled", content.pk)
        _put_off(content, type(error).__name__, for_good=False, now=now)


def _show_that_we_are_at_it(content: ReceivedContent, *, client: LineClient) -> None:
    """Let the person see that something is going on; no word is spent on it, nor any error."""
    if not content.in_group:
        with suppress(LineError):
            client.show_loading(content.user_id)


def fetch(message_id: str, *, into: Path, client: LineClient) -> None:
    """Stream the bytes to a file; the size that LINE announced is not relied on."""
    size = 0
    with client.content(message_id) as chunks, into.open("wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > LARGEST_FILE:
                raise TooMuchContent
            file.write(chunk)


def turn_of(content: ReceivedContent, *, now: datetime) -> Turn:
    """The turn of whoever sent it, in the chat where it was sent."""
    return turn_in(content.chat, user_id=content.user_id, in_group=content.in_group, now=now)


def _understand(
    content: ReceivedContent, file: Path, *, reader: ReadingWorker, now: datetime
) -> None:
    turn = turn_of(content, now=now)
    with turn.tone():
        if content.kind == ContentKind.PHOTO:
            # Reading takes seconds and needs no transaction; what follows from it is one.
            outcome: Callable[[], None] = photos.read(turn, content, file, reader=reader)
        else:
            outcome = supplies.check(turn, content, file)
        _finish(content, outcome, now=now)


@transaction.atomic
def _finish(content: ReceivedContent, outcome: Callable[[], None], *, now: datetime) -> None:
    """Act once: a second worker that took over meanwhile finds it done."""
    undone = ReceivedContent.objects.select_for_update().filter(pk=content.pk, done_at=None)
    if not undone.exists():
        return
    content.refresh_from_db(fields=["words"])  # an address may have been typed meanwhile
    outcome()
    content.done_at = now
    content.save()


def _put_off(content: ReceivedContent, error: str, *, for_good: bool, now: datetime) -> None:
    """Try again with growing pauses; after the last try whoever sent it is told."""
    content.error = error[:300]
    content.due_at = now + timedelta(seconds=2**content.attempts)
    content.save(update_fields=["due_at", "error"])
    if for_good or content.attempts >= MOST_ATTEMPTS:
        _refuse(content, "broken", now=now)


def _refuse(content: ReceivedContent, reason: str, *, now: datetime) -> None:
    """Say why nothing came of it."""
    turn = turn_of(content, now=now)
    with turn.tone():
        if content.kind == ContentKind.PHOTO:
            _finish(content, lambda: photos.refused(turn, reason), now=now)
        else:
            _finish(content, lambda: supplies.refused(turn, content, reason), now=now)


def article_chosen(turn: Turn, pressed: Postback) -> None:
    """One of several articles in a photo was picked."""
    if content := _theirs(turn, pressed):
        photos.article_chosen(turn, content, pressed.value)


def help_wanted(turn: Turn, pressed: Postback) -> None:
    """The photo could not be read and the reader wants the librarian to look at it."""
    if content := _theirs(turn, pressed):
        photos.help_wanted(turn, content)


def claim_chosen_for_file(turn: Turn, pressed: Postback) -> None:
    """The librarian said which claim a file is for."""
    if content := _theirs(turn, pressed):
        supplies.claim_chosen(turn, content, pressed.value)


def file_dropped(turn: Turn, pressed: Postback) -> None:
    """The file is for none of the claims; its bytes go."""
    content = _theirs(turn, pressed)
    if content and content.document and not content.doc_request:
        supplies.throw_away(content)


def _theirs(turn: Turn, pressed: Postback) -> ReceivedContent | None:
    """What this very person sent; otherwise they are told that it is no longer there."""
    content = None
    if pressed.subject.isdecimal():
        content = ReceivedContent.objects.filter(
            pk=int(pressed.subject), user_id=turn.user_id
        ).first()
    if content is None:
        turn.answer(cards.closed_and_filed(), kind="closed_and_filed")
    return content
