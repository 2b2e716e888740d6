"""Compressed files, of which everything is read that stands before any damage."""

import gzip
import zlib


class Unpacked(gzip.GzipFile):
    """A gzipped file that ends where it is damaged, and says so."""

    is_damaged = False

    def read(self, size: int | None = -1) -> bytes:
        """So many bytes; all that is left without a size."""
        wanted = -1 if size is None else size
        pieces = []
        while wanted and (piece := self.read1(wanted)):
            pieces.append(piece)
            wanted -= len(piece) if wanted > 0 else 0
        return b"".join(pieces)

    def read1(self, size: int = -1) -> bytes:
        """What one step of unpacking gives, so that nothing is lost to an error behind it."""
        try:
            return super().read1(size)
        except (EOFError, gzip.BadGzipFile, zlib.error):
            self.is_damaged = True
            return b""
