import os
import pwd
import signal
import stat
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from chapwai.postgres import startup
from chapwai.postgres.account import Account
from chapwai.postgres.binaries import NoSuchMajor
from chapwai.postgres.cluster import CannotStart, Cluster
from chapwai.postgres.processes import is_alive, is_dead_server, servers_in

HASTE = {"fsync": "off"}
NOBODY = pwd.getpwnam("nobody")


def wait_until(condition, *, seconds=30):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@contextmanager
def frozen(pid):
    """A process that does nothing for now."""
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


@pytest.fixture
def bystander():
    """Some process of ours that has nothing to do with PostgreSQL."""
    with subprocess.Popen(["sleep", "60"]) as process:
        yield process
        process.kill()


@pytest.fixture
def run_as_parent_of_orphans(shared_folder):
    """Start the shared cluster in a process that adopts its server and lets it lie when dead."""
    program = """
import ctypes, pathlib, sys, time
from chapwai.postgres.cluster import Cluster

ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
Cluster(pathlib.Path(sys.argv[1]), {"fsync": "off"}).start()
print("up", flush=True)
time.sleep(60)
"""

    def run():
        parent = subprocess.Popen(
            [sys.executable, "-c", program, str(shared_folder / "data")], stdout=subprocess.PIPE
        )
        assert parent.stdout.readline() == b"up\n"
        return parent

    return run


@pytest.fixture
def crash(postmaster):
    """Kill a cluster's server as the system would, and return its data folder."""

    def crash(cluster):
        pid = postmaster(cluster)
        folder = Path(os.readlink(f"/proc/{pid}/cwd"))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        wait_until(lambda: not servers_in(folder))
        return folder

    return crash


@pytest.fixture
def name_in_lock_files(cluster):
    """Write another process's number where a crashed server wrote its own."""

    def name_in_lock_files(folder, pid):
        for file in (folder / "postmaster.pid", *folder.parent.glob("run/*.lock")):
            _, _, rest = file.read_text().partition("\n")
            file.write_text(f"{pid}\n{rest}")

    return name_in_lock_files


