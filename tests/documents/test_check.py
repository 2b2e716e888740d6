"""Hostile files, made here, and what becomes of them."""

import errno
import io
import os
import re
import struct
import subprocess
import sys
import time
import zipfile
import zlib

import pikepdf
import psutil
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, OutlineItem, Pdf, String
from PIL import Image

from chapwai.documents import safety
from chapwai.documents.check import CheckFailed, FileRefused, check_document
from chapwai.documents.limits import Limits

TITLE = "Outcomes of early mobilisation after stroke"
DOI = "https://doi.example/10.1000/abc"


@pytest.fixture
def check(tmp_path):
    """Check some bytes; returns the safe copy opened, with the report of the check."""
    folder = tmp_path / "safe"
    folder.mkdir()

    def check(content, **changes):
        source = tmp_path / "incoming"
        source.write_bytes(content)
        return check_document(source, into=folder, limits=Limits(**changes))

    check.folder = folder
    return check


def article(pages=1, text=TITLE):
    """A harmless article of some pages."""
    pdf = Pdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode())
    return pdf


def saved(pdf, **options):
    content = io.BytesIO()
    pdf.save(content, **options)
    return content.getvalue()


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def link(target):
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=target)


class TestActiveContent:
    @pytest.mark.parametrize("mode", pikepdf.ObjectStreamMode.__members__.values())
    def test_is_gone_and_named(self, check, mode):
        pdf = article()
        pdf.Root.OpenAction = SCRIPT
        pdf.pages[0].Annots = Array([link(Dictionary(S=Name.Launch, F="calc.exe"))])

        checked = check(saved(pdf, object_stream_mode=mode))

        assert checked.removed == ("Launch", "OpenAction")
        assert not {b"JavaScript", b"Launch"} & words(unpacked(checked.path))

    def test_is_not_seen_where_there_is_none(self, check):
        assert check(saved(article())).removed == ()

    def test_that_is_still_there_after_saving_refuses_the_file(self):
        pdf = article()
        pdf.Root.OpenAction = SCRIPT

        with pytest.raises(FileRefused, match="broken"):
            safety._second_look(io.BytesIO(saved(pdf)), pages=1)


class TestWhatIsKept:
    @pytest.fixture
    def publishers_article(self):
        pdf = article(pages=3)
        pdf.docinfo["/Title"] = TITLE
        pdf.docinfo["/Author"] = "สมมติ นามสกุลสมมติ"
        with pdf.open_metadata(update_docinfo=False) as metadata:
            metadata["dc:rights"] = "All rights reserved"
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("Methods", 1))
        pdf.pages[0].Annots = Array([link(Dictionary(S=Name.URI, URI=String(DOI)))])
        # Names that mean something elsewhere are ordinary names of fonts and pictures here.
        pdf.pages[0].Resources.Font["/AA"] = pdf.pages[0].Resources.Font.F1
        pdf.pages[0].Resources.Font["/AcroForm"] = pdf.pages[0].Resources.Font.F1
        pdf.Root.OpenAction = SCRIPT
        return saved(pdf)

    def test_is_all_that_the_publisher_says_about_the_work(self, check, publishers_article):
        checked = check(publishers_article)

        with pikepdf.open(checked.path) as safe:
            assert str(safe.docinfo["/Title"]) == TITLE
            assert str(safe.docinfo["/Author"]) == "สมมติ นามสกุลสมมติ"
            with safe.open_metadata() as metadata:
                assert metadata["dc:rights"] == "All rights reserved"

    def test_is_links_outlines_pages_and_fonts(self, check, publishers_article):
        checked = check(publishers_article)

        with pikepdf.open(checked.path) as safe:
            assert str(safe.pages[0].Annots[0].A.URI) == DOI
            assert str(safe.Root.Outlines.First.Title) == "Methods"
            assert set(safe.pages[0].Resources.Font.keys()) == {"/F1", "/AA", "/AcroForm"}
            assert [page.Contents.read_bytes() for page in safe.pages] == [
                page.Contents.read_bytes() for page in article(pages=3).pages
            ]

    def test_is_reported(self, check, publishers_article):
        checked = check(publishers_article)

        assert checked.pages == 3
        assert checked.content_type == "application/pdf"
        assert checked.title_text == TITLE
        assert checked.size == checked.path.stat().st_size
        assert checked.path.parent == check.folder

    def test_is_the_same_file_every_time(self, check, publishers_article):
        assert check(publishers_article).sha256 == check(publishers_article).sha256


