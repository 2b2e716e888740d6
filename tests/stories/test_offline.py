"""The demo, and the service in it, reach nothing but this machine: no update, no font, no model."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.machine import require_own_network

HERE = Path(__file__).parents[2]
# Runs a command, then keeps what the kernel counted in this network meanwhile.
COUNTED = '"$@"; code=$?; cat /proc/net/snmp /proc/net/snmp6 > "$0"; exit $code'
# Addresses that stand for "somewhere else" in documentation, and belong to nobody.
ELSEWHERE = ("192.0.2.1", "2001:db8::1")


@dataclass(frozen=True)
class Alone:
    """A command that ran where there is only loopback."""

    code: int
    output: str
    errors: str
    # How often anything, in any process and any language, looked for a way out.
    tries: int


@pytest.fixture
def run_alone(tmp_path):
    """Run a command in a network of its own that leads nowhere."""
    before, counters = require_own_network(), tmp_path / "counters"

    def run(*command):
        done = subprocess.run(
            [*before, "sh", "-c", COUNTED, str(counters), *command],
            cwd=HERE,
            check=False,
            capture_output=True,
            text=True,
        )
        return Alone(done.returncode, done.stdout, done.stderr, ways_out(counters.read_text()))

    return run


class TestNetworkOfLoopbackAlone:
    @pytest.mark.parametrize("address", ELSEWHERE)
    def test_counts_whoever_looks_for_a_way_out(self, run_alone, address):
        connect = f"import socket; socket.create_connection(({address!r}, 443), 1)"

        alone = run_alone(sys.executable, "-c", connect)

        assert "unreachable" in alone.errors
        assert alone.tries > 0


class TestDemo:
    @pytest.mark.slow
    def test_comes_true_without_a_network_and_never_looks_for_one(self, run_alone):
        alone = run_alone(sys.executable, "-m", "demo", "--once", "--json")

        assert alone.code == 0, alone.errors[-2000:]
        assert json.loads(alone.output)["ok"] is True
        assert alone.tries == 0


def ways_out(counters):
    """How many packets found no route, over IPv4 and IPv6."""
    lines = [line.split() for line in counters.splitlines()]
    names, values = (line for line in lines if line[0] == "Ip:")
    over_ipv4 = dict(zip(names, values, strict=True))["OutNoRoutes"]
    over_ipv6 = dict(line for line in lines if len(line) == 2)["Ip6OutNoRoutes"]
    return int(over_ipv4) + int(over_ipv6)
