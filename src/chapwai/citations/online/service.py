"""One service over HTTP: bounded in time and size, and no word about anybody in the logs."""

import logging
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

import httpx

from chapwai.citations.online.failure import ServiceFailure
from chapwai.citations.online.manners import Clock, Manners

MOST_BYTES = 2_000_000
BUSY = {httpx.codes.TOO_MANY_REQUESTS, httpx.codes.SERVICE_UNAVAILABLE}

Parsed = TypeVar("Parsed")

log = logging.getLogger(__name__)


class Service:
    """Where a service is, and how it is asked. `contact` is whom it may write to about us."""

    def __init__(
        self, name: str, *, url: str, contact: str, manners: Manners, clock: Clock = time.monotonic
    ) -> None:
        self.name, self.contact = name, contact
        self._url, self._manners, self._clock = url, manners, clock
        agent = f"chapwai (mailto:{contact})" if contact else "chapwai"
        # Compressed answers could unfold to any size; redirects could lead into our own network.
        headers = {"User-Agent": agent, "Accept-Encoding": "identity"}
        self._http = httpx.Client(headers=headers, follow_redirects=False)

    def get(
        self,
        path: str,
        params: Mapping[str, str],
        *,
        parse: Callable[[bytes], Parsed],
        deadline: float,
    ) -> Parsed | None:
        """What `parse` makes of the answer, None if the service says there is no such thing.

        Raises ServiceFailure, as `parse` may, and remembers the failure in favour of a rest.
        """
        # Outside of what counts as a failure: the service was not even asked.
        time.sleep(self._manners.turn(deadline=deadline))
        try:
            body = self._fetched(f"{self._url}{path}", params, deadline)
            parsed = None if body is None else parse(body)
        except ServiceFailure as failure:
            self._manners.failed(failure)
            log.warning("%s gives no answer: %s", self.name, failure.kind)
            raise
        self._manners.succeeded()
        return parsed

    def close(self) -> None:
        """Hang up."""
        self._http.close()

    def _fetched(self, url: str, params: Mapping[str, str], deadline: float) -> bytes | None:
        left = deadline - self._clock()
        if left <= 0:
            raise ServiceFailure("slow")
        try:
            with self._http.stream("GET", url, params=dict(params), timeout=left) as response:
                return self._body_of(response, deadline)
        except httpx.TimeoutException as error:
            raise ServiceFailure("slow") from error
        except httpx.HTTPError as error:
            raise ServiceFailure("unreachable") from error

    def _body_of(self, response: httpx.Response, deadline: float) -> bytes | None:
        if response.status_code == httpx.codes.NOT_FOUND:
            return None
        if response.status_code != httpx.codes.OK:
            raise _failure_of(response)
        if response.headers.get("content-encoding", "identity") != "identity":
            raise ServiceFailure("malformed")
        body = bytearray()
        for piece in response.iter_raw():
            body += piece
            if len(body) > MOST_BYTES:
                raise ServiceFailure("too_big")
            if self._clock() > deadline:
                raise ServiceFailure("slow")
        return bytes(body)


def _failure_of(response: httpx.Response) -> ServiceFailure:
    status = response.status_code
    if status in BUSY:
        retry_after = _seconds_until(response.headers.get("retry-after", ""))
        return ServiceFailure("busy", retry_after_seconds=retry_after)
    return ServiceFailure("failed" if status >= httpx.codes.INTERNAL_SERVER_ERROR else "refused")


def _seconds_until(retry_after: str) -> float | None:
    """Of `120` or `Sun, 22 Nov 2026 08:00:00 GMT`; None of anything else."""
    if retry_after.strip().isdecimal():
        return float(retry_after[:9])
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
