"""How much a document may be and may cost."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """The bounds of one check; sizes in bytes, times in seconds."""

    file_bytes: int = 100 * MEGABYTE
    pages: int = 2_000
    image_bytes: int = 20 * MEGABYTE
    image_pixels: int = 50_000_000
    unpacked_bytes: int = 64 * MEGABYTE  # of any one compressed stream that has to be read
    memory_bytes: int = 700 * MEGABYTE
    cpu_seconds: int = 20
    wall_seconds: float = 60
