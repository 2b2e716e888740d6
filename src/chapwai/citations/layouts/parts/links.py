"""The links that sites put under each reference: Crossref, PubMed, Google Scholar."""

import functools
import re

from chapwai.citations.lines import Line

LINK_WORDS = {
    "article", "crossref", "cross", "ref", "pubmed", "cas", "google", "scholar", "medline", "web",
    "of", "science", "scopus", "view", "in", "at", "full", "text", "pdf", "abstract", "isi",
    "open", "url", "access", "free", "pmc", "central", "ads", "download", "export", "citation",
    "record", "publisher", "find", "this", "online", "a", "new", "tab", "to", "doi", "go",
    "googlescholar", "fulltext", "crossrefpubmed",
}  # fmt: skip
# Of many words one may name a database that nobody here knows, or be misread.
WORDS_PER_STRANGER = 6
MOST_WORDS = 20


def is_links(line: Line) -> bool:
    """Whether a line is nothing but the links that sites put under a reference."""
    return _names_links(line.text)


@functools.lru_cache(maxsize=2048)
def _names_links(text: str) -> bool:
    if re.search(r"\d{3}", text):
        return False
    words = re.findall(r"[^\W\d_]+", text.lower())
    others = sum(word not in LINK_WORDS for word in words)
    return bool(words) and len(words) <= MOST_WORDS and others <= len(words) // WORDS_PER_STRANGER
