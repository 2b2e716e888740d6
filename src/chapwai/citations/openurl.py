"""OpenURL 0.1 and 1.0: an article as library systems pass it to one another in a web address."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote_to_bytes

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.formats.article import (
    first_of,
    issns_from,
    name_from,
    name_turned,
    numbered,
    page_range,
    pages_from,
    title_from,
    volume_from,
    worded,
    year_from,
)
from chapwai.citations.formats.decoding import decoded

KEYS = {
    "sid", "id", "genre", "title", "jtitle", "stitle", "atitle", "btitle", "aulast", "aufirst",
    "auinit", "auinit1", "auinitm", "au", "issn", "eissn", "isbn", "coden", "date", "year",
    "volume", "part", "issue", "spage", "epage", "pages", "artnum", "doi", "pmid", "rft_id",
    "rft_val_fmt", "rft_dat", "ctx_ver", "url_ver", "url_ctx_fmt", "ctx_enc", "ctx_tim", "rfr_id",
    "req_id", "svc_id", "pid", "pub", "place", "edition",
}  # fmt: skip
# Any of these says that the address is an OpenURL of version 1.0.
VERSION_1 = {"ctx_ver", "url_ver", "url_ctx_fmt", "rft_val_fmt", "rft_id"}
# What an address must hold to describe an article and not the search of some shop.
TELLING = {"issn", "eissn", "atitle", "jtitle", "aulast", "spage", "genre", "sid", "doi", "pmid"}
FEWEST_KEYS = 3
PAIR = re.compile(r"(?:amp;)?(?P<key>[A-Za-z_][\w.-]{0,40})=(?P<value>.*)", re.DOTALL)
QUERY = re.compile(r"(?:https?://[^\s?]{1,300}\?|\?)?(?=[A-Za-z][\w.]{0,30}=)")
NAMED_PMID = re.compile(r"(?:info:pmid/|pmid[:/])\s?(\d{1,8})(?!\d)", re.IGNORECASE)
LONGEST = 20_000
BOOKS = {"book", "report", "document"}


def describe_openurl(text: str) -> Description | None:
    """The article that an address or its bare query describes; None if it is no OpenURL.

    A whole book is none either: what we deliver are articles and chapters.
    """
    query = QUERY.match(text.strip()[:LONGEST])
    if not query:
        return None
    said = _values(text.strip()[query.end() : LONGEST])
    if not _is_openurl(said) or _is_book(said):
        return None
    described = _described({key: values for key, values in said.items() if any(values)})
    return described if described != Description() else None


def _values(query: str) -> dict[str, list[str]]:
    """All values by lower-case key without "rft."; an & that parts no pairs is its value's."""
    pairs: list[tuple[str, str]] = []
    for part in query.replace("\n", "").split("&"):
        pair = PAIR.fullmatch(part)
        if pair:
            pairs.append((pair["key"].lower(), pair["value"]))
        elif pairs:
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]}&{part}")
    said: dict[str, list[str]] = {}
    for key, value in pairs:
        name = "rft_id" if key == "rft.id" else key.removeprefix("rft.")
        said.setdefault(name, []).append(_unescaped(value))
    return said


def _unescaped(value: str) -> str:
    """Percent signs undone, also where a program wrote ® or Thai as single bytes."""
    return decoded(unquote_to_bytes(value.replace("+", " "))).strip()


def _is_openurl(said: Mapping[str, Sequence[str]]) -> bool:
    keys = set(said) & KEYS
    named = any(re.match(r"(?i)(?:info:)?(?:doi|pmid)[:/]", one) for one in said.get("id", ()))
    return bool(keys & VERSION_1 or named or (len(keys) >= FEWEST_KEYS and keys & TELLING))


def _is_book(said: Mapping[str, Sequence[str]]) -> bool:
    genre = " ".join([*said.get("genre", ()), *said.get("rft_val_fmt", ())]).lower()
    is_part = bool(first_of(*said.get("atitle", ())))
    holds_isbn = bool(first_of(*said.get("isbn", ()))) and not first_of(*said.get("issn", ()))
    return not is_part and (holds_isbn or bool(BOOKS & set(re.split(r"\W", genre))))


def _described(said: Mapping[str, Sequence[str]]) -> Description:
    named = " ".join([*said.get("rft_id", ()), *said.get("id", ()), *said.get("doi", ())])
    return Description(
        title=_title(said),
        authors=_authors(said),
        journal=worded(_journal(said)),
        issn=next(iter(issns_from([*said.get("issn", ()), *said.get("eissn", ())])), None),
        year=_year(said),
        volume=volume_from(_short(said, "volume")),
        issue=numbered(_short(said, "issue") or _short(said, "part")),
        pages=pages_from(_pages(said)),
        dois=tuple(identifiers.dois_in(named)),
        pmids=_pmids(said, named),
        pmcids=tuple(identifiers.pmcids_in(named)),
    )


def _first(said: Mapping[str, Sequence[str]], *keys: str) -> str | None:
    return first_of(*(value for key in keys for value in said.get(key, ())))


def _short(said: Mapping[str, Sequence[str]], key: str) -> str | None:
    """A number without the Thai that somebody typed right behind the address."""
    return re.sub(r"(?<=\w)[\u0e00-\u0e7f].*", "", _first(said, key) or "") or None


def _year(said: Mapping[str, Sequence[str]]) -> str | None:
    """Of 2019-03, 201903 and Mar 2019."""
    date = _first(said, "date", "year") or ""
    return year_from(date[:4]) or year_from(date)


def _title(said: Mapping[str, Sequence[str]]) -> str | None:
    """A thesis has no journal: its title is what stands for one elsewhere."""
    return title_from(_first(said, "atitle") or (_first(said, "title") if _is_thesis(said) else ""))


def _journal(said: Mapping[str, Sequence[str]]) -> str | None:
    return None if _is_thesis(said) else _first(said, "jtitle", "btitle", "title", "stitle")


def _is_thesis(said: Mapping[str, Sequence[str]]) -> bool:
    return "dissertation" in f"{_first(said, 'genre')} {_first(said, 'rft_val_fmt')}".lower()


def _authors(said: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    if people := [name for one in said.get("au", ()) if (name := name_turned(one))]:
        return tuple(dict.fromkeys(people))
    family, given = _first(said, "aulast"), _first(said, "aufirst", "auinit", "auinit1")
    name = name_from(family, given) if given else name_turned(family or "")
    return (name,) if name else ()


def _pages(said: Mapping[str, Sequence[str]]) -> str | None:
    """Article numbers stand in "artnum" or, wrongly and often, in "spage"."""
    span = page_range(_short(said, "spage"), _short(said, "epage"))
    return first_of(_short(said, "pages"), span, _short(said, "artnum"))


def _pmids(said: Mapping[str, Sequence[str]], named: str) -> tuple[str, ...]:
    bare = [one for one in said.get("pmid", ()) if re.fullmatch(r"[1-9]\d{0,7}", one)]
    return tuple(dict.fromkeys([*NAMED_PMID.findall(named), *bare]))
