"""Member libraries of a network, their staff, their readers, and the rules they share."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Voice(models.TextChoices):
    """How Thai sentences of the service end, chosen once for the whole network."""

    KHA = "kha", _("kha")
    KHRAP = "khrap", _("khrap")
    NEUTRAL = "neutral", _("neutral")


class Language(models.TextChoices):
    """The languages that the service speaks."""

    THAI = "th", "ไทย"
    ENGLISH = "en", "English"


class Role(models.TextChoices):
    """What a member of staff may do for the library."""

    LIBRARIAN = "librarian", _("Librarian")
    TREASURER = "treasurer", _("Treasurer")
    COORDINATOR = "coordinator", _("Network coordinator")


class Network(models.Model):
    """Libraries that supply each other, their LINE group, and the rules they agreed on."""

    name = models.CharField(max_length=200, unique=True)
    line_group_id = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=2, choices=Language, default=Language.THAI)
    voice = models.CharField(max_length=8, choices=Voice, default=Voice.KHA)
    claim_minutes = models.PositiveIntegerField(default=240)
    give_up_hours = models.PositiveIntegerField(default=72)
    group_push_after_minutes = models.PositiveIntegerField(default=0)
    monthly_push_budget = models.PositiveIntegerField(default=200)
    link_days = models.PositiveIntegerField(default=14)
    link_downloads = models.PositiveIntegerField(default=5)

    def __str__(self) -> str:
        return self.name


class Library(models.Model):
    """A member library. `symbol` is its ISIL or short code, used in files and in the ledger."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="libraries")
    symbol = models.CharField(max_length=32, unique=True)
    name_th = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    short_name_th = models.CharField(max_length=60)
    short_name_en = models.CharField(max_length=60)
    email = models.EmailField()
    # What this library asks for one article, in satang.
    price_amount = models.PositiveBigIntegerField(default=2000)

    def __str__(self) -> str:
        return self.symbol

    @property
    def short_name(self) -> str:
        """The short name in the language that is spoken right now."""
        return self.short_name_en if get_language() == "en" else self.short_name_th


class Staff(models.Model):
    """A person who acts for a library. A LINE account acts for one library at most."""

    library = models.ForeignKey(Library, models.PROTECT, related_name="staff")
    name = models.CharField(max_length=200)
    email = models.EmailField()
    role = models.CharField(max_length=16, choices=Role, default=Role.LIBRARIAN)
    language = models.CharField(max_length=2, choices=Language, default=Language.THAI)
    line_user_id = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["library", "email"], name="staff_once_per_library")
        ]

    def __str__(self) -> str:
        return f"staff {self.pk} of {self.library_id}"


class ReaderGroup(models.Model):
    """Readers of a library who are served alike, such as lecturers or students."""

    library = models.ForeignKey(Library, models.PROTECT, related_name="reader_groups")
    code = models.CharField(max_length=32)
    name_th = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100)
    # Whether a librarian looks at each request before it goes to the network.
    mediated = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["library", "code"], name="reader_group_once")
        ]

    def __str__(self) -> str:
        return f"{self.library_id}/{self.code}"

    @property
    def name(self) -> str:
        """The group's name in the language that is spoken right now."""
        return self.name_en if get_language() == "en" else self.name_th


class Patron(models.Model):
    """A reader. Name and address never leave the home library but in the mail to the reader."""

    library = models.ForeignKey(Library, models.PROTECT, related_name="patrons")
    group = models.ForeignKey(ReaderGroup, models.PROTECT, null=True, related_name="patrons")
    # The library's own key for the reader, so that a network file can be loaded again.
    code = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=Language, default=Language.THAI)
    line_user_id = models.CharField(max_length=64, null=True, blank=True, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["library", "code"], name="patron_once_per_library"),
            models.CheckConstraint(condition=~Q(name=""), name="patron_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"patron {self.pk}"