class TestStart:
    def test_gives_a_database_that_answers(self, cluster, ask):
        assert ask(cluster, "SELECT current_database() || ' of ' || current_user") == (
            "chapwai of chapwai"
        )

    def test_leaves_a_running_server_alone(self, cluster, postmaster):
        before = postmaster(cluster)

        cluster.start()

        assert postmaster(cluster) == before

    def test_gives_the_owner_no_way_around_row_level_security(self, cluster, ask):
        may_bypass = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"

        assert ask(cluster, may_bypass) is False

    def test_lets_the_owner_make_databases_and_the_extensions_we_use(self, cluster, ask):
        ask(cluster, "CREATE DATABASE another")
        ask(cluster, "DROP DATABASE another")
        for extension in ("pg_trgm", "btree_gist", "btree_gin", "unaccent", "citext"):
            ask(cluster, f"CREATE EXTENSION IF NOT EXISTS {extension}")

        assert ask(cluster, "SELECT count(*) FROM pg_extension") >= 5

    def test_finds_letters_in_thai(self, cluster, ask):
        ask(cluster, "CREATE EXTENSION IF NOT EXISTS pg_trgm")

        assert len(ask(cluster, "SELECT show_trgm('ไทย')")) > 0

    def test_counts_statements(self, cluster, ask):
        assert ask(cluster, "SELECT count(*) FROM pg_stat_statements") > 0

    @pytest.mark.parametrize(
        ("setting", "text"),
        [
            ("data_checksums", "on"),
            ("synchronous_commit", "on"),
            ("shared_buffers", "128MB"),
            ("max_connections", "100"),
            ("listen_addresses", ""),
            ("server_encoding", "UTF8"),
        ],
    )
    def test_chooses(self, cluster, ask, setting, text):
        assert ask(cluster, f"SHOW {setting}") == text

    def test_takes_further_settings(self, cluster, ask):
        assert ask(cluster, "SHOW fsync") == "off"

    def test_lets_nobody_in_over_the_network(self, cluster):
        with cluster._connect() as connection:
            rules = connection.execute("SELECT type, auth_method FROM pg_hba_file_rules").fetchall()

        assert {method for kind, method in rules if kind == "local"} == {"trust"}
        assert {method for kind, method in rules if kind != "local"} == {"reject"}

    def test_keeps_the_socket_where_only_the_owner_can_enter(self, cluster, shared_folder):
        socket = shared_folder / "data" / "run" / ".s.PGSQL.5432"

        assert stat.S_ISSOCK(socket.stat().st_mode)
        assert socket.parent.stat().st_mode & 0o777 == 0o700

    def test_gives_the_server_a_session_of_its_own(self, cluster, postmaster):
        # Ctrl-C reaches every process of the terminal's session.
        assert os.getsid(postmaster(cluster)) == postmaster(cluster)

    def test_does_not_listen_to_postgres_variables_of_ours(self, cluster, ask, monkeypatch):
        cluster.stop()
        monkeypatch.setenv("PGPORT", "1")
        monkeypatch.setenv("PGDATA", "/nowhere")

        cluster.start()

        assert ask(cluster, "SHOW port") == "5432"

    def test_makes_the_database_if_it_was_killed_before_it_could(self, cluster, ask):
        with cluster._connect() as connection:
            connection.execute("DROP DATABASE chapwai")

        cluster.start()

        assert ask(cluster, "SELECT 1") == 1

    def test_says_what_the_log_says_when_the_server_refuses(self, cluster, shared_folder):
        cluster.stop()
        broken = Cluster(shared_folder / "data", {"max_connections": "many"})

        with pytest.raises(CannotStart, match=r"(?s)max_connections.*CHAPWAI_DATABASE_URL"):
            broken.start()

    def test_is_safe_in_four_processes_at_once(self, data_dir, command):
        starters = [
            subprocess.Popen(command("start", data_dir), stdout=subprocess.PIPE) for _ in range(4)
        ]
        answers = [starter.communicate()[0].decode().strip() for starter in starters]

        assert [starter.returncode for starter in starters] == [0, 0, 0, 0]
        assert set(answers) == {Cluster(data_dir).url}

    def test_begins_again_where_an_earlier_initdb_was_killed(self, data_dir, ask):
        half_made = data_dir / "18.new"
        half_made.mkdir(parents=True)
        (half_made / "PG_VERSION").write_text("18\n")
        cluster = Cluster(data_dir, HASTE)

        cluster.start()

        assert ask(cluster, "SELECT 1") == 1
        assert not half_made.exists()

    def test_can_run_beside_another_cluster(self, cluster, neighbour, ask):
        neighbour.start()

        assert ask(neighbour, "SHOW data_directory") != ask(cluster, "SHOW data_directory")

    @pytest.mark.parametrize("name", ["x" * 100, "one, two", 'it\'s "quoted" & $HOME'])
    def test_works_in_folders_with_awkward_names(self, open_folder, name, ask):
        cluster = Cluster(open_folder / name, HASTE)

        cluster.start()

        assert ask(cluster, "SELECT 1") == 1


