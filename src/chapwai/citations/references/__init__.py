"""References as people type, paste and print them, in any style."""

from chapwai.citations.references.message import describe_text
from chapwai.citations.references.numbering import BACKLINKS, NUMBERING
from chapwai.citations.references.reference import (
    could_be_reference,
    describe_cut_reference,
    describe_identifiers,
    describe_reference,
)

__all__ = [
    "BACKLINKS",
    "NUMBERING",
    "could_be_reference",
    "describe_cut_reference",
    "describe_identifiers",
    "describe_reference",
    "describe_text",
]
