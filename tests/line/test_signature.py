import json

import pytest

from chapwai.line.signature import is_signed, signature_of

SECRET = "the channel's secret"
BODY = json.dumps({"destination": "U0", "events": [{"type": "ข้อความ"}]}).encode()
SIGNATURE = signature_of(BODY, secret=SECRET)


class TestIsSigned:
    def test_holds_for_the_very_bytes(self):
        assert is_signed(BODY, signature=SIGNATURE, secret=SECRET)

    def test_is_what_line_computes(self):
        # base64(HMAC-SHA256("secret", "{}")), worked out with openssl.
        assert (
            signature_of(b"{}", secret="secret") == "dzJZAsrKgS3CWXM6rNBGtzgXNyx3e42VtAJkdHRRbhM="
        )

    def test_does_not_hold_when_any_byte_is_another(self):
        for position in range(len(BODY)):
            changed = bytearray(BODY)
            changed[position] ^= 1

            assert not is_signed(bytes(changed), signature=SIGNATURE, secret=SECRET)

    def test_does_not_hold_for_the_same_json_written_anew(self):
        rewritten = json.dumps(json.loads(BODY), indent=1).encode()

        assert not is_signed(rewritten, signature=SIGNATURE, secret=SECRET)

    @pytest.mark.parametrize(
        "signature",
        ["", "=", "ลายเซ็น", "\udcff", SIGNATURE[:-1], SIGNATURE + "=", SIGNATURE.lower()],
    )
    def test_does_not_hold_for_another_signature_and_raises_nothing(self, signature):
        assert not is_signed(BODY, signature=signature, secret=SECRET)

    def test_does_not_hold_for_another_channel(self):
        assert not is_signed(BODY, signature=SIGNATURE, secret="another channel's")

    def test_never_holds_without_a_secret(self):
        assert not is_signed(BODY, signature=signature_of(BODY, secret=""), secret="")
