"""The pages that speak of the code say what the code says."""

import os
import re
import subprocess
import sys
import textwrap

import pytest

from linesim import control

from .draw_reference import CONTROL_PAGE, PAGE, control_page, page

DRAW = "python -m tests.linesim.draw_reference"


class TestPages:
    def test_show_what_is_emulated(self):
        assert PAGE.read_text(encoding="utf-8") == page(), f"run {DRAW}"

    def test_show_every_control(self):
        assert CONTROL_PAGE.read_text(encoding="utf-8") == control_page().rstrip() + "\n", (
            f"run {DRAW}"
        )

    def test_name_only_controls_that_exist(self):
        exist = {route.path.split("/")[2].split("{")[0] for route in control.ROUTES}
        named = set(re.findall(r"/sim/([a-z.]+)", PAGE.read_text(encoding="utf-8")))

        assert named - exist == set()


class TestExamplesOnThePage:
    def blocks(self, heading):
        section = PAGE.read_text(encoding="utf-8").partition(heading)[2].partition("\n## ")[0]
        return re.findall(r"```python\n(.*?)```", section, re.DOTALL)

    def test_of_the_app_can_be_run(self):
        [app] = self.blocks("## As an ASGI app")
        scope = {}

        exec(app, scope)

        assert scope["app"].state.simulator.world.people

    @pytest.mark.slow
    def test_of_the_fixture_can_be_run(self, tmp_path):
        conftest, test = self.blocks("## As a pytest fixture")
        (tmp_path / "conftest.py").write_text(conftest)
        (tmp_path / "test_my_bot.py").write_text(textwrap.dedent(test))

        run = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:django", "-p", "no:randomly"],
            cwd=tmp_path,
            env=os.environ,
            capture_output=True,
            text=True,
            check=False,
        )

        assert "1 passed" in run.stdout, run.stdout + run.stderr
