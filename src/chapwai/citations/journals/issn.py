"""ISSNs in one shape."""

from stdnum import issn


def normalised_issn(text: str) -> str | None:
    """`NNNN-NNNX` of an ISSN in any spelling, None when its check digit is wrong."""
    return issn.format(text) if issn.is_valid(text) else None
