import ssl
import time

import pytest
from aiosmtpd.smtp import AuthResult

from chapwai.mail.addresses import BadAddress
from chapwai.mail.smtp import NotSendable, Outcome, Phase, SmtpServer, send

SENDER = "b+token@bounce.chapwai.example"
READER = "patron@dept.example"
MESSAGE = b"Subject: an article\r\n\r\nfirst line\r\n"


def nothing():
    pass


def try_to_send(server, message=MESSAGE, *, recipient=READER, before_final_dot=nothing):
    return send(
        message,
        sender=SENDER,
        recipient=recipient,
        server=server,
        before_final_dot=before_final_dot,
    )


class TestAccepted:
    def test_is_said_only_after_the_server_took_the_whole_message(self, start_mailbox):
        mailbox, server = start_mailbox()

        attempt = try_to_send(server)

        assert attempt.outcome is Outcome.ACCEPTED
        assert attempt.phase is Phase.ANSWERED
        assert (attempt.code, attempt.text) == (250, "2.0.0 queued as 4Rt9")
        assert mailbox.received == [(SENDER, [READER], MESSAGE)]

    @pytest.mark.parametrize(
        "body",
        [
            b".\r\n",
            b"..\r\n.\r\n...\r\n",
            b"a\r\n.b\r\n\r\n.\r\n",
            b"\r\n\r\n\r\n",
            b"x" * 998 + b"\r\n",
            b".".join(b"%d\r\n" % n for n in range(100_000)),
        ],
        ids=["dot", "dots", "dot in front", "empty lines", "longest line", "many chunks"],
    )
    def test_message_arrives_byte_for_byte(self, start_mailbox, body):
        mailbox, server = start_mailbox()

        try_to_send(server, body)

        assert mailbox.received[0][2] == body

    def test_message_goes_to_each_recipient_in_a_transaction_of_its_own(self, start_mailbox):
        mailbox, server = start_mailbox({READER: "550 5.1.1 no such user"})

        to_reader = try_to_send(server)
        to_librarian = try_to_send(server, recipient="library@river.example")

        assert to_reader.outcome is Outcome.REFUSED
        assert to_librarian.outcome is Outcome.ACCEPTED
        assert mailbox.received == [(SENDER, ["library@river.example"], MESSAGE)]

    def test_bounces_have_an_empty_sender(self, start_mailbox):
        mailbox, server = start_mailbox()

        send(MESSAGE, sender="", recipient=READER, server=server, before_final_dot=nothing)

        assert mailbox.received[0][0] == "<>"

    def test_by_a_sink_too(self, start_sink):
        attempt = try_to_send(start_sink())

        assert (attempt.outcome, attempt.phase) == (Outcome.ACCEPTED, Phase.ANSWERED)


class TestBeforeTheFinalDot:
    def test_a_caller_who_has_lost_the_lease_stops_the_mail_there(self, start_scripted):
        script, server = start_scripted()

        def lease_lost():
            raise RuntimeError("somebody else sends this now")

        with pytest.raises(RuntimeError):
            try_to_send(server, before_final_dot=lease_lost)

        script.thread.join(5)
        assert [line.split()[0] for line in script.lines] == ["EHLO", "MAIL", "RCPT", "DATA"]
        assert script.body == MESSAGE  # all of it, with neither a dot nor a QUIT behind it

    def test_the_caller_is_not_asked_when_the_recipient_is_refused(self, start_sink):
        asked = []

        try_to_send(start_sink("-f", "RCPT"), before_final_dot=lambda: asked.append(1))

        assert asked == []


