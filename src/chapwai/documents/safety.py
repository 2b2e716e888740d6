"""The child process that opens hostile files: ``python -m chapwai.documents.safety IN OUT LIMITS``.

LIMITS is a JSON object. The answer is one JSON line: what was found, or why the file is refused.
Everything is imported before the first byte of the file is read, because from then on the process
cannot open anything any more: no file, no network.
"""

import io
import json
import os
import resource
import sys
from typing import BinaryIO

import pikepdf
from pikepdf.settings import set_qpdf_limits

from chapwai.documents.active_content import active_content, remove_active_content
from chapwai.documents.first_page import first_page_text
from chapwai.documents.limits import Limits
from chapwai.documents.refusal import FileRefused
from chapwai.documents.scan_image import is_scan, pdf_from_scan

HEADER_WITHIN = 1_024
TEXT_BYTES = 4_000_000  # of the instructions that draw the first page, unpacked

_STARTS_OF_OTHER_KINDS = (b"PK\x03\x04", b"PK\x05\x06", b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe")


def main() -> None:
    """Check the file named on the command line and print the report."""
    source, target, limits_json = sys.argv[1:]
    limits = Limits(**json.loads(limits_json))
    _meet_encryption()
    _limit_this_process(limits)
    with open(source, "rb") as incoming, open(target, "w+b") as outgoing:
        _open_nothing_more(outgoing)
        report = _report(incoming, outgoing, limits)
    print(json.dumps(report))  # noqa: T201 - the parent reads it


def _meet_encryption() -> None:
    """Let qpdf open the system's source of random numbers while it still can: it keeps it open."""
    encrypted = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(encrypted, encryption=pikepdf.Encryption(owner="any"))
    pikepdf.open(encrypted).close()


def _limit_this_process(limits: Limits) -> None:
    bounds = {
        resource.RLIMIT_AS: limits.memory_bytes,
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_FSIZE: 2 * limits.file_bytes,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_CORE: 0,
    }
    for which, bound in bounds.items():
        resource.setrlimit(which, (bound, bound))
    set_qpdf_limits(
        flate_max_memory=limits.unpacked_bytes,
        png_max_memory=limits.unpacked_bytes,
        run_length_max_memory=limits.unpacked_bytes,
        tiff_max_memory=limits.unpacked_bytes,
    )


def _open_nothing_more(last_opened: BinaryIO) -> None:
    # Files and sockets get the lowest free number, and all numbers below the limit are taken.
    all_taken = last_opened.fileno() + 1
    resource.setrlimit(resource.RLIMIT_NOFILE, (all_taken, all_taken))


def _report(incoming: BinaryIO, outgoing: BinaryIO, limits: Limits) -> dict[str, object]:
    try:
        if os.fstat(incoming.fileno()).st_size > limits.file_bytes:
            raise FileRefused("too_big")
        return _make_safe(incoming.read(), outgoing, limits)
    except FileRefused as refusal:
        return {"refused": refusal.reason}
    except pikepdf.PasswordError:
        return {"refused": "encrypted"}
    except MemoryError:
        return {"refused": "too_big"}
    except OSError as failure:
        return {"failed": os.strerror(failure.errno or 0)}
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RecursionError, RuntimeError):
        return {"refused": "broken"}


def _make_safe(content: bytes, outgoing: BinaryIO, limits: Limits) -> dict[str, object]:
    with _opened(content, limits) as pdf:
        pages = _page_count(pdf, limits)
        removed = remove_active_content(pdf)
        # Streams go over as they are: unpacking them would cost time and change nothing.
        pdf.save(
            outgoing,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            fix_metadata_version=False,
            deterministic_id=True,
        )
    return {
        "pages": pages,
        "title_text": _second_look(outgoing, pages=pages),
        "removed": sorted(removed),
    }


def _opened(content: bytes, limits: Limits) -> pikepdf.Pdf:
    if is_scan(content):
        return pdf_from_scan(content, limits)
    if content.startswith(_STARTS_OF_OTHER_KINDS) or b"%PDF-" not in content[:HEADER_WITHIN]:
        raise FileRefused("kind")
    pdf = pikepdf.open(io.BytesIO(_whole(content)))
    if pdf.is_encrypted:  # by an owner's password too: what the publisher protects stays protected
        raise FileRefused("encrypted")
    return pdf


def _whole(content: bytes) -> bytes:
    """Leave out what follows the end of the PDF; refuse one whose end is missing.

    Without this, a half-uploaded article would be repaired into one with fewer pages.
    """
    end = content.rfind(b"%%EOF")
    if end < 0:
        raise FileRefused("broken")
    return content[: end + 5]


def _page_count(pdf: pikepdf.Pdf, limits: Limits) -> int:
    pages = len(pdf.pages)
    if pages == 0:
        raise FileRefused("broken")
    if pages > limits.pages:
        raise FileRefused("too_many_pages")
    return pages


def _second_look(outgoing: BinaryIO, *, pages: int) -> str:
    """Read what was written as a stranger would; return the text of its first page."""
    outgoing.seek(0)
    with pikepdf.open(outgoing) as saved:
        if active_content(saved) or len(saved.pages) != pages:
            raise FileRefused("broken")
        set_qpdf_limits(flate_max_memory=TEXT_BYTES)
        return first_page_text(saved.pages[0])


if __name__ == "__main__":
    main()
