import pytest

from chapwai.postgres.resolve import NotAPostgresUrl, resolve_database

OUR_OWN = "postgresql://chapwai:secret@db1,db2/chapwai?target_session_attrs=read-write"


class TestResolveDatabase:
    def test_takes_the_server_that_is_named(self, tmp_path):
        database = resolve_database({"CHAPWAI_DATABASE_URL": OUR_OWN}, tmp_path)

        assert database.url == OUR_OWN
        assert database.cluster is None

    @pytest.mark.parametrize("environ", [{}, {"CHAPWAI_DATABASE_URL": " "}])
    def test_takes_the_embedded_cluster_otherwise(self, environ, tmp_path):
        database = resolve_database(environ, tmp_path)

        assert database.cluster is not None
        assert database.url == database.cluster.url

    def test_tells_the_socket_where_a_later_start_put_it(self, tmp_path):
        database = resolve_database({}, tmp_path)

        (tmp_path / "18").mkdir()
        (tmp_path / "18" / "PG_VERSION").write_text("18\n")
        (tmp_path / "18" / "postmaster.pid").write_text("1\n/data\n0\n5432\n/run/x\n\n")

        assert "host=%2Frun%2Fx&" in database.url

    def test_starts_nothing(self, tmp_path):
        resolve_database({}, tmp_path / "data")

        assert not (tmp_path / "data").exists()

    def test_refuses_another_kind_of_database_without_repeating_its_password(self, tmp_path):
        with pytest.raises(NotAPostgresUrl, match="CHAPWAI_DATABASE_URL") as refusal:
            resolve_database({"CHAPWAI_DATABASE_URL": "mysql://me:secret@db/x"}, tmp_path)

        assert "secret" not in str(refusal.value)
