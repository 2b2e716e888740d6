"""First words to somebody who has just come."""

from chapwai.cards import drawing
from chapwai.cards.drawing import Json
from chapwai.cards.voice import gettext as _


def welcome_reader() -> Json:
    """To whoever follows the account."""
    heading = _("Welcome to Chapwai")
    sentence = _("Your library lacks an article? Photograph the screen and send it here. No form.")
    return drawing.card(drawing.note(heading=heading, sentence=sentence), alt=heading)


def unknown_reader() -> Json:
    """To somebody whose LINE account no library has registered."""
    heading = _("This account is not linked to a library yet")
    sentence = _(
        "Please ask your librarian to register it, then send the photo again. "
        "Staff: use the account that your library registered."
    )
    return drawing.card(drawing.note(heading=heading, sentence=sentence), alt=heading)


def not_registered() -> Json:
    """To somebody who pressed a librarian's button and is not known as one."""
    heading = _("Link your account first")
    sentence = _(
        "This button is for member libraries' staff. "
        "Please ask your network's coordinator to link your account."
    )
    return drawing.card(drawing.note(heading=heading, sentence=sentence), alt=heading)