@pytest.mark.parametrize(
    ("option", "stage", "outcome", "phase"),
    [
        # The server goes away without a word.
        ("-q", "CONNECT", Outcome.DEFERRED, Phase.CONNECTING),
        ("-q", "EHLO", Outcome.DEFERRED, Phase.CONNECTING),
        ("-q", "MAIL", Outcome.DEFERRED, Phase.GREETED),
        ("-q", "RCPT", Outcome.DEFERRED, Phase.SENDER_OK),
        ("-q", "DATA", Outcome.DEFERRED, Phase.RECIPIENT_OK),
        ("-q", ".", Outcome.UNCERTAIN, Phase.BODY_SENT),
        # 421, then it goes away.
        ("-Q", "CONNECT", Outcome.DEFERRED, Phase.CONNECTING),
        ("-Q", "MAIL", Outcome.DEFERRED, Phase.GREETED),
        ("-Q", "RCPT", Outcome.DEFERRED, Phase.SENDER_OK),
        ("-Q", "DATA", Outcome.DEFERRED, Phase.RECIPIENT_OK),
        ("-Q", ".", Outcome.DEFERRED, Phase.ANSWERED),
        # A soft refusal, such as greylisting.
        ("-r", "CONNECT", Outcome.DEFERRED, Phase.CONNECTING),
        ("-r", "MAIL", Outcome.DEFERRED, Phase.GREETED),
        ("-r", "RCPT", Outcome.DEFERRED, Phase.SENDER_OK),
        ("-r", "DATA", Outcome.DEFERRED, Phase.RECIPIENT_OK),
        ("-r", ".", Outcome.DEFERRED, Phase.ANSWERED),
        # A hard refusal; before an address is named it is about us, not about the recipient.
        ("-f", "CONNECT", Outcome.DEFERRED, Phase.CONNECTING),
        ("-f", "MAIL", Outcome.REFUSED, Phase.GREETED),
        ("-f", "RCPT", Outcome.REFUSED, Phase.SENDER_OK),
        ("-f", "DATA", Outcome.REFUSED, Phase.RECIPIENT_OK),
        ("-f", ".", Outcome.REFUSED, Phase.ANSWERED),
    ],
)
def test_each_fault_at_each_stage_has_its_outcome(start_sink, option, stage, outcome, phase):
    attempt = try_to_send(start_sink(option, stage))

    assert (attempt.outcome, attempt.phase) == (outcome, phase)


class TestSilence:
    @pytest.mark.parametrize(
        ("word", "outcome"),
        [
            ("CONNECT", Outcome.DEFERRED),
            ("EHLO", Outcome.DEFERRED),
            ("RCPT", Outcome.DEFERRED),
            ("DATA", Outcome.DEFERRED),
            (".", Outcome.UNCERTAIN),
        ],
    )
    @pytest.mark.parametrize("how", ["hang", "drip"])
    def test_ends_after_the_time_limit(self, start_scripted, word, outcome, how):
        _, server = start_scripted({word: how}, timeout_seconds=0.3)

        started = time.monotonic()
        attempt = try_to_send(server)

        assert attempt.outcome is outcome
        assert time.monotonic() - started < 2

    def test_of_a_slow_but_living_server_is_waited_for(self, start_sink):
        attempt = try_to_send(start_sink("-W", ".:1"))

        assert attempt.outcome is Outcome.ACCEPTED

    def test_of_nobody_listening_is_deferred(self):
        attempt = try_to_send(SmtpServer("127.0.0.1", 1, timeout_seconds=1))

        assert (attempt.outcome, attempt.phase) == (Outcome.DEFERRED, Phase.CONNECTING)


class TestAnswersWithoutSense:
    def test_after_the_dot_leave_it_uncertain(self, start_scripted):
        for answer in ["OK", "354 more?", "250" + "-x" * 5_000, "-" * 70_000]:
            _, server = start_scripted({".": answer})

            attempt = try_to_send(server)

            assert (attempt.outcome, attempt.phase) == (Outcome.UNCERTAIN, Phase.BODY_SENT)

    def test_to_data_do_not_count_as_accepted(self, start_scripted):
        _, server = start_scripted({"DATA": "250 OK"})

        attempt = try_to_send(server)

        assert (attempt.outcome, attempt.phase) == (Outcome.DEFERRED, Phase.RECIPIENT_OK)

    def test_that_never_end_are_cut_off(self, start_scripted):
        _, server = start_scripted({"EHLO": "\r\n".join(["250-x"] * 50_000)}, timeout_seconds=30)

        attempt = try_to_send(server)

        assert attempt.outcome is Outcome.DEFERRED
        assert attempt.text.endswith("the answer does not end")


