from unittest import mock

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.fixture
def browser():
    return Client(headers={"host": "localhost"})


class TestHealth:
    def test_is_good_while_the_database_answers(self, browser, db):
        response = browser.get("/healthz")

        assert (response.status_code, response.json()) == (200, {"ready": True})
        assert "no-store" in response["Cache-Control"]

    def test_is_bad_while_it_does_not(self, browser, db):
        with mock.patch.object(connection, "cursor", side_effect=OperationalError):
            response = browser.get("/healthz")

        assert (response.status_code, response.json()) == (503, {"ready": False})

    def test_can_be_asked_without_a_body(self, browser, db):
        assert browser.head("/healthz").status_code == 200

    def test_can_only_be_asked(self, browser, db):
        assert browser.post("/healthz").status_code == 405