class TestRefused:
    def refusal(self, check, content, **limits):
        with pytest.raises(FileRefused) as refused:
            check(content, **limits)

        assert list(check.folder.iterdir()) == []
        return refused.value.reason

    @pytest.mark.parametrize("passwords", [{"user": "u", "owner": "o"}, {"user": "", "owner": "o"}])
    def test_encrypted(self, check, passwords):
        protected = saved(article(), encryption=Encryption(**passwords))

        assert self.refusal(check, protected) == "encrypted"

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"just text",
            b"<html><body>not found</body></html>",
            b"MZ\x90\x00" + b"\x00" * 2_000,
            b"\x7fELF" + b"\x00" * 2_000,
            b"GIF89a" + b"\x00" * 100,
            b"\x00" * 1_020 + b"%PDF-1.7",
        ],
        ids=["empty", "text", "html", "exe", "elf", "gif", "pdf too late"],
    )
    def test_another_kind(self, check, content):
        assert self.refusal(check, content) == "kind"

    @pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    def test_a_zip_even_with_a_pdf_inside(self, check, method):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", method) as archive:
            archive.writestr("article.pdf", saved(article()))

        assert self.refusal(check, packed.getvalue()) == "kind"

    @pytest.mark.parametrize("share", [0.05, 0.5, 0.9, 0.99])
    @pytest.mark.parametrize("linearize", [False, True])
    def test_one_whose_end_is_missing(self, check, share, linearize):
        whole = saved(article(pages=40), linearize=linearize)

        assert self.refusal(check, whole[: int(len(whole) * share)]) == "broken"

    def test_one_without_pages(self, check):
        assert self.refusal(check, saved(Pdf.new())) == "broken"

    def test_nonsense_that_begins_like_a_pdf(self, check):
        assert self.refusal(check, b"%PDF-1.7\n" + b"nonsense " * 100 + b"%%EOF") == "broken"

    def test_too_many_pages(self, check):
        assert self.refusal(check, saved(article(pages=4)), pages=3) == "too_many_pages"

    def test_too_many_bytes(self, check):
        assert self.refusal(check, saved(article()), file_bytes=500) == "too_big"

    def test_more_than_the_allowed_time(self, check):
        assert self.refusal(check, saved(article()), wall_seconds=0.01) == "timed_out"

    def test_more_than_the_allowed_computing(self, check):
        assert self.refusal(check, many_objects(), cpu_seconds=1) == "timed_out"


class TestPolyglot:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (b"<html><script>alert(1)</script>", b""),
            (b"GIF89a", b""),
            (b"", b"PK\x03\x04 and an archive" + b"\x00" * 5_000),
            (b"#!/bin/sh\necho\n", b"\n<?php system('id')"),
        ],
    )
    def test_becomes_a_pdf_and_nothing_else(self, check, before, after):
        checked = check(before + saved(article()) + after)

        content = checked.path.read_bytes()
        assert content.startswith(b"%PDF-")
        assert content.endswith(b"%%EOF\n")
        assert not before or before not in content
        assert not after or after not in content


def flate_bomb():
    """A page whose 600 MB of spaces weigh 600 kB."""
    pdf = article()
    pdf.pages[0].Contents = pdf.make_stream(zeros(600), Filter=Name.FlateDecode)
    return saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def object_stream_bomb():
    """A file whose index itself unpacks to 600 MB."""
    packed = zeros(600)
    start = b"%PDF-1.5\n"
    index = (
        b"1 0 obj\n<</Type/XRef/W[1 2 1]/Size 3/Root 2 0 R/Filter/FlateDecode/Length %d>>stream\n"
        % len(packed)
    )
    end = b"\nendstream endobj\nstartxref\n%d\n%%%%EOF\n" % len(start)
    return start + index + packed + end


