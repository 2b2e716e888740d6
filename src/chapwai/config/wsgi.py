"""What the web server serves: LINE's webhook at once, everything else through Django."""

import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chapwai.config.settings")
_django = get_wsgi_application()

from chapwai.chat.webhook import PATH, receive  # noqa: E402 - needs the applications to be ready


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Send the webhook to its handler before any middleware: LINE waits two seconds at most."""
    if environ.get("PATH_INFO") == PATH:
        return receive(environ, start_response)
    return _django(environ, start_response)
