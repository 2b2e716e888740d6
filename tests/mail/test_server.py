import pytest

from chapwai.mail.server import BadServerUrl, SmtpServer


class TestFromUrl:
    @pytest.mark.parametrize(
        ("url", "server"),
        [
            ("smtp://relay.example", SmtpServer("relay.example", 25)),
            ("smtp://127.0.0.1:2525", SmtpServer("127.0.0.1", 2525)),
            ("smtp://[::1]:2525", SmtpServer("::1", 2525)),
            ("smtp://relay.example?starttls=0", SmtpServer("relay.example", 25)),
            (
                "smtp://user:p%40ss%3A@relay.example?starttls=1",
                SmtpServer("relay.example", 587, "starttls", "user", "p@ss:"),
            ),
            (
                "smtps://user:pw@relay.example/?timeout=5",
                SmtpServer("relay.example", 465, "implicit", "user", "pw", 5.0),
            ),
            ("smtp://user:pw@127.0.0.1", SmtpServer("127.0.0.1", 25, "none", "user", "pw")),
        ],
    )
    def test_reads_where_and_how(self, url, server):
        assert SmtpServer.from_url(url) == server

    @pytest.mark.parametrize(
        ("url", "problem"),
        [
            ("", "scheme"),
            ("relay.example:25", "after the host"),
            ("http://relay.example", "scheme"),
            ("smtp://relay.example?starttls=yes", "starttls"),
            ("smtps://relay.example?starttls=1", "starttls"),
            ("smtp://relay.example?tls=1", "unknown option tls"),
            ("smtp://relay.example/path", "after the host"),
            ("smtp://:25", "host"),
            ("smtp://relay example", "host"),
            ("smtp://relay.example:99999", "Port"),
            ("smtp://relay.example?timeout=0", "timeout"),
            ("smtp://relay.example?timeout=soon", "float"),
            ("smtps://user:p%0Aw@relay.example", "printable"),
            ("smtp://user:pw@relay.example", "password needs TLS"),
        ],
    )
    def test_names_the_variable_the_problem_and_what_is_allowed(self, url, problem):
        with pytest.raises(BadServerUrl, match=problem) as refusal:
            SmtpServer.from_url(url, variable="CHAPWAI_RELAY_URL")

        assert str(refusal.value).startswith("CHAPWAI_RELAY_URL: ")
        assert "smtps://user:password@host:465" in str(refusal.value)

    def test_does_not_tell_the_password(self):
        with pytest.raises(BadServerUrl) as refusal:
            SmtpServer.from_url("smtp://user:secret-word@relay.example")

        assert "secret-word" not in str(refusal.value)
        assert "secret-word" not in repr(SmtpServer.from_url("smtps://u:secret-word@x.example"))
