import os
import pwd
from pathlib import Path

import pytest

from chapwai.postgres.account import (
    IN_NAMESPACE,
    MYSELF,
    Account,
    CannotReach,
    NoAccount,
    UnsafeFolder,
    account_for,
)

NOBODY = pwd.getpwnam("nobody")
AS_NOBODY = Account(uid=NOBODY.pw_uid, gid=NOBODY.pw_gid)
ROOT_FOLDER = Path("/")


def allowed():
    return True


def forbidden():
    return False


@pytest.fixture
def another_group_of_ours():
    before = os.getgroups()
    os.setgroups([*before, 4321])
    yield
    os.setgroups(before)


@pytest.mark.usefixtures("as_root")
class TestAccountForRoot:
    def test_is_a_namespace_where_they_are_allowed(self, tmp_path):
        account = account_for(tmp_path / "new", namespaces_allowed=allowed)

        assert account == IN_NAMESPACE

    def test_is_an_existing_account_where_namespaces_are_forbidden(self, tmp_path):
        account = account_for(
            tmp_path / "new",
            namespaces_allowed=forbidden,
            unprivileged=["an-account-nobody-has", "nobody"],
        )

        assert account == AS_NOBODY

    def test_is_refused_where_there_is_no_account_either(self, tmp_path):
        with pytest.raises(NoAccount, match="CHAPWAI_DATABASE_URL"):
            account_for(tmp_path / "new", namespaces_allowed=forbidden, unprivileged=[])

    def test_is_the_owner_of_data_that_exists(self, tmp_path):
        os.chown(tmp_path, AS_NOBODY.uid, AS_NOBODY.gid)

        account = account_for(tmp_path, namespaces_allowed=allowed)

        assert account == AS_NOBODY

    def test_must_reach_the_data_folder(self, open_folder):
        open_folder.chmod(0o700)

        with pytest.raises(CannotReach, match="nobody cannot reach"):
            AS_NOBODY.check_reach(folder=open_folder, program="/bin/sh")

    def test_must_reach_the_programs(self, open_folder):
        program = open_folder / "postgres"
        program.touch(mode=0o700)

        with pytest.raises(CannotReach, match=f"cannot reach {program}"):
            AS_NOBODY.check_reach(folder=open_folder, program=str(program))

    def test_leaves_no_group_of_ours_to_the_account(self, another_group_of_ours):
        groups = AS_NOBODY.run(["id", "-G"], cwd=ROOT_FOLDER).stdout.split()

        assert groups == [str(AS_NOBODY.gid)]


class TestAccountForOrdinaryUsers:
    def test_refuses_a_folder_of_somebody_else(self, open_folder, as_nobody):
        done = as_nobody("start", open_folder / "data")

        assert done.returncode == 1
        assert "belongs to another user" in done.stderr
        assert "Traceback" not in done.stderr


class TestAccount:
    def test_keeps_our_postgres_variables_from_the_programs(self, monkeypatch):
        monkeypatch.setenv("PGPORT", "1")

        shown = MYSELF.run(["env"], cwd=ROOT_FOLDER).stdout.splitlines()

        assert "LC_ALL=C" in shown
        assert not [line for line in shown if line.startswith("PG")]

    def test_makes_a_folder_that_only_its_owner_can_enter(self, tmp_path):
        MYSELF.make_private_folder(tmp_path / "run")

        assert (tmp_path / "run").stat().st_mode & 0o777 == 0o700

    def test_accepts_such_a_folder_that_exists(self, tmp_path):
        MYSELF.make_private_folder(tmp_path / "run")

        MYSELF.make_private_folder(tmp_path / "run")

        assert (tmp_path / "run").is_dir()

    def test_refuses_a_folder_that_others_can_enter(self, tmp_path):
        (tmp_path / "run").mkdir(mode=0o755)

        with pytest.raises(UnsafeFolder):
            MYSELF.make_private_folder(tmp_path / "run")

    def test_refuses_a_link_that_somebody_may_have_laid(self, tmp_path):
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        (tmp_path / "run").symlink_to(tmp_path / "elsewhere")

        with pytest.raises(UnsafeFolder):
            MYSELF.make_private_folder(tmp_path / "run")

    @pytest.mark.usefixtures("as_root")
    def test_refuses_a_folder_of_another_owner(self, tmp_path):
        (tmp_path / "run").mkdir(mode=0o700)

        with pytest.raises(UnsafeFolder):
            AS_NOBODY.make_private_folder(tmp_path / "run")
