"""Readings as JSON frames between the reading process and its parent.

JSON and not pickle: the child handles strangers' pictures, and a pickle from a child that was
taken over would be its way into the parent.
"""

import base64
import json
import struct
from dataclasses import asdict, fields
from types import MappingProxyType
from typing import Any, BinaryIO

from chapwai.citations.citation import Citation, Reading, Verdict
from chapwai.citations.lines import Box, Line
from chapwai.citations.record import Record

LENGTH = struct.Struct("!I")


def write_frame(pipe: BinaryIO, payload: bytes) -> None:
    """Send one frame: its length, then its bytes."""
    pipe.write(LENGTH.pack(len(payload)))
    pipe.write(payload)
    pipe.flush()


def read_frame(pipe: BinaryIO) -> bytes | None:
    """Receive one frame, None if the other side has gone."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    payload = pipe.read(length)
    return payload if len(payload) == length else None


def encoded(reading: Reading) -> bytes:
    """The reading as JSON."""
    values = {field.name: getattr(reading, field.name) for field in fields(reading)}
    values["citations"] = [citation_to(citation) for citation in reading.citations]
    values["picture"] = base64.b64encode(reading.picture).decode("ascii")
    values["lines"] = [asdict(line) for line in reading.lines]
    return json.dumps({"reading": values}).encode()


def decoded(values: dict[str, Any]) -> Reading:
    """The reading from its JSON values; raises KeyError or TypeError if they are not one."""
    return Reading(
        verdict=Verdict(values["verdict"]),
        citations=tuple(citation_from(citation) for citation in values["citations"]),
        lines=tuple(_line(line) for line in values["lines"]),
        engine=values["engine"],
        seconds=values["seconds"],
        picture=base64.b64decode(values["picture"]),
    )


def citation_to(citation: Citation) -> dict[str, Any]:
    """The citation as JSON values, nothing lost."""
    values = {field.name: getattr(citation, field.name) for field in fields(citation)}
    plain = {
        "doubtful": sorted(citation.doubtful),
        "origins": dict(citation.origins),
        "candidates": [asdict(record) for record in citation.candidates],
    }
    return values | plain


def citation_from(values: dict[str, Any]) -> Citation:
    """The citation that `citation_to` wrote."""
    plural = {
        "authors": tuple(values["authors"]),
        "doubtful": frozenset(values["doubtful"]),
        "origins": MappingProxyType(values["origins"]),
        "candidates": tuple(map(record_from, values.get("candidates", ()))),
    }
    return Citation(**(values | plural))


def record_from(values: dict[str, Any]) -> Record:
    """The record whose fields these JSON values are."""
    plural = {"authors": tuple(values["authors"]), "issns": tuple(values["issns"])}
    return Record(**(values | plural))


def _line(values: dict[str, Any]) -> Line:
    return Line(values["text"], Box(**values["box"]), values["confidence"])
