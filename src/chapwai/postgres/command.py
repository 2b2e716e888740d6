"""Start, stop and look at the embedded database: `python -m chapwai.postgres start|stop|status`."""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from chapwai.postgres import ClusterError
from chapwai.postgres.cluster import Cluster

STOPPED = 3  # what init scripts answer for "not running"


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit status: 0 done, 1 failed, 3 not running."""
    logging.basicConfig(format="%(message)s")
    given = _parser().parse_args(arguments)
    try:
        return ACTIONS[given.action](Cluster(given.data_dir))
    except ClusterError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _start(cluster: Cluster) -> int:
    cluster.start()
    return _status(cluster)


def _stop(cluster: Cluster) -> int:
    cluster.stop()
    return 0


def _status(cluster: Cluster) -> int:
    running = cluster.is_running()
    sys.stdout.write(f"{cluster.url}\n" if running else "not running\n")
    return 0 if running else STOPPED


ACTIONS = {"start": _start, "stop": _stop, "status": _status}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m chapwai.postgres", description=__doc__)
    parser.add_argument("action", choices=ACTIONS)
    parser.add_argument("--data-dir", type=Path, required=True, help="folder of the database")
    return parser
