"""Photos that people sent with what was read in them, and articles to compare that with."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Func, Q


class Picture(models.Model):
    """One photo: the re-encoded picture in the store, and what the reading made of it."""

    sha256 = models.CharField(max_length=64)
    received_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    engine = models.CharField(max_length=40, blank=True)
    seconds = models.FloatField(null=True)
    verdict = models.CharField(max_length=20, blank=True)
    # One object an item, in the shape of reference reading: title, authors, journal, …
    items = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"picture {self.pk}"


class IndexedArticle(models.Model):
    """One article of the citation index: public facts, and nothing about who ever asked for it.

    What a source does not say is empty. `letters` is the title as titles are compared; its grams
    are indexed as `citation_grams` makes them. `digest` tells articles without identifiers apart.
    """

    title = models.TextField()
    # Grams inherit this collation, and must not be compared by the rules of any language.
    letters = models.TextField(db_collation="C")
    authors = ArrayField(models.TextField(), default=list)
    journal = models.TextField(blank=True)
    abbreviation = models.TextField(blank=True)
    issns = ArrayField(models.CharField(max_length=9), default=list)
    year = models.CharField(max_length=4, blank=True)
    volume = models.TextField(blank=True)
    issue = models.TextField(blank=True)
    pages = models.TextField(blank=True)
    doi = models.TextField(blank=True)
    pmid = models.CharField(max_length=9, blank=True)
    pmcid = models.CharField(max_length=13, blank=True)
    # The volume and the page that the article begins on, as they are compared.
    volume_key = models.TextField(blank=True)
    page_key = models.TextField(blank=True)
    digest = models.BinaryField(max_length=16)
    described_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["doi"], condition=~Q(doi=""), name="indexed_article_once_per_doi"
            )
        ]
        indexes = [
            GinIndex(Func("letters", function="citation_grams"), name="indexed_article_grams"),
            models.Index(fields=["pmid"], condition=~Q(pmid=""), name="indexed_article_pmid"),
            models.Index(fields=["pmcid"], condition=~Q(pmcid=""), name="indexed_article_pmcid"),
            models.Index(fields=["digest"], name="indexed_article_digest"),
            models.Index(
                fields=["page_key", "volume_key", "year"],
                condition=~Q(page_key=""),
                name="indexed_article_place",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class OnlineAnswer(models.Model):
    """What a service outside answered, so that nobody is asked twice; also that it knew nothing.

    The question is kept as a digest only: what was asked says what somebody reads.
    """

    question = models.CharField(max_length=64, unique=True)
    # One object a record, in the shape of `Record`.
    records = models.JSONField(default=list)
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"answer {self.pk}"
