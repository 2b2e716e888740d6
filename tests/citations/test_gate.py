"""What comes in as a picture, and what is turned away at the door."""

import io
import struct
import time
import zlib

import pikepdf
import pillow_heif
import pytest
from PIL import Image, ImageDraw

from chapwai.citations.citation import PictureRefused
from chapwai.citations.gate import safe_picture


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header promises any size."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack("!I", len(body)) + name + body + struct.pack("!I", zlib.crc32(name + body))
        )

    header = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + rows + chunk(b"IEND", b"")


def heic(picture: Image.Image, **options: object) -> bytes:
    file = io.BytesIO()
    pillow_heif.from_pillow(picture).save(file, **options)
    return file.getvalue()


def pdf_of(picture: Image.Image, **options: object) -> bytes:
    with pikepdf.open(io.BytesIO(encoded(picture, "PDF"))) as document:
        file = io.BytesIO()
        document.save(file, **options)
        return file.getvalue()


def refusal_of(data: bytes) -> str:
    with pytest.raises(PictureRefused) as refused:
        safe_picture(data)
    return refused.value.reason


class TestPicturesThatComeIn:
    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
    def test_are_of_four_kinds(self, kind):
        picture = safe_picture(encoded(Image.new("RGB", (60, 40), "teal"), kind))

        assert (picture.mode, picture.size) == ("RGB", (60, 40))

    @pytest.mark.parametrize(
        ("sent", "read"),
        [
            ((4000, 3000), (2450, 1838)),
            ((1440, 3120), (1440, 3120)),
            ((1080, 6400), (540, 3200)),
            ((20, 16000), (4, 3200)),
        ],
    )
    def test_are_made_smaller_when_large(self, sent, read):
        picture = safe_picture(encoded(Image.new("RGB", sent), "JPEG"))

        assert picture.size == read

    def test_of_48_megapixels_are_taken_from_phones_as_jpeg(self):
        picture = safe_picture(encoded(Image.new("RGB", (8000, 6000)), "JPEG"))

        assert picture.size == (2450, 1838)

    def test_are_turned_upright_and_lose_where_they_were_taken(self):
        exif = Image.Exif()
        exif[0x0112] = 6
        exif.get_ifd(0x8825)[1] = "N"
        sideways = encoded(Image.new("RGB", (60, 40)), "JPEG", exif=exif)

        picture = safe_picture(sideways)

        assert picture.size == (40, 60)
        assert not picture.getexif()
        assert not picture.info

    def test_show_their_first_frame_alone(self):
        frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
        moving = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
        stereo = encoded(frames[0], "MPO", save_all=True, append_images=frames[1:])

        assert safe_picture(moving).getpixel((5, 5)) == (255, 0, 0)
        assert safe_picture(stereo).getpixel((5, 5))[0] > 250

    def test_are_laid_on_white_where_transparent(self):
        clear = Image.new("RGBA", (60, 40), (0, 0, 0, 0))

        assert safe_picture(encoded(clear, "PNG")).getpixel((5, 5)) == (255, 255, 255)

    def test_come_from_iphones_as_heic_too(self):
        exif = Image.Exif()
        exif.get_ifd(0x8825)[1] = "N"
        photo = Image.new("RGB", (640, 480), "teal")

        picture = safe_picture(heic(photo, exif=exif.tobytes(), quality=90))

        assert (picture.mode, picture.size) == ("RGB", (640, 480))
        assert (
            max(abs(a - b) for a, b in zip(picture.getpixel((9, 9)), (0, 128, 128), strict=True))
            < 12
        )
        assert not picture.getexif()
        assert not picture.info

    def test_may_be_the_first_page_of_a_pdf(self):
        page = Image.new("RGB", (600, 800), "white")
        ImageDraw.Draw(page).rectangle((0, 0, 300, 400), fill="teal")

        picture = safe_picture(pdf_of(page))

        assert picture.size == (1500, 2000)
        assert picture.getpixel((100, 100)) != (255, 255, 255)
        assert picture.getpixel((1400, 1900)) == (255, 255, 255)

    @pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1)])
    def test_may_be_as_small_or_thin_as_they_like(self, size):
        picture = safe_picture(encoded(Image.new("RGB", size), "PNG"))

        assert min(picture.size) == 1


class TestPicturesThatAreTurnedAway:
    def test_are_refused_from_their_header_however_much_they_promise(self):
        bomb = png_that_claims(60_000, 60_000)

        started = time.perf_counter()
        reason = refusal_of(bomb)

        assert reason == "too_many_pixels"
        assert time.perf_counter() - started < 0.1

    @pytest.mark.parametrize("size", [(6400, 6300), (10_000, 10_000)])
    def test_may_not_have_more_than_40_megapixels(self, size):
        assert refusal_of(png_that_claims(*size)) == "too_many_pixels"

    def test_may_not_be_heavier_than_15_megabytes(self):
        assert refusal_of(b"\xff\xd8\xff" + bytes(15 * 1024 * 1024)) == "too_big"

    @pytest.mark.parametrize("kind", ["BMP", "TIFF", "EPS", "ICO", "PPM"])
    def test_may_not_be_of_another_kind(self, kind):
        assert refusal_of(encoded(Image.new("RGB", (64, 64)), kind)) == "type"

    @pytest.mark.parametrize("data", [b"", b"\x7fELF" + bytes(99), b"<svg/>", b"PK\x03\x04"])
    def test_may_not_be_something_else_altogether(self, data):
        assert refusal_of(data) == "type"

    def test_may_not_be_a_locked_pdf(self):
        locked = pikepdf.Encryption(owner="tea", user="scone")
        page = Image.new("RGB", (60, 80))

        assert refusal_of(pdf_of(page, encryption=locked)) == "locked"

    @pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\n" + bytes(2000), b"\n%PDF-x"])
    def test_may_not_only_call_themselves_a_pdf(self, data):
        assert refusal_of(data) == "broken"

    def test_may_not_be_heic_with_more_pixels_than_any_phone_takes(self):
        small = heic(Image.new("RGB", (128, 64)))
        promising = small.replace(struct.pack("!II", 128, 64), struct.pack("!II", 8000, 5200))

        assert refusal_of(promising) == "too_many_pixels"

    def test_may_not_be_heic_cut_off(self):
        whole = heic(Image.effect_noise((300, 300), 80).convert("RGB"))

        assert refusal_of(whole[: len(whole) // 2]) == "broken"

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
    def test_may_not_be_cut_off(self, kind):
        whole = encoded(Image.effect_noise((200, 200), 80).convert("RGB"), kind)

        assert refusal_of(whole[: len(whole) // 2]) == "broken"
