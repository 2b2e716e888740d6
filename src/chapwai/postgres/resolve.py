"""Which database this installation uses: the one that is named, or the embedded one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chapwai.postgres import ClusterError
from chapwai.postgres.cluster import Cluster

VARIABLE = "CHAPWAI_DATABASE_URL"
SCHEMES = ("postgresql://", "postgres://")


class NotAPostgresUrl(ClusterError):
    """CHAPWAI_DATABASE_URL must begin with postgresql:// or postgres://, or be left out."""


@dataclass(frozen=True)
class Database:
    """The server to use and, where it is ours to start and stop, its cluster."""

    cluster: Cluster | None
    named_url: str = ""

    @property
    def url(self) -> str:
        """A connection string for psycopg; ask again after a start, which settles the socket."""
        return self.cluster.url if self.cluster else self.named_url


def resolve_database(environ: Mapping[str, str], data_dir: Path) -> Database:
    """The server named in CHAPWAI_DATABASE_URL, else the embedded cluster in the data folder.

    Starts nothing. Raises NotAPostgresUrl, without repeating the value: it may hold a password.
    """
    url = environ.get(VARIABLE, "").strip()
    if not url:
        return Database(Cluster(data_dir))
    if not url.startswith(SCHEMES):
        raise NotAPostgresUrl
    return Database(None, url)
