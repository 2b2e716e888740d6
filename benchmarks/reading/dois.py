"""DOIs in the shapes that real publishers give theirs, under the prefix kept for examples."""

import random
from dataclasses import dataclass

PREFIX = "10.5555"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an article stands, as far as a DOI may tell."""

    year: int
    volume: str
    issue: str | None
    first_page: str
    issn: str
    letters: str


def invented_doi(rng: random.Random, habit: str, place: Place) -> str:
    """A DOI as printed: some shapes have capital letters, brackets or semicolons."""
    return f"{PREFIX}/{_suffix(rng, habit, place)}"


def _suffix(rng: random.Random, habit: str, place: Place) -> str:
    year, short, letters = place.year, place.year % 100, place.letters
    four, five = rng.randint(1000, 9999), rng.randint(10000, 99999)
    seven = rng.randint(1000000, 9999999)
    issn = place.issn.replace("-", "")
    match habit:
        case "elsevier":
            return f"j.{letters}.{year}.{rng.randint(1, 12):02}.{rng.randint(1, 99):03}"
        case "springer":
            return f"s{five}-{short:03}-{rng.randint(0, 9999):04}-{rng.choice('0123456789xyzw')}"
        case "nature":
            return f"n{letters}.{year}.{rng.randint(1, 999)}"
        case "wiley":
            return f"{letters}.{five}"
        case "sici":
            return _sici(rng, place)
        case "oxford":
            return f"{letters}/{_oxford_letters(rng, year)}{rng.randint(0, 999):03}"
        case "oxford-plain":
            return f"{letters}{_oxford_letters(rng, year)}{rng.randint(0, 999):03}"
        case "jama":
            return f"{letters}.{year}.{five}"
        case "bmj":
            return rng.choice(
                (f"{letters}.{rng.choice('hijlmnp')}{four}", f"{letters}-{year}-0{five}")
            )
        case "plos":
            return f"journal.p{letters[:3]}.{seven:07}"
        case "mdpi":
            return f"{letters}{place.volume:0>2}{place.issue or 1:0>2}{four:04}"
        case "taylor":
            return f"{issn}.{year}.{seven}"
        case "acs":
            return f"acs.j{letters}.{year % 10}{rng.choice('abc')}{five}"
        case "ieee":
            return f"{letters.upper()}.{year}.{seven}"
        case "pii":
            return f"S{place.issn}({short:02}){five}-{rng.choice('0123456789X')}"
        case "asm":
            return f"{letters.upper()}.{rng.randint(0, 9999):05}-{short:02}"
        case "lww":
            return f"{letters.upper()}.{rng.randint(1, 99999):016}"
        case "thieme":
            return rng.choice(
                (f"s-{rng.randint(1, 59):04}-{seven}", f"a-{four}-{rng.randint(1000, 9999)}")
            )
        case "hindawi":
            return f"{year}/{seven}"
        case "nejm":
            return f"{letters.upper()}oa{short:02}{rng.randint(10000, 99999)}"
        case "karger":
            return f"000{rng.randint(300000, 549999)}"
        case "frontiers":
            return f"f{letters[:5]}.{year}.{rng.randint(500000, 1399999):07}"
        case "annals":
            return f"M{short:02}-{four}"
        case "jstage":
            return f"{letters}.{rng.choice(('', 'CR', 'OA-'))}{short:02}-{rng.randint(1, 999):04}"
        case "scielo":
            return f"S{place.issn}.{year}{place.volume:0>3}{five:06}"
        case "peer":
            return f"peer{letters[:2]}.{five}"
        case "rsc":
            return f"{rng.choice('cd')}{year % 10}{letters[:2]}{five}{rng.choice('abcdefghjk')}"
        case "aps":
            return f"Phys{letters.capitalize()}.{place.volume}.{rng.randint(1, 99):02}{four}"
        case "thai":
            return f"{letters}.{year}.{rng.randint(1, 60)}"
        case "thai-year":
            return f"{letters}.v{place.volume}i{place.issue or 1}.{rng.randint(240000, 279999)}"
    return f"{letters}.{place.volume}.{place.issue or 1}.{place.first_page}"


def _sici(rng: random.Random, place: Place) -> str:
    check = rng.choice("0123456789X")
    letters = "".join(rng.choice("ABCDEFGHJKLMNPRSTUVW") for _ in range(3))
    return (
        f"{place.issn}({place.year}{rng.randint(1, 12):02}){place.volume}:{place.issue or 1}"
        f"<{place.first_page}::AID-{letters}{rng.randint(1, 20)}>3.0.CO;2-{check}"
    )


def _oxford_letters(rng: random.Random, year: int) -> str:
    """The year's code: two letters and a free one, such as ehz."""
    return (
        rng.choice("abcdefgh") + chr(ord("a") + year % 26) + rng.choice("abcdefghjkmnpqrstuvwxyz")
    )
