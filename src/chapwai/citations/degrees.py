"""What people are rather than what they are called: Anna Fernhill, M.D., Ph.D."""

import re

NAMED = [
    "Prof", "Dr", "MD", "PhD", "DPhil", "DO", "DDS", "DMD", "DVM", "DSc", "ScD", "DrPH",
    "PharmD", "DNP", "DPT", "PsyD", "EdD", "DHSc", "DBA", "JD", "LLM", "MPH", "MPhil", "MS",
    "MSc", "ScM", "MScN", "MSN", "MHS", "MSW", "MBA", "MPA", "MPP", "MRes", "MBBS", "MBChB",
    "MBBCh", "MB", "BCh", "ChB", "BM", "BS", "BSc", "BSN", "BA", "BMed", "BDS", "BPharm", "MA",
    "MEd", "MMed", "MMSc", "MRCP", "MRCPCH", "FRCP", "FRCS", "FRCPC", "FACP", "FACS", "FACC",
    "FAAN", "FAHA", "FAAP", "FESC", "RN", "RD", "RPh", "NP", "CRNA", "PT", "OT", "OTR", "LCSW",
    "AGACNP", "CNS", "APRN", "FCCM", "MHSc", "MHA", "MPharm", "MNS", "BNS", "MNSc", "DNSc", "MNurs",
]  # fmt: skip


def _written(degree: str) -> str:
    """MPH as M.P.H. too, and PhD as Ph.D. or as Ph D."""
    first, *others = [part.group() for part in re.finditer(r"[A-Z][a-z]*", degree)]
    space = " ?" if len(first) > 1 else ""
    return first + "".join(rf"\.?{space}{part}" for part in others)


DEGREE = rf"(?:{'|'.join(map(_written, sorted(NAMED, key=len, reverse=True)))})\.?"
DEGREES = re.compile(rf"{DEGREE}(?:[\s,/()]{{1,3}}{DEGREE})*[a-h]?")
# Also those of which a letter was not read: M.P.-.
LIKE_DEGREES = re.compile(rf"{DEGREES.pattern}|(?:[A-Z]\.-?\s?){{2,4}}\.?")
# With the letter perhaps that leads to an address: Anna Fernhill MDa.
DEGREES_BEHIND = re.compile(
    rf"(?<=[a-z])(?:,?\s+{DEGREE})+[a-h]?$|(?<=\s[A-Z]\.)(?:,?\s+{DEGREE})+[a-h]?$"
)
TITLE_BEFORE = re.compile(
    r"^(?:(?:Assoc(?:iate)?\.?\s|Asst\.?\s)?Prof(?:essor)?|Dr|Mr|Mrs|Ms)\.?\s+(?=[A-Z])"
)


def without_degrees(part: str) -> list[str]:
    """The pieces between commas that are no degrees; the part as it is if none is one."""
    pieces = [piece.strip() for piece in part.split(",")]
    kept = [piece for piece in pieces if not DEGREES.fullmatch(piece)]
    return [part] if len(kept) == len(pieces) else kept
