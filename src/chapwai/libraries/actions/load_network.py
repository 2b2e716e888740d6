"""An operator loads a network file: new entries are made, changed ones updated, others kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection, transaction
from django.db.models import Model

from chapwai.libraries.known_people import (
    free_line_accounts,
    reader_known_as,
    staff_known_as,
)
from chapwai.libraries.models import Library, Network, Patron, ReaderGroup, Staff
from chapwai.libraries.network_checks import Problem
from chapwai.libraries.network_file import NetworkFile
from chapwai.libraries.network_shape import (
    LibraryEntry,
    NetworkEntry,
    NetworkShape,
    ReaderEntry,
    StaffEntry,
)

Row = TypeVar("Row", bound=Model)


@dataclass
class Loaded:
    """How many entries of the file were new, changed, or known as they are."""

    new: int = 0
    changed: int = 0
    known: int = 0

    def keep(self, row: Row | None, blank: Row, values: Mapping[str, Any]) -> Row:
        """Write the values into the row, or into the blank one, and count what that meant."""
        kept = row or blank
        changed = [name for name, value in values.items() if getattr(kept, name) != value]
        for name in changed:
            setattr(kept, name, values[name])
        if row is None:
            kept.save(force_insert=True)
            self.new += 1
        elif changed:
            kept.save(update_fields=changed)
            self.changed += 1
        else:
            self.known += 1
        return kept


@transaction.atomic
def load_network(file: NetworkFile) -> Loaded:
    """Make the database say what the file says, or raise WrongNetworkFile with all reasons.

    Whatever the file leaves out stays as it is; nothing is ever deleted.
    """
    _wait_for_other_loads()
    problems = [*_foreign(file.content), *free_line_accounts(file.content)]
    if problems:
        raise file.source.refusal(problems)
    loaded = Loaded()
    network = _keep_network(loaded, file.content.network)
    for entry in file.content.libraries:
        _keep_library(loaded, network, entry)
    return loaded


def _wait_for_other_loads() -> None:
    """Two files at once would each miss what the other is about to write; readers go on."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {Network._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _foreign(content: NetworkShape) -> Iterator[Problem]:
    """What the file claims although another network has it."""
    networks = _networks_meant(content.network)
    if len(networks) > 1:
        yield Problem(("network", "line_group_id"), "belongs to another network")
    for index, entry in enumerate(content.libraries):
        library = Library.objects.filter(symbol=entry.symbol).first()
        if library and library.network not in networks:
            yield Problem(("libraries", index, "symbol"), "belongs to a library of another network")


def _networks_meant(entry: NetworkEntry) -> list[Network]:
    """Known by its LINE group or by its name, so that either may change."""
    by_group = Network.objects.filter(line_group_id=entry.line_group_id)
    return list(by_group | Network.objects.filter(name=entry.name))


def _keep_network(loaded: Loaded, entry: NetworkEntry) -> Network:
    known = next(iter(_networks_meant(entry)), None)
    return loaded.keep(known, Network(), entry.model_dump(exclude_unset=True))


def _keep_library(loaded: Loaded, network: Network, entry: LibraryEntry) -> None:
    values = entry.model_dump(
        exclude_unset=True, exclude={"price", "staff", "reader_groups", "readers"}
    )
    if "price" in entry.model_fields_set:
        values["price_amount"] = entry.price
    known = network.libraries.filter(symbol=entry.symbol).first()
    library = loaded.keep(known, Library(network=network), values)
    _keep_staff(loaded, library, entry)
    _keep_reader_groups(loaded, library, entry)
    _keep_readers(loaded, library, entry)


def _keep_staff(loaded: Loaded, library: Library, entry: LibraryEntry) -> None:
    for person in entry.staff:
        known = staff_known_as(library, person)
        loaded.keep(known, Staff(library=library), _values_of(person))


def _keep_reader_groups(loaded: Loaded, library: Library, entry: LibraryEntry) -> None:
    for group in entry.reader_groups:
        known = library.reader_groups.filter(code=group.code).first()
        loaded.keep(known, ReaderGroup(library=library), group.model_dump(exclude_unset=True))


def _keep_readers(loaded: Loaded, library: Library, entry: LibraryEntry) -> None:
    groups = {group.code: group for group in library.reader_groups.all()}
    for person in entry.readers:
        values = _values_of(person)
        if "group" in values:
            values["group"] = groups.get(person.group)
        known = reader_known_as(library, person)
        loaded.keep(known, Patron(library=library), values)


def _values_of(person: StaffEntry | ReaderEntry) -> dict[str, Any]:
    """What the file says of a person; an empty LINE account is none."""
    values = person.model_dump(exclude_unset=True)
    if "line_user_id" in values:
        values["line_user_id"] = values["line_user_id"] or None
    return values
