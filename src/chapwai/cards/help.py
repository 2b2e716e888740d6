"""What can be typed."""

from chapwai.cards import drawing
from chapwai.cards.drawing import Json
from chapwai.cards.voice import gettext as _


def help_reader() -> Json:
    """To a reader who asks how it works."""
    heading = _("Just send a photo of the screen")
    sentence = _("or type status · cancel A123")
    return drawing.card(drawing.note(heading=heading, sentence=sentence), alt=heading)


def help_librarian() -> Json:
    """To a librarian who asks how it works."""
    heading = _("What you can type")
    sentence = _("board · take A123 · none A123 · back A123 · status A123 · balance")
    return drawing.card(drawing.note(heading=heading, sentence=sentence), alt=heading)


def kept_for_later() -> Json:
    """Something of ours is broken. Said in 1:1 only, after several tries."""
    return drawing.words_only(
        _("Received and kept, but it can't go on right now. Please try again later. Sorry.")
    )


def not_understood() -> Json:
    """Unclear words never act. Said in 1:1 only."""
    return drawing.words_only(_('That wasn\'t understood. Type "help" to see what works.'))