class TestStartAfterAKill:
    def test_brings_every_committed_row_back(self, cluster, ask, postmaster):
        ask(cluster, "CREATE TABLE IF NOT EXISTS kept (at timestamptz)")
        ask(cluster, "INSERT INTO kept VALUES (now())")
        rows = ask(cluster, "SELECT count(*) FROM kept")

        os.kill(postmaster(cluster), signal.SIGKILL)
        cluster.start()

        assert ask(cluster, "SELECT count(*) FROM kept") == rows

    def test_reaps_the_dead_server_where_we_are_its_parent(self, cluster, postmaster):
        dead = postmaster(cluster)
        os.kill(dead, signal.SIGKILL)
        wait_until(lambda: is_dead_server(dead))

        cluster.start()

        assert not is_alive(dead)

    def test_waits_for_another_parent_to_reap_the_dead_server(
        self, cluster, run_as_parent_of_orphans, postmaster, monkeypatch
    ):
        monkeypatch.setattr(startup, "PATIENCE_SECONDS", 0.3)
        cluster.stop()
        with run_as_parent_of_orphans() as parent:
            dead = postmaster(cluster)
            os.kill(dead, signal.SIGKILL)

            with pytest.raises(CannotStart, match=f"dead server {dead} is still held"):
                cluster.start()

            assert postmaster(cluster) == dead
            parent.kill()
        cluster.start()
        assert cluster.is_running()

    def test_does_not_start_beside_a_living_backend(
        self, cluster, postmaster, monkeypatch, shared_folder, ask
    ):
        monkeypatch.setattr(startup, "PATIENCE_SECONDS", 0.3)
        (pid_file,) = (shared_folder / "data").glob("*/postmaster.pid")
        with psycopg.connect(cluster.url) as session, frozen(session.info.backend_pid):
            os.kill(postmaster(cluster), signal.SIGKILL)

            with pytest.raises(CannotStart, match=str(session.info.backend_pid)):
                cluster.start()

            assert pid_file.exists()
        monkeypatch.undo()
        cluster.start()
        assert ask(cluster, "SELECT 1") == 1

    def test_finds_the_server_whose_starter_was_killed(
        self, cluster, run_as_parent_of_orphans, postmaster, ask
    ):
        cluster.stop()
        with run_as_parent_of_orphans() as starter:
            ask(cluster, "CREATE TABLE IF NOT EXISTS found AS SELECT 42 AS answer")
            before = postmaster(cluster)
            starter.kill()

        cluster.start()

        assert postmaster(cluster) == before
        assert ask(cluster, "SELECT answer FROM found") == 42

    def test_finds_the_server_whose_starter_ended(self, cluster, command, shared_folder):
        cluster.stop()

        subprocess.run(command("start", shared_folder / "data"), check=True, capture_output=True)

        assert cluster.is_running()

    def test_waits_for_a_server_that_does_not_answer_yet(
        self, cluster, postmaster, monkeypatch, caplog
    ):
        """Recovery may take longer than any patience; the server that does it is left to it."""
        monkeypatch.setattr(startup, "PATIENCE_SECONDS", 0.0)
        server = postmaster(cluster)
        starter = threading.Thread(target=cluster.start)
        with frozen(server):
            starter.start()
            wait_until(lambda: "does not answer yet" in caplog.text)
        starter.join()

        assert postmaster(cluster) == server
        assert cluster.is_running()


class TestStartOverAStalePidFile:
    def test_leaves_a_free_number_to_postgres(self, cluster, crash, ask):
        crash(cluster)

        cluster.start()

        assert ask(cluster, "SELECT 1") == 1

    def test_sees_that_the_number_is_another_process_now(
        self, cluster, crash, bystander, name_in_lock_files, ask
    ):
        folder = crash(cluster)
        name_in_lock_files(folder, bystander.pid)

        cluster.start()

        assert ask(cluster, "SELECT 1") == 1
        assert bystander.poll() is None

    def test_sees_that_the_number_is_another_clusters_server_now(
        self, cluster, crash, neighbour, name_in_lock_files, postmaster, ask
    ):
        folder = crash(cluster)
        name_in_lock_files(folder, postmaster(neighbour))

        cluster.start()

        assert ask(cluster, "SHOW data_directory") == str(folder)
        assert neighbour.is_running()

    def test_removes_a_file_that_a_crash_left_empty(self, cluster, crash, ask):
        folder = crash(cluster)
        (folder / "postmaster.pid").write_text("")

        cluster.start()

        assert ask(cluster, "SELECT 1") == 1


class TestIsRunning:
    def test_does_not_believe_a_pid_file(self, cluster, crash, bystander, name_in_lock_files):
        folder = crash(cluster)

        name_in_lock_files(folder, bystander.pid)

        assert not cluster.is_running()

    def test_does_not_take_another_clusters_server_for_ours(self, cluster, crash, neighbour):
        folder = crash(cluster)
        ours = folder / "postmaster.pid"
        lines = ours.read_text().splitlines()
        lines[4] = str(neighbour._data_dir / "run")

        ours.write_text("\n".join(lines) + "\n")

        assert neighbour.is_running()
        assert not cluster.is_running()


