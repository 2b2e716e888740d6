"""What people see in LINE: each function draws one message for one occasion.

with cards.tone(language="th", voice="kha"):
    message = cards.request_card(doc_request)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chapwai.cards.deck import *  # noqa: F403 - deck names them all


def __getattr__(name: str) -> Any:
    # Django imports this package before models may be loaded, and cards speak of models.
    return getattr(import_module("chapwai.cards.deck"), name)