class TestTooBig:
    def test_is_known_from_the_announced_limit_and_nothing_is_sent(self, start_scripted):
        script, server = start_scripted({"EHLO": "250-x\r\n250 SIZE 20"})

        attempt = try_to_send(server)

        assert (attempt.outcome, attempt.phase) == (Outcome.TOO_BIG, Phase.GREETED)
        assert [line.split()[0] for line in script.lines] in (["EHLO"], ["EHLO", "QUIT"])

    @pytest.mark.parametrize(
        ("stage", "answer", "outcome"),
        [
            (".", "552 message too big", Outcome.TOO_BIG),
            (".", "552 5.3.4 message too big", Outcome.TOO_BIG),
            ("MAIL", "550 5.2.3 message too long", Outcome.TOO_BIG),
            ("RCPT", "552 5.2.2 mailbox full", Outcome.REFUSED),
            (".", "552 5.7.0 this content is not allowed", Outcome.REFUSED),
            ("RCPT", "550 5.1.1 unknown", Outcome.REFUSED),
            ("RCPT", "452 4.2.2 mailbox full for now", Outcome.DEFERRED),
        ],
    )
    def test_is_told_from_other_refusals(self, start_scripted, stage, answer, outcome):
        _, server = start_scripted({stage: answer})

        assert try_to_send(server).outcome is outcome

    def test_is_not_feared_where_the_server_names_no_limit(self, start_scripted):
        _, server = start_scripted({"EHLO": "250-x\r\n250 SIZE 0"})

        assert try_to_send(server).outcome is Outcome.ACCEPTED


@pytest.fixture
def short_host_name(monkeypatch):
    monkeypatch.setattr("socket.gethostname", lambda: "shortname")


def envelope(script):
    """What was said of sender and recipient; Python's versions write the verbs in either case."""
    verbs_and_rest = (line.partition(":") for line in script.lines[1:3])
    return [f"{verb.upper()}:{rest}" for verb, _, rest in verbs_and_rest]


class TestOptions:
    def test_ask_for_bounces_without_the_document(self, start_scripted):
        script, server = start_scripted()

        try_to_send(server)

        assert envelope(script) == [
            f"MAIL FROM:<{SENDER}> SIZE={len(MESSAGE)} RET=HDRS",
            f"RCPT TO:<{READER}> NOTIFY=FAILURE,DELAY",
        ]

    def test_are_left_out_where_the_server_does_not_know_them(self, start_scripted):
        script, server = start_scripted({"EHLO": "250 plain.example"})

        try_to_send(server)

        assert envelope(script) == [f"MAIL FROM:<{SENDER}>", f"RCPT TO:<{READER}>"]

    @pytest.mark.usefixtures("short_host_name")
    def test_greeting_names_an_address_when_the_host_has_no_full_name(self, start_scripted):
        script, server = start_scripted()

        try_to_send(server)

        assert script.lines[0] == "EHLO [127.0.0.1]"


class TestNonAsciiRecipient:
    def test_is_refused_where_the_server_takes_ascii_only(self, start_mailbox):
        mailbox, server = start_mailbox(enable_SMTPUTF8=False)

        attempt = try_to_send(server, recipient="ผู้อ่าน@dept.example")

        assert attempt.outcome is Outcome.REFUSED
        assert mailbox.received == []

    def test_is_reached_where_the_server_offers_it(self, start_mailbox):
        mailbox, server = start_mailbox(enable_SMTPUTF8=True)

        attempt = try_to_send(server, recipient="ผู้อ่าน@dept.example")

        assert attempt.outcome is Outcome.ACCEPTED
        assert mailbox.received[0][1] == ["ผู้อ่าน@dept.example"]


class TestWhatIsNotSent:
    @pytest.mark.parametrize(
        "message",
        [b"", b"no end", b"bare\nline feed\r\n", b"bare\rreturn\r\n", "ไทย\r\n".encode()],
    )
    def test_lines_that_servers_read_differently(self, message):
        with pytest.raises(NotSendable, match="7-bit lines"):
            try_to_send(SmtpServer("127.0.0.1", 1), message)

    @pytest.mark.parametrize("recipient", ["", "a@b.example\r\nDATA", "a@b.example> X", "a b@c.d"])
    def test_to_something_that_is_no_address(self, recipient):
        with pytest.raises(BadAddress):
            try_to_send(SmtpServer("127.0.0.1", 1), recipient=recipient)


