"""A mail is ready: its bytes are kept and everybody it is for gets a line."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from chapwai.mail.models import Mail, Recipient


@transaction.atomic
def queue_mail(
    *,
    key: str,
    message_id: str,
    sender: str,
    content: bytes,
    recipients: Mapping[str, str],
    now: datetime,
) -> Mail:
    """Queue the mail once under its key; recipients: address -> role."""
    mail, new = Mail.objects.get_or_create(
        key=key,
        defaults={
            "message_id": message_id,
            "sender": sender,
            "content": content,
            "created_at": now,
        },
    )
    if new:
        Recipient.objects.bulk_create(
            Recipient(mail=mail, address=address, role=role, due_at=now)
            for address, role in recipients.items()
        )
    return mail
