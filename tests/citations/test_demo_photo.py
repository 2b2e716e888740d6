"""The demo's camera."""

import io

from PIL import Image

from demo import photo


class TestPhoto:
    def test_is_the_same_for_the_same_seed(self):
        screen = photo.render_screen(photo.ARTICLES[0])

        assert photo.photograph(screen, seed=4) == photo.photograph(screen, seed=4)
        assert photo.photograph(screen, seed=4) != photo.photograph(screen, seed=5)

    def test_is_a_jpeg_of_a_phones_size(self):
        picture = Image.open(io.BytesIO(photo.photo_of(photo.ARTICLES[0], seed=1)))

        assert picture.format == "JPEG"
        assert max(picture.size) == photo.PHOTO_LENGTH

    def test_keeps_the_shape_of_an_upright_screen(self):
        upright = Image.new("RGB", (390, 844), "white")

        picture = Image.open(io.BytesIO(photo.photograph(upright, seed=1)))

        assert picture.height > 1.6 * picture.width
