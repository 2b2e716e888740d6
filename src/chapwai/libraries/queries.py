"""Who is who: found by what a door knows of them."""

from chapwai.libraries.models import Library, Network, Patron, Staff


def staff_of_line_user(line_user_id: str) -> Staff | None:
    """The librarian behind a LINE account, with library and network at hand."""
    return (
        Staff.objects.select_related("library__network").filter(line_user_id=line_user_id).first()
    )


def patron_of_line_user(line_user_id: str) -> Patron | None:
    """The reader behind a LINE account, with library, network and group at hand."""
    return (
        Patron.objects.select_related("library__network", "group")
        .filter(line_user_id=line_user_id)
        .first()
    )


def network_of_group(line_group_id: str) -> Network | None:
    """The network whose LINE group this is."""
    return Network.objects.filter(line_group_id=line_group_id).first()


def librarians_of(library: Library) -> list[Staff]:
    """Everybody who hears of the library's requests, in a steady order."""
    return list(library.staff.select_related("library__network").order_by("pk"))
