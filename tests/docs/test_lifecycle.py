"""The page about the life of a request is the table that the service runs on."""

from tests import draw_lifecycle


class TestLifecyclePage:
    def test_is_what_the_tool_draws(self):
        kept = draw_lifecycle.PAGE.read_text("utf-8")

        assert kept == draw_lifecycle.page(), "run: python -m tests.draw_lifecycle"
