"""run.py: what a person meets first, with nothing installed and no network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import run

HERE = Path(run.__file__).parent


@pytest.fixture
def bare_checkout(tmp_path):
    """run.py and what it reads, in a folder where no environment was ever made."""
    for name in ("run.py", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_bytes((HERE / name).read_bytes())
    return tmp_path


@pytest.fixture
def ready_checkout(bare_checkout):
    """The same, where an environment is ready whose Python only says what it was asked to do."""
    folder = bare_checkout / f".venv-{sys.version_info[0]}.{sys.version_info[1]}"
    program(folder / "bin" / "python", 'echo "asked for: $*"; exit 7')
    for lock in ("requirements.lock", "requirements-dev.lock"):
        mark = in_checkout(bare_checkout, f"print(run._mark(run.HERE / {lock!r}), end='')").stdout
        (folder / "made-from").write_text(mark)
    return bare_checkout


class TestRun:
    def test_names_its_commands(self, bare_checkout):
        done = run_py(bare_checkout, "--help")

        assert done.returncode == 0
        assert not [name for name in run.COMMANDS if name not in done.stdout]

    @pytest.mark.parametrize("arguments", [[], ["dance"]])
    def test_refuses_what_is_no_command(self, bare_checkout, arguments):
        done = run_py(bare_checkout, *arguments)

        assert done.returncode == 2
        assert "usage: run.py" in done.stderr

    def test_hands_the_rest_and_the_exit_code_through(self, ready_checkout):
        done = run_py(ready_checkout, "demo", "--once", "--json")

        assert done.stdout == "asked for: -m demo --once --json\n"
        assert done.returncode == 7

    def test_stops_at_the_first_check_that_fails(self, ready_checkout):
        done = run_py(ready_checkout, "check")

        assert done.stdout.count("asked for:") == 1
        assert done.returncode == 7

    def test_runs_the_tests_on_two_processors(self, ready_checkout):
        done = run_py(ready_checkout, "test")

        assert done.stdout == "asked for: -m pytest -n 2 --dist loadfile\n"

    def test_says_in_one_line_that_no_environment_can_be_made(self, bare_checkout):
        # A Python as some systems ship it: without venv.
        (bare_checkout / "venv.py").write_text("raise SystemExit(1)")

        done = run_py(bare_checkout, "demo", PYTHONPATH=str(bare_checkout))

        assert done.returncode == 2
        assert done.stderr.endswith(f"run.py: {run.NO_VENV}\n")

    def test_makes_the_environment_again_when_the_lock_changes(self, ready_checkout):
        (ready_checkout / "requirements-dev.lock").write_text("changed\n")

        done = run_py(ready_checkout, "test")

        assert "Preparing" in done.stderr
        assert "asked for: -m pip install" in done.stdout

    def test_has_a_function_for_each_command(self):
        assert run.COMMANDS.keys() == run.RUN.keys()


def run_py(checkout, *arguments, **variables):
    """Run `run.py` of the checkout where no `uv` is on the path."""
    return python(checkout, "run.py", *arguments, **variables)


def in_checkout(checkout, program):
    return python(checkout, "-c", f"import run; {program}")


def python(checkout, *arguments, **variables):
    environment = os.environ | {"PATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=checkout,
        env=environment | variables,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def program(path, script):
    """An executable shell script."""
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
