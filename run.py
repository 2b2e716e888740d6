#!/usr/bin/env python3
"""Everything from one place, with nothing but Python: python3 run.py demo | test | check | serve.

The first run makes an environment of its own beside this file and installs exactly what the lock
files name; after that nothing here needs a network.
"""

import argparse
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUNS = HERE / ".run"
APP_LOCK, DEV_LOCK = HERE / "requirements.lock", HERE / "requirements-dev.lock"
OLDEST = (3, 11)

# Everything that CI checks, in the order in which a mistake is found soonest.
CHECKS: list[list[str]] = [
    ["-m", "ruff", "format", "--check", "."],
    ["-m", "ruff", "check", "."],
    ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    ["-m", "mypy"],
    ["-m", "tests.migrations"],
]


class CannotSetUp(Exception):
    """The environment cannot be made on this machine."""


def main(arguments: Sequence[str]) -> int:
    """Do one command and give its exit code."""
    parser = argparse.ArgumentParser(prog="run.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, meaning in COMMANDS.items():
        commands.add_parser(name, help=meaning, add_help=name != "demo")
    options, rest = parser.parse_known_args(arguments)
    try:
        python = environment(APP_LOCK if options.command in ("demo", "serve") else DEV_LOCK)
    except CannotSetUp as reason:
        print(f"run.py: {reason}", file=sys.stderr)
        return 2
    return RUN[options.command](python, rest)


def demo(python: Path, rest: list[str]) -> int:
    """Play the story on a simulated LINE platform."""
    return _run(python, ["-m", "demo", *rest])


def serve(python: Path, rest: list[str]) -> int:
    """Run the service; the environment says how."""
    return _run(python, ["-m", "chapwai", "serve", *rest])


def test(python: Path, rest: list[str]) -> int:
    """Run the tests, on two processors at once unless the arguments say otherwise."""
    parallel = [] if any(one.startswith(("-n", "tests")) for one in rest) else ["-n", "2"]
    return _run(python, ["-m", "pytest", *parallel, "--dist", "loadfile", *rest])


def check(python: Path, rest: list[str]) -> int:
    """Run every check that CI runs; the tests come last because they take longest."""
    for one in CHECKS:
        print("·", " ".join(one), flush=True)
        if code := _run(python, one):
            return code
    return test(python, rest)


COMMANDS = {
    "demo": "play the story on a simulated LINE platform and stay up to try it out",
    "test": "run the tests",
    "check": "run everything that CI checks",
    "serve": "run the service as the environment says (docs/configuration.md)",
}
RUN = {"demo": demo, "test": test, "check": check, "serve": serve}


def environment(lock: Path) -> Path:
    """The interpreter of an environment that holds what the lock names, made if it is missing."""
    if sys.version_info < OLDEST:
        raise CannotSetUp(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed")
    folder = HERE / f".venv-{sys.version_info[0]}.{sys.version_info[1]}"
    python = folder / "bin" / "python"
    if not _is_current(folder, lock):
        with _alone():
            if not _is_current(folder, lock):
                _make(folder, python, lock)
    return python


def _is_current(folder: Path, lock: Path) -> bool:
    """Whether the environment was made from this lock, or from the one that includes it."""
    marks = {_mark(one) for one in {lock, DEV_LOCK}}
    made = folder / "made-from"
    return made.is_file() and made.read_text() in marks


def _mark(lock: Path) -> str:
    content = lock.read_bytes() + (HERE / "pyproject.toml").read_bytes()
    return f"{lock.name} {hashlib.sha256(content).hexdigest()} {HERE}"


@contextmanager
def _alone() -> Iterator[None]:
    """One process at a time makes the environment; others wait and find it made."""
    RUNS.mkdir(exist_ok=True)
    with (RUNS / "setup.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _make(folder: Path, python: Path, lock: Path) -> None:
    print(f"Preparing {folder.name} from {lock.name} (once) …", file=sys.stderr, flush=True)
    (folder / "made-from").unlink(missing_ok=True)
    if uv := shutil.which("uv"):
        _make_with_uv(uv, folder, python, lock)
    else:
        _make_with_pip(folder, python, lock)
    (folder / "made-from").write_text(_mark(lock))


def _make_with_uv(uv: str, folder: Path, python: Path, lock: Path) -> None:
    if not python.exists():
        _must([uv, "venv", "--quiet", "--python", sys.executable, str(folder)])
    install = [uv, "pip", "install", "--quiet", "--python", str(python)]
    _must([*install, "--require-hashes", "-r", str(lock)])
    _must([*install, "--no-deps", "--no-build-isolation", "-e", str(HERE)])


def _make_with_pip(folder: Path, python: Path, lock: Path) -> None:
    if not python.exists():
        _must([sys.executable, "-m", "venv", str(folder)], or_else=NO_VENV)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _must([*install, "--require-hashes", "-r", str(lock)])
    _must([*install, "--no-deps", "--no-build-isolation", "-e", str(HERE)])


NO_VENV = "neither uv nor a working `python3 -m venv` is there; install uv or python3-venv"


def _must(command: list[str], *, or_else: str = "") -> None:
    if subprocess.run(command, check=False, cwd=HERE).returncode:
        raise CannotSetUp(or_else or f"this failed: {' '.join(command)}")


def _run(python: Path, arguments: list[str]) -> int:
    """Run in our own environment, in this folder; Ctrl-C reaches the child, which then ends."""
    command = [str(python), *arguments]
    path = f"{python.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    with subprocess.Popen(command, cwd=HERE, env={**os.environ, "PATH": path}) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
