"""Which people of a network file are known already, and whose LINE account is whose."""

from collections.abc import Iterator
from typing import NamedTuple

from chapwai.libraries.line_numbers import Where
from chapwai.libraries.models import Library, Patron, Staff
from chapwai.libraries.network_checks import Problem
from chapwai.libraries.network_shape import LibraryEntry, NetworkShape, ReaderEntry, StaffEntry


class _Person(NamedTuple):
    where: Where
    line_user_id: str
    known_as: Staff | Patron | None


def staff_known_as(library: Library, person: StaffEntry) -> Staff | None:
    """Known by the address, else by the LINE account, so that either may change."""
    by_address = library.staff.filter(email__iexact=person.email).first()
    if by_address or not person.line_user_id:
        return by_address
    return library.staff.filter(line_user_id=person.line_user_id).first()


def reader_known_as(library: Library, person: ReaderEntry) -> Patron | None:
    """Known by the library's own code."""
    return library.patrons.filter(code=person.code).first()


def free_line_accounts(content: NetworkShape) -> Iterator[Problem]:
    """Take LINE accounts from people of the file whom it does not give them to any more.

    Two people may so exchange their accounts. An account of somebody who is not in the file is a
    problem: nobody loses it unsaid.
    """
    people = list(_people(content))
    in_file = [person.known_as for person in people if person.known_as]
    for person in people:
        for holder in _other_holders(person):
            if holder not in in_file:
                yield Problem(person.where, f"belongs to {holder.name} at {holder.library}")
            holder.line_user_id = None
            holder.save(update_fields=["line_user_id"])


def _other_holders(person: _Person) -> Iterator[Staff | Patron]:
    if person.line_user_id:
        for model in (Staff, Patron):
            holders = model.objects.select_related("library")
            for holder in holders.filter(line_user_id=person.line_user_id):
                if holder != person.known_as:
                    yield holder


def _people(content: NetworkShape) -> Iterator[_Person]:
    for index, entry in enumerate(content.libraries):
        library = Library.objects.filter(symbol=entry.symbol).first()
        for where, line_user_id, known_as in _people_of(entry, library):
            yield _Person(("libraries", index, *where, "line_user_id"), line_user_id, known_as)


def _people_of(entry: LibraryEntry, library: Library | None) -> Iterator[_Person]:
    for index, staff in enumerate(entry.staff):
        known_staff = staff_known_as(library, staff) if library else None
        yield _Person(("staff", index), staff.line_user_id, known_staff)
    for index, reader in enumerate(entry.readers):
        known_reader = reader_known_as(library, reader) if library else None
        yield _Person(("readers", index), reader.line_user_id, known_reader)
