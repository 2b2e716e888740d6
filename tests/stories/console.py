"""What an operator types while the service runs."""

import subprocess
import sys
from pathlib import Path

from demo.service import Service


def load_network(service: Service, network_file: Path) -> None:
    """`chapwai network load FILE`."""
    command = [sys.executable, "-m", "chapwai", "network", "load", str(network_file)]
    subprocess.run(command, env=service.environment, check=True, capture_output=True)
