"""A network as its file would describe it, and the text of such a file."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Model

from chapwai.libraries.models import Library, Network
from chapwai.libraries.network_shape import NetworkEntry, ReaderGroupEntry


def described(network: Network) -> dict[str, Any]:
    """All that a network file may say of libraries and people; money is in the ledger."""
    libraries = network.libraries.order_by("pk")
    return {
        "network": _said(network, NetworkEntry.model_fields),
        "libraries": [_library(library) for library in libraries],
    }


def in_baht(satang: int) -> int | Decimal:
    """The amount as people write it: 20, or 12.50."""
    return satang // 100 if satang % 100 == 0 else Decimal(satang) / 100


def as_toml(tables: Mapping[str, Any], heading: str = "") -> str:
    """The text of the file: values first, tables after them, lists as repeated tables."""
    return "\n".join(_lines(tables, heading)).strip() + "\n"


def as_json(tables: Mapping[str, Any]) -> str:
    """The same as JSON."""
    return json.dumps(tables, ensure_ascii=False, indent=2, default=float) + "\n"


def _library(library: Library) -> dict[str, Any]:
    names = ("symbol", "name_th", "name_en", "short_name_th", "short_name_en", "email")
    person = ("name", "email", "language", "line_user_id")
    groups = library.reader_groups.order_by("pk")
    readers = library.patrons.select_related("group").order_by("pk")
    return {
        **_said(library, names),
        "price": in_baht(library.price_amount),
        "staff": [_said(staff, (*person, "role")) for staff in library.staff.order_by("pk")],
        "reader_groups": [_said(group, ReaderGroupEntry.model_fields) for group in groups],
        "readers": [
            {
                **_said(reader, ("code", *person)),
                **({"group": reader.group.code} if reader.group else {}),
            }
            for reader in readers
        ],
    }


def _said(row: Model, names: Any) -> dict[str, Any]:
    """The row's values under these names, without those that are empty."""
    values = {name: getattr(row, name) for name in names}
    return {name: value for name, value in values.items() if value not in ("", None)}


def _lines(tables: Mapping[str, Any], heading: str) -> Iterator[str]:
    for name, value in tables.items():
        if not isinstance(value, dict | list):
            yield f"{name} = {_toml_value(value)}"
    for name, value in tables.items():
        path = f"{heading}.{name}" if heading else name
        if isinstance(value, dict):
            yield from ("", f"[{path}]", *_lines(value, path))
        elif isinstance(value, list):
            for entry in value:
                yield from ("", f"[[{path}]]", *_lines(entry, path))


def _toml_value(value: Any) -> str:
    # What JSON writes for texts, whole numbers and truth is TOML too.
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
