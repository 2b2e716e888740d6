"""Reading small files of records from text, for the tests of all formats."""

import io

from chapwai.citations.formats.fault import Fault
from chapwai.citations.record import Record


def read_all(reader, text):
    """Everything that the reader finds in the text."""
    return list(reader(io.BytesIO(text if isinstance(text, bytes) else text.encode())))


def only_record(reader, text):
    """The one record of the text."""
    (found,) = read_all(reader, text)
    assert isinstance(found, Record), found
    return found


def faults_of(reader, text):
    return [found for found in read_all(reader, text) if isinstance(found, Fault)]