class TestWordsOfTheServer:
    def test_are_kept_on_one_line_without_addresses_and_not_too_long(self, start_scripted):
        answer = f"550-5.1.1 <{READER}>: unknown\x07\r\n550 {'word ' * 100}"
        _, server = start_scripted({"RCPT": answer})

        attempt = try_to_send(server)

        assert attempt.text.startswith("5.1.1 <p***@d***>: unknown word word")
        assert len(attempt.text) == 300
        assert attempt.text.isprintable()

    def test_may_be_in_any_alphabet(self, start_scripted):
        _, server = start_scripted({"RCPT": "550 ไม่มีผู้ใช้นี้"})

        assert try_to_send(server).text == "ไม่มีผู้ใช้นี้"


class TestTls:
    @pytest.fixture
    def server_tls(self, certificate):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        return context

    @pytest.fixture
    def trusted(self, certificate, monkeypatch):
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))

    @pytest.mark.usefixtures("trusted")
    def test_from_the_first_byte(self, start_mailbox, server_tls):
        mailbox, server = start_mailbox(tls=server_tls, reach={"tls": "implicit"})

        attempt = try_to_send(server)

        assert attempt.outcome is Outcome.ACCEPTED
        assert len(mailbox.received) == 1

    @pytest.mark.usefixtures("trusted")
    def test_after_starttls(self, start_mailbox, server_tls):
        mailbox, server = start_mailbox(
            tls_context=server_tls, require_starttls=True, reach={"tls": "starttls"}
        )

        attempt = try_to_send(server)

        assert attempt.outcome is Outcome.ACCEPTED
        assert len(mailbox.received) == 1

    @pytest.mark.parametrize("tls", ["implicit", "starttls"])
    def test_with_a_certificate_that_nobody_vouches_for_sends_nothing(
        self, start_mailbox, server_tls, tls
    ):
        where = {"tls": server_tls} if tls == "implicit" else {"tls_context": server_tls}
        mailbox, server = start_mailbox(**where, reach={"tls": tls})

        attempt = try_to_send(server)

        assert (attempt.outcome, attempt.phase) == (Outcome.DEFERRED, Phase.CONNECTING)
        assert "certificate" in attempt.text.lower()
        assert mailbox.received == []

    def test_that_is_not_offered_sends_nothing(self, start_mailbox):
        mailbox, server = start_mailbox(reach={"tls": "starttls"})

        attempt = try_to_send(server)

        assert (attempt.outcome, attempt.phase) == (Outcome.DEFERRED, Phase.CONNECTING)
        assert "TLS" in attempt.text
        assert mailbox.received == []

    @pytest.mark.usefixtures("trusted", "short_host_name")
    def test_drops_what_was_slipped_in_before_it(self, start_scripted, server_tls):
        slipped_in = "220 go\r\n250-evil.example\r\n250 SMTPUTF8"
        script, server = start_scripted(
            {"EHLO": "250-x\r\n250 STARTTLS", "STARTTLS": slipped_in},
            server_tls=server_tls,
            tls="starttls",
        )

        attempt = try_to_send(server, recipient="ผู้อ่าน@dept.example")

        assert attempt.outcome is Outcome.REFUSED
        assert script.lines[:3] == ["EHLO [127.0.0.1]", "STARTTLS", "EHLO [127.0.0.1]"]


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
class TestLogin:
    def test_lets_us_in(self, start_mailbox):
        def check(_server, _session, _envelope, _mechanism, credentials):
            return AuthResult(success=credentials.password == b"open sesame")

        mailbox, server = start_mailbox(
            authenticator=check,
            auth_required=True,
            auth_require_tls=False,
            reach={"username": "chapwai", "password": "open sesame"},
        )

        assert try_to_send(server).outcome is Outcome.ACCEPTED
        assert len(mailbox.received) == 1

    def test_refused_is_our_fault_not_the_recipients(self, start_scripted):
        _, server = start_scripted(
            {"EHLO": "250-x\r\n250 AUTH PLAIN", "AUTH": "535 5.7.8 no"},
            username="chapwai",
            password="wrong",
        )

        attempt = try_to_send(server)

        assert (attempt.outcome, attempt.phase) == (Outcome.DEFERRED, Phase.CONNECTING)
        assert attempt.code == 535

    def test_demanded_later_is_our_fault_too(self, start_scripted):
        _, server = start_scripted({"MAIL": "530 5.7.0 authentication required"})

        assert try_to_send(server).outcome is Outcome.DEFERRED
