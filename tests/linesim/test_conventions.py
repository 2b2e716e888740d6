"""What holds for every call to the API."""

import pytest

from .conftest import FAH


class TestConventions:
    @pytest.mark.parametrize("header", [None, "Bearer wrong", "Basic abc"])
    def test_refuse_a_missing_or_wrong_token(self, platform, header):
        headers = {"authorization": header} if header else {"authorization": ""}

        answer = platform.api.get("/info", headers=headers)

        assert answer.status_code == 401
        start = "Authentication failed due to the following reason: "
        assert answer.json()["message"].startswith(start)

    def test_stamp_every_answer(self, platform):
        answer = platform.api.get("/info")

        assert len(answer.headers["x-line-request-id"]) == 36
        assert answer.headers["content-type"] == "application/json"
        assert "no-cache" in answer.headers["cache-control"]

    @pytest.mark.parametrize("path", ["/info/", "/nothing"])
    def test_take_exact_paths_only(self, platform, path):
        answer = platform.api.get(path)

        assert (answer.status_code, answer.json()) == (404, {"message": "Not found"})

    def test_refuse_more_than_two_megabytes(self, platform):
        answer = platform.push(FAH, {"type": "text", "text": "x" * (2 * 1024 * 1024)})

        assert answer.status_code == 413

    def test_point_at_broken_json(self, platform):
        answer = platform.api.post("/message/push", content=b'{\n "to": }')

        assert answer.json()["message"] == (
            "The request body could not be parsed as JSON (line: 2, column: 8)"
        )


class TestTraffic:
    def test_records_calls_with_their_price(self, platform):
        platform.push(FAH)
        platform.push("nobody")

        recorded = platform.control.get("/traffic").json()

        calls = [(one["path"], one["status"], one["counted"]) for one in recorded["entries"]]
        assert calls == [("/v2/bot/message/push", 200, 1), ("/v2/bot/message/push", 400, 0)]
        assert recorded["counted"] == 1
        assert "is invalid" in recorded["entries"][1]["error"]

    def test_tells_only_what_is_new(self, platform):
        platform.push(FAH)
        cursor = platform.control.get("/traffic").json()["cursor"]
        platform.api.get("/info")

        news = platform.control.get("/traffic", params={"after": cursor}).json()["entries"]

        assert [one["path"] for one in news] == ["/v2/bot/info"]