class TestStop:
    def test_ends_the_server_and_clears_its_socket_away(self, cluster, shared_folder):
        cluster.stop()

        assert not cluster.is_running()
        assert not list((shared_folder / "data").glob("*/postmaster.pid"))
        assert not (shared_folder / "data" / "run").exists()

    def test_may_be_asked_twice(self, cluster):
        cluster.stop()

        cluster.stop()

        assert not cluster.is_running()

    def test_has_nothing_to_do_where_nothing_was_started(self, tmp_path):
        Cluster(tmp_path / "data").stop()

        assert not (tmp_path / "data").exists()

    def test_says_so_when_it_has_to_stop_at_once(self, cluster, ask, postmaster, caplog):
        ask(cluster, "CREATE TABLE IF NOT EXISTS kept (at timestamptz)")
        ask(cluster, "INSERT INTO kept VALUES (now())")
        rows = ask(cluster, "SELECT count(*) FROM kept")
        server = postmaster(cluster)
        stopper = threading.Thread(target=cluster.stop, kwargs={"patience_seconds": 0.05})

        with frozen(server):  # so that it cannot end in time
            stopper.start()
            wait_until(lambda: "stopping it at once" in caplog.text)
        stopper.join()

        assert not cluster.is_running()
        cluster.start()
        assert ask(cluster, "SELECT count(*) FROM kept") == rows

    def test_ends_sessions_that_are_open(self, cluster):
        with psycopg.connect(cluster.url) as session:
            cluster.stop()

            with pytest.raises(psycopg.OperationalError):
                session.execute("SELECT 1")

        assert not cluster.is_running()

    def test_signals_nobody_else(self, cluster, crash, bystander, name_in_lock_files):
        folder = crash(cluster)
        name_in_lock_files(folder, bystander.pid)

        cluster.stop()

        assert bystander.poll() is None


class TestSocketOfADeepFolder:
    @pytest.fixture
    def deep(self, open_folder):
        return Cluster(open_folder / ("deep" * 30), HASTE)

    def test_stands_in_a_short_private_folder_until_the_stop(
        self, deep, open_folder, monkeypatch, ask
    ):
        runtime = open_folder / "runtime"
        runtime.mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))

        deep.start()
        (folder,) = runtime.iterdir()
        private = folder.stat().st_mode & 0o777 == 0o700
        monkeypatch.delenv("XDG_RUNTIME_DIR")
        answer = ask(deep, "SELECT 1")
        deep.stop()

        assert private
        assert answer == 1, "found where it is, not where it would be put by now"
        assert not folder.exists()


class TestOtherMajor:
    def test_runs_on_the_systems_postgres(self, older_cluster, ask):
        assert ask(older_cluster, "SHOW server_version").startswith("15.")
        assert ask(older_cluster, "SHOW data_checksums") == "on"

    def test_finds_letters_in_thai(self, older_cluster, ask):
        ask(older_cluster, "CREATE EXTENSION IF NOT EXISTS pg_trgm")

        assert len(ask(older_cluster, "SELECT show_trgm('ไทย')")) > 0

    def test_opens_data_with_the_programs_that_made_it(self, older_cluster, ask):
        older_cluster.stop()

        Cluster(older_cluster._data_dir).start()

        assert ask(older_cluster, "SHOW server_version").startswith("15.")

    def test_refuses_data_whose_programs_are_missing(self, tmp_path):
        (tmp_path / "16").mkdir()
        (tmp_path / "16" / "PG_VERSION").write_text("16\n")

        with pytest.raises(NoSuchMajor, match="PostgreSQL 16"):
            Cluster(tmp_path).start()


@pytest.mark.usefixtures("as_root")
class TestWithoutNamespaces:
    def test_root_runs_the_server_as_an_existing_account(self, open_folder, ask, postmaster):
        data_dir = open_folder / ("deep" * 30)
        cluster = Cluster(data_dir, HASTE, account=Account(uid=NOBODY.pw_uid, gid=NOBODY.pw_gid))

        cluster.start()
        owner = Path(f"/proc/{postmaster(cluster)}").stat().st_uid
        from_another_process = Cluster(data_dir)
        answer = ask(from_another_process, "SELECT 1")
        from_another_process.stop()
        from_another_process.start()

        assert owner == NOBODY.pw_uid
        assert answer == 1
        assert from_another_process.is_running()
        assert open_folder.stat().st_mode & 0o777 == 0o755


class TestAsAnOrdinaryUser:
    def test_starts_and_stops_in_a_folder_of_the_users(self, open_folder, as_nobody):
        os.chown(open_folder, NOBODY.pw_uid, NOBODY.pw_gid)
        actions = ("start", "status", "stop", "status")

        done = [as_nobody(action, open_folder / "data") for action in actions]

        assert [each.returncode for each in done] == [0, 0, 0, 3], done[0].stderr
