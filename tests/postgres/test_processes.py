import os
import pwd

import pytest

from chapwai.postgres.processes import read_postmaster_file


class TestServersIn:
    def test_does_not_count_the_dead_whose_folder_an_ordinary_user_may_not_see(
        self, open_folder, run_as_nobody
    ):
        os.chown(open_folder, pwd.getpwnam("nobody").pw_uid, -1)
        imports = "import ctypes, pathlib, sys\nfrom chapwai.postgres.processes import servers_in"
        program = """
child = os.fork()
if not child:
    ctypes.CDLL(None).prctl(15, b"postgres", 0, 0, 0)  # PR_SET_NAME
    os._exit(0)
os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)  # dead, and still to be reaped
print(servers_in(pathlib.Path(sys.argv[1])))
"""

        done = run_as_nobody(imports, program, open_folder)

        assert (done.stdout, done.stderr) == ("set()\n", "")


class TestReadPostmasterFile:
    def test_tells_the_number_and_the_socket_folder(self, tmp_path):
        (tmp_path / "postmaster.pid").write_text("42\n/data\n1700000000\n5432\n/run/x\n\n")

        file = read_postmaster_file(tmp_path)

        assert (file.pid, str(file.socket_folder)) == (42, "/run/x")

    @pytest.mark.parametrize("text", ["", "not a number\n"])
    def test_makes_nothing_of_a_file_that_was_cut_short(self, tmp_path, text):
        (tmp_path / "postmaster.pid").write_text(text)

        assert read_postmaster_file(tmp_path) is None

    def test_knows_no_socket_folder_before_the_server_has_one(self, tmp_path):
        (tmp_path / "postmaster.pid").write_text("42\n/data\n")

        assert read_postmaster_file(tmp_path).socket_folder is None
