"""Everything that an operator can set, from the environment; docs/configuration.md explains it."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django_stubs_ext
from psycopg.conninfo import conninfo_to_dict

from chapwai.config.environment import Environment

django_stubs_ext.monkeypatch()

env = Environment()

DATA_DIR = env.folder("CHAPWAI_DATA_DIR", ".data")
DOCUMENTS_DIR = DATA_DIR / "documents"
SPOOL_DIR = DATA_DIR / "spool"

BIND_HOST, BIND_PORT = env.bind("CHAPWAI_BIND", "127.0.0.1:8000")
PUBLIC_URL = env.web_address("CHAPWAI_PUBLIC_URL", f"http://{BIND_HOST}:{BIND_PORT}")
WEB_WORKERS = env.number("CHAPWAI_WEB_WORKERS", 1, least=1, most=64)
WEB_THREADS = env.number("CHAPWAI_WEB_THREADS", 8, least=1, most=64)
WORKER_CONCURRENCY = env.number("CHAPWAI_WORKER_CONCURRENCY", 4, least=1, most=32)

LINE_API_URL = env.web_address("CHAPWAI_LINE_API_URL", "https://api.line.me")
# LINE serves content from a host of its own; a stand-in serves everything from one.
LINE_DATA_API_URL = env.web_address(
    "CHAPWAI_LINE_DATA_API_URL",
    "https://api-data.line.me" if LINE_API_URL == "https://api.line.me" else LINE_API_URL,
)
LINE_CHANNEL_ID = env.text("CHAPWAI_LINE_CHANNEL_ID")
LINE_CHANNEL_SECRET = env.text("CHAPWAI_LINE_CHANNEL_SECRET")
LINE_CHANNEL_TOKEN = env.text("CHAPWAI_LINE_CHANNEL_TOKEN")

# Signing in on the web with a LINE account: a channel of its own under the same provider.
LINE_LOGIN_URL = env.web_address("CHAPWAI_LINE_LOGIN_URL", "https://access.line.me")
LINE_LOGIN_CHANNEL_ID, LINE_LOGIN_CHANNEL_SECRET = env.together(
    "CHAPWAI_LINE_LOGIN_CHANNEL_ID", "CHAPWAI_LINE_LOGIN_CHANNEL_SECRET"
)

SMTP_URL = env.text("CHAPWAI_SMTP_URL", "smtp://127.0.0.1:25")
MAIL_FROM = env.text("CHAPWAI_MAIL_FROM", "chapwai@localhost.localdomain")

# Services that know articles; empty is off. What they are asked is in docs/configuration.md.
CROSSREF_URL = env.web_address("CHAPWAI_CROSSREF_URL")
NCBI_URL = env.web_address("CHAPWAI_NCBI_URL")
NCBI_API_KEY = env.text("CHAPWAI_NCBI_API_KEY")
ONLINE_CONTACT = env.text("CHAPWAI_ONLINE_CONTACT")

SECRET_KEY = env.text("CHAPWAI_SECRET_KEY", "not-secret-and-refused-by-serve")
LOG_LEVEL = env.choice("CHAPWAI_LOG_LEVEL", "INFO", allowed=("DEBUG", "INFO", "WARNING", "ERROR"))

DEBUG = False
ALLOWED_HOSTS = [urlsplit(PUBLIC_URL).hostname or "localhost", BIND_HOST, "localhost", "127.0.0.1"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIC_URL.startswith("https://")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "procrastinate.contrib.django",
    "chapwai.line",
    "chapwai.mail",
    "chapwai.libraries",
    "chapwai.ledger",
    "chapwai.documents",
    "chapwai.citations",
    "chapwai.document_requests",
    "chapwai.notices",
    "chapwai.deliveries",
    "chapwai.chat",
    "chapwai.web",
    "chapwai.config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "chapwai.config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
            ]
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def database(url: str) -> dict[str, Any]:
    """Django's settings for a libpq connection string; hosts and options pass through as given."""
    parts = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    # A short lock and idle limit: a stuck transaction must not hold the network's claims.
    limits = "-c lock_timeout=5s -c idle_in_transaction_session_timeout=60s"
    options = parts.pop("options", "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", ""),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": "5",
            **parts,
            "options": f"{options} {limits}".strip(),
            "pool": {
                "min_size": 1,
                "max_size": max(WEB_THREADS, WORKER_CONCURRENCY) + 2,
                # Everybody has a connection to use, so only a database that is away makes anybody
                # wait; and LINE, whose events then go to the spool, waits for two seconds.
                "timeout": 1.5,
            },
        },
    }


# Whoever starts the service or a command puts the address of the embedded database here.
DATABASES = {"default": database(env.text("CHAPWAI_DATABASE_URL"))}

USE_TZ = True
TIME_ZONE = "Asia/Bangkok"
LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย"), ("en", "English")]
_HOUSE = Path(__file__).resolve().parents[1]
# In a checkout the texts stand at the top of the tree, in an installed package inside it.
LOCALE_PATHS = [
    folder for folder in (_HOUSE.parents[1] / "locale", _HOUSE / "locale") if folder.is_dir()
]

STATIC_URL = "static/"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "chapwai.config.logs.WordlessFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    # Both log addresses with their queries at INFO, and a link's token is part of its address.
    "loggers": {
        "httpx": {"level": "WARNING"},
        "procrastinate": {"level": "WARNING"},
        # It takes our worker's start for a mistake that programs without Django can make.
        "procrastinate.blueprints": {"level": "ERROR"},
    },
}
