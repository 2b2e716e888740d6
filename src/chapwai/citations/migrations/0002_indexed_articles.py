"""A table for the citation index, and the function that its titles are found by."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

# The letters of a title in all groups of five; no extension is needed, nor any right to add one.
MAKE_GRAMS = """
    CREATE FUNCTION citation_grams(letters text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT array_agg(substr(letters, start, 5))
        FROM generate_series(1, greatest(length(letters) - 4, 1)) AS start
    $$
"""
# Comparing titles one by one takes a hundred times as long as the index, and compiling the query
# longer than answering it. The planner, which thinks otherwise of small tables and of large ones,
# is not asked.
MAKE_SEARCH = """
    CREATE FUNCTION citations_sharing_grams(grams text[], most integer)
    RETURNS TABLE (article bigint, letters text)
    LANGUAGE sql STABLE STRICT SET enable_seqscan = off SET jit = off AS $$
        SELECT id, letters FROM citations_indexedarticle
        WHERE citation_grams(letters) && grams LIMIT most
    $$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("citations", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(MAKE_GRAMS, "DROP FUNCTION citation_grams(text)"),
        migrations.CreateModel(
            name="IndexedArticle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.TextField()),
                ("letters", models.TextField(db_collation="C")),
                (
                    "authors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("journal", models.TextField(blank=True)),
                ("abbreviation", models.TextField(blank=True)),
                (
                    "issns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=9), default=list, size=None
                    ),
                ),
                ("year", models.CharField(blank=True, max_length=4)),
                ("volume", models.TextField(blank=True)),
                ("issue", models.TextField(blank=True)),
                ("pages", models.TextField(blank=True)),
                ("doi", models.TextField(blank=True)),
                ("pmid", models.CharField(blank=True, max_length=9)),
                ("pmcid", models.CharField(blank=True, max_length=13)),
                ("volume_key", models.TextField(blank=True)),
                ("page_key", models.TextField(blank=True)),
                ("digest", models.BinaryField(max_length=16)),
                ("described_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        models.Func("letters", function="citation_grams"),
                        name="indexed_article_grams",
                    ),
                    models.Index(
                        condition=models.Q(("pmid", ""), _negated=True),
                        fields=["pmid"],
                        name="indexed_article_pmid",
                    ),
                    models.Index(
                        condition=models.Q(("pmcid", ""), _negated=True),
                        fields=["pmcid"],
                        name="indexed_article_pmcid",
                    ),
                    models.Index(fields=["digest"], name="indexed_article_digest"),
                    models.Index(
                        condition=models.Q(("page_key", ""), _negated=True),
                        fields=["page_key", "volume_key", "year"],
                        name="indexed_article_place",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("doi", ""), _negated=True),
                        fields=("doi",),
                        name="indexed_article_once_per_doi",
                    )
                ],
            },
        ),
        migrations.RunSQL(MAKE_SEARCH, "DROP FUNCTION citations_sharing_grams(text[], integer)"),
    ]
