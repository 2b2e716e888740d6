"""The client of our own channel, from the settings."""

from functools import cache

from django.conf import settings

from chapwai.line.client import LineClient


@cache
def line_client() -> LineClient:
    """One client a process; it holds no connection."""
    return LineClient(
        api_url=settings.LINE_API_URL,
        data_api_url=settings.LINE_DATA_API_URL,
        channel_token=settings.LINE_CHANNEL_TOKEN,
    )
