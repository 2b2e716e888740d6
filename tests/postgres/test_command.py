import pytest

from chapwai.postgres.command import main


class TestMain:
    def test_starts_the_cluster_and_tells_how_to_reach_it(self, cluster, shared_folder, capsys):
        cluster.stop()

        status = main(["start", "--data-dir", str(shared_folder / "data")])

        assert status == 0
        assert capsys.readouterr().out == f"{cluster.url}\n"
        assert cluster.is_running()

    def test_stops_the_cluster(self, cluster, shared_folder):
        status = main(["stop", "--data-dir", str(shared_folder / "data")])

        assert status == 0
        assert not cluster.is_running()

    def test_tells_whether_it_runs(self, cluster, shared_folder, tmp_path, capsys):
        running = main(["status", "--data-dir", str(shared_folder / "data")])
        never_started = main(["status", "--data-dir", str(tmp_path / "data")])

        assert (running, never_started) == (0, 3)
        assert capsys.readouterr().out == f"{cluster.url}\nnot running\n"

    def test_says_in_a_sentence_why_it_cannot_start(self, tmp_path, capsys):
        made_long_ago = tmp_path / "9"
        made_long_ago.mkdir()
        (made_long_ago / "PG_VERSION").write_text("9\n")

        status = main(["start", "--data-dir", str(tmp_path)])

        assert status == 1
        assert capsys.readouterr().err.startswith("The data belongs to PostgreSQL 9")

    def test_insists_on_a_known_action(self):
        with pytest.raises(SystemExit):
            main(["restart", "--data-dir", "anywhere"])