def zeros(megabytes):
    """Zlib data of so many million zeros: one piece, repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    check_sum = (megabytes * 1_000_000 % 65_521 << 16) + 1
    return b"\x78\xda" + piece * megabytes + b"\x03\x00" + struct.pack(">I", check_sum)


def page_tree_bomb():
    """Ten levels of ten times the same: ten thousand million pages."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    for level in range(2, 12):
        kids = b"%d 0 R " % (level + 1) * 10
        objects.append(b"<</Type/Pages/Count 9999999/Kids[%s]>>" % kids)
    objects.append(b"<</Type/Page/MediaBox[0 0 9 9]>>")
    return file_of(objects)


def file_of(objects):
    content = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    index = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return content + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n" % (
        count, index, count,
    ) + b"startxref\n%d\n%%%%EOF\n" % len(content)  # fmt: skip


def many_objects():
    return one_page_with(b"[" + b"<</A<</B 1>>>>" * 400_000 + b"]")


def deep_nesting():
    return one_page_with(b"[" * 100_000 + b"]" * 100_000)


def one_page_with(extra):
    return file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R/Extra %s>>" % extra,
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        ]
    )


def huge_png(width=60_000, height=60_000):
    """A picture of 3,600 million pixels in half a megabyte."""

    def chunk(kind, data):
        check_sum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check_sum

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = [chunk(b"IHDR", header), chunk(b"IDAT", zeros(600)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


MEASURE = """
import resource, sys
from pathlib import Path
from chapwai.documents import safety
from chapwai.documents.check import FileRefused, check_document

try:
    print(check_document(Path(sys.argv[1]), into=Path(sys.argv[2])).pages)
except FileRefused as refusal:
    print(refusal.reason)
cost = resource.getrusage(resource.RUSAGE_CHILDREN)
print(cost.ru_utime + cost.ru_stime, cost.ru_maxrss * 1024)
"""


class TestBombs:
    @pytest.mark.parametrize(
        ("bomb", "end"),
        [
            (flate_bomb, "1"),
            (object_stream_bomb, "broken"),
            (page_tree_bomb, "broken"),
            (deep_nesting, "broken"),
            (huge_png, "too_big"),
        ],
    )
    def test_cost_about_a_second_and_less_than_300_megabytes(self, tmp_path, bomb, end):
        source = tmp_path / "bomb"
        source.write_bytes(bomb())

        measured = subprocess.run(
            [sys.executable, "-c", MEASURE, source, tmp_path],
            capture_output=True,
            check=True,
            text=True,
        )

        result, seconds, peak = measured.stdout.split()
        print(bomb.__name__, result, seconds, peak)
        assert result == end
        assert float(seconds) < 1.5  # of which 0.4 to start Python and to load the libraries
        assert int(peak) < 300_000_000


def picture(mode, size=(400, 600), form="PNG", **options):
    content = io.BytesIO()
    Image.new(mode, size, **options.pop("new", {})).save(content, form, **options)
    return content.getvalue()


class TestScan:
    @pytest.mark.parametrize(
        ("mode", "form"),
        [
            ("1", "PNG"),
            ("L", "PNG"),
            ("LA", "PNG"),
            ("P", "PNG"),
            ("RGB", "PNG"),
            ("RGBA", "PNG"),
            ("I;16", "PNG"),
            ("L", "JPEG"),
            ("RGB", "JPEG"),
            ("CMYK", "JPEG"),
            ("RGB", "MPO"),
        ],
    )
    def test_becomes_a_pdf_of_one_page(self, check, mode, form):
        checked = check(picture(mode, form=form))

        assert (checked.pages, checked.content_type, checked.title_text) == (
            1,
            "application/pdf",
            "",
        )
        with pikepdf.open(checked.path) as safe:
            assert safe.pages[0].mediabox == [0, 0, 561.33, 842]
            shown = pikepdf.PdfImage(safe.pages[0].Resources.XObject.Scan).as_pil_image()
            assert shown.size == (400, 600)

    def test_is_white_where_it_was_transparent(self, check):
        checked = check(picture("RGBA", new={"color": (0, 0, 0, 0)}))

        with pikepdf.open(checked.path) as safe:
            shown = pikepdf.PdfImage(safe.pages[0].Resources.XObject.Scan).as_pil_image()
            assert shown.getpixel((200, 300)) == (255, 255, 255)

    def test_stands_upright_and_says_nothing_about_its_place(self, check):
        exif = Image.Exif()
        exif[0x0112] = 6  # turned by 90 degrees
        exif[0x010F] = "SECRETPHONE"

        checked = check(picture("RGB", form="JPEG", exif=exif))

        assert b"SECRETPHONE" not in checked.path.read_bytes()
        with pikepdf.open(checked.path) as safe:
            assert safe.pages[0].mediabox == [0, 0, 842, 561.33]

    def test_carries_nothing_that_was_hidden_behind_it(self, check):
        checked = check(picture("RGB", form="JPEG") + b"%PDF-1.4 MZ hidden")

        assert b"hidden" not in checked.path.read_bytes()

    @pytest.mark.parametrize("form", ["PNG", "JPEG"])
    def test_cut_short_is_broken(self, check, form):
        noise = Image.frombytes("L", (300, 300), os.urandom(90_000))
        content = io.BytesIO()
        noise.save(content, form)

        with pytest.raises(FileRefused, match="broken"):
            check(content.getvalue()[:20_000])

    @pytest.mark.parametrize("limits", [{"image_bytes": 500}, {"image_pixels": 239_999}])
    def test_too_big_is_refused(self, check, limits):
        with pytest.raises(FileRefused, match="too_big"):
            check(picture("RGB", form="JPEG"), **limits)


class TestTheChild:
    @pytest.fixture
    def replace_child(self, tmp_path, monkeypatch):
        """Let a shell script do what the hijacked child would do."""

        def replace(script):
            program = tmp_path / "hijacked"
            program.write_text(f"#!/bin/sh\n{script}\n")
            program.chmod(0o700)
            monkeypatch.setattr(sys, "executable", str(program))
            return tmp_path / "seen"

        return replace

    def test_inherits_no_secret(self, check, replace_child, monkeypatch):
        monkeypatch.setenv("CHAPWAI_SECRET_KEY", "do not tell")
        seen = replace_child('env > $(dirname $0)/seen; echo \'{"refused": "kind"}\'')

        with pytest.raises(FileRefused, match="kind"):
            check(b"anything")

        names = {line.partition("=")[0] for line in seen.read_text().splitlines()}
        assert names <= {"LANG", "PWD", "OLDPWD", "SHLVL", "_"}

    def test_dies_with_all_its_children(self, check, replace_child):
        seen = replace_child("sleep 60 & echo $! > $(dirname $0)/seen; sleep 60")

        with pytest.raises(FileRefused, match="timed_out"):
            check(b"anything", wall_seconds=0.5)

        assert is_gone(int(seen.read_text()))

    def test_that_crashes_means_a_broken_file(self, check, replace_child):
        replace_child("kill -SEGV $$")

        with pytest.raises(FileRefused, match="broken"):
            check(b"anything")

    @pytest.mark.parametrize("script", ["exit 1", "echo nonsense", 'echo \'{"failed": "disk"}\''])
    def test_that_says_nothing_about_the_file_is_not_held_against_it(
        self, check, replace_child, script
    ):
        replace_child(script)

        with pytest.raises(CheckFailed):
            check(b"anything")

        assert list(check.folder.iterdir()) == []

    def test_says_so_when_the_file_is_not_there(self, tmp_path):
        with pytest.raises(CheckFailed):
            check_document(tmp_path / "missing", into=tmp_path)

    @pytest.mark.parametrize(
        "attempt",
        [
            "open('other', 'w')",
            "open('/etc/passwd')",
            "__import__('socket').socket()",
            "__import__('os').pipe()",
        ],
    )
    def test_can_open_nothing_once_it_reads_the_file(self, tmp_path, attempt):
        script = (
            "import os, socket\n"
            "from chapwai.documents import safety\n"
            "last = open('out', 'wb')\n"
            "safety._open_nothing_more(last)\n"
            f"try: {attempt}\n"
            "except OSError as refusal: print(refusal.errno)"
        )

        ran = subprocess.run(
            [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
        )

        assert int(ran.stdout) == errno.EMFILE
        assert not (tmp_path / "other").exists()


def unpacked(path):
    """Everything in a PDF, laid open."""
    laid_open = io.BytesIO()
    with pikepdf.open(path) as pdf:
        pdf.save(laid_open, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return laid_open.getvalue()


def words(laid_open):
    return set(re.findall(rb"[A-Za-z]+", laid_open))


def is_gone(pid):
    for _ in range(100):
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    return False
