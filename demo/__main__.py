"""`python3 run.py demo`: start everything, play the story once, show what happened, stay up."""

import argparse
import contextlib
import json
import signal
import sys
import tempfile
import time
from pathlib import Path

from demo.report import as_text, report_on
from demo.service import Service, StartFailed, running
from demo.story import StoryStuck, play

HERE = Path(__file__).resolve().parents[1]


def main() -> int:
    """Play the story; 0 if everything in it came true."""
    options = _options()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    runs = HERE / ".run"
    runs.mkdir(exist_ok=True)
    started = time.monotonic()
    try:
        with (
            tempfile.TemporaryDirectory(prefix="demo-", dir=runs) as folder,
            running(Path(folder), say=_say) as service,
        ):
            return _play(service, options, started)
    except (StartFailed, StoryStuck) as reason:
        print(f"demo: {reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _play(service: Service, options: argparse.Namespace, started: float) -> int:
    photo = options.photo.read_bytes() if options.photo else None
    try:
        story = play(service, photo=photo, say=_say)
    except StoryStuck:
        # The folder goes away with us; whoever has to find the reason needs the log.
        _say("\n".join(service.log.read_text(errors="replace").splitlines()[-40:]))
        raise
    report = report_on(service, story, seconds=time.monotonic() - started)
    print(json.dumps(report, ensure_ascii=False, indent=2) if options.json else as_text(report))
    if not options.once:
        _stay(service)
    return 0 if report["ok"] else 1


def _stay(service: Service) -> None:
    """Keep everything running until Ctrl-C."""
    print(f"\nStill running: {service.linesim_url} (Ctrl-C ends it)", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        signal.pause()


def _say(line: str) -> None:
    """Progress goes to standard error, so that --json stays JSON."""
    print(line, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py demo", description=__doc__)
    parser.add_argument("--once", action="store_true", help="play, print, check and leave")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--photo", type=Path, help="send this photo instead of the rendered one")
    options = parser.parse_args()
    if options.photo and not options.photo.is_file():
        parser.error(f"there is no file {options.photo}")
    return options


if __name__ == "__main__":
    sys.exit(main())
