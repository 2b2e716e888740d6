"""What is under version control works on any machine and names none."""

import re

import pytest

from tests.checkout import HOUSE, tracked_files

LOCKS = [HOUSE / "requirements.lock", HOUSE / "requirements-dev.lock"]
# Written apart, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:" + "work|root|home" + r")/")
REGISTRIES = re.compile(
    "|".join(["py" + "pi", "python" + "hosted", "npm" + "js", "index" + "-url"])
)


class TestLocks:
    @pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
    def test_hold_no_address(self, lock):
        assert "://" not in lock.read_text("utf-8")

    @pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
    def test_have_hashes_for_every_package(self, lock):
        packages = re.split(r"^(?=\w)", lock.read_text("utf-8"), flags=re.MULTILINE)[1:]

        bare = [one.split(" ")[0] for one in packages if "--hash=sha256:" not in one]

        assert packages
        assert not bare

    def test_agree_on_every_package_they_share(self):
        service, everything = (set(versions(lock)) for lock in LOCKS)

        assert service <= everything


class TestTrackedFiles:
    @pytest.mark.parametrize("wrong", [MACHINE_PATHS, REGISTRIES], ids=["paths", "registries"])
    def test_name_neither_folders_of_a_machine_nor_registries(self, wrong):
        found = [f"{path}: {hit[0]}" for path, text in readable() if (hit := wrong.search(text))]

        assert not found


def versions(lock):
    """`name==version` of each package."""
    return re.findall(r"^(\w\S*==\S+)", lock.read_text("utf-8"), re.MULTILINE)


def readable():
    """Every tracked text file, by its name in the checkout, with what it says."""
    for path in tracked_files():
        content = path.read_bytes()
        if b"\0" not in content:
            yield path.relative_to(HOUSE).as_posix(), content.decode("utf-8", "replace")
