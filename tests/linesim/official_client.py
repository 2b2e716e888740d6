"""LINE's own Python client, as it comes, once as it blocks and once as it does not."""

import asyncio
import json
import threading
from contextlib import suppress

from linebot.v3 import messaging, oauth

APIS = {
    "messaging": (messaging, "MessagingApi"),
    "blob": (messaging, "MessagingApiBlob"),
    "oauth": (oauth, "ChannelAccessToken"),
}


class Refused(Exception):
    """The platform said no; `status` and `body` are what the client was told."""

    def __init__(self, status, body):
        super().__init__(f"{status} {body}")
        self.status = status
        self.body = body


class Client:
    """What both share: `client("messaging", "push_message", …)` → status, headers, data."""

    def __init__(self, url, token):
        self.url = url
        self.token = token

    def refusal(self, *call, **more):
        """The status and body with which a call is refused."""
        try:
            answer = self(*call, **more)
        except Refused as refused:
            return refused.status, refused.body
        raise AssertionError(f"{call[1]} was not refused but answered {answer}")

    def configuration(self, package):
        return package.Configuration(host=self.url, access_token=self.token)


class BlockingClient(Client):
    """The client that most bots use."""

    def __init__(self, url, token):
        super().__init__(url, token)
        self._clients = {}

    def __call__(self, api, method, *arguments, **more):
        package, name = APIS[api]
        if package not in self._clients:
            self._clients[package] = package.ApiClient(self.configuration(package))
        self._clients[package].configuration.access_token = self.token
        call = _method(getattr(package, name)(self._clients[package]), method)
        try:
            return call(*arguments, **more)
        except (messaging.exceptions.OpenApiException, oauth.exceptions.OpenApiException) as no:
            raise _refused(no) from no

    def close(self):
        for client in self._clients.values():
            client.rest_client.pool_manager.clear()
            client.close()


class AsyncClient(Client):
    """The client for asyncio; it lives in a loop of its own."""

    def __init__(self, url, token):
        super().__init__(url, token)
        self._clients = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def __call__(self, api, method, *arguments, **more):
        work = self._call(api, method, arguments, more)
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=20)

    async def _call(self, api, method, arguments, more):
        package, name = APIS[api]
        if package not in self._clients:
            self._clients[package] = package.AsyncApiClient(self.configuration(package))
        client = self._clients[package]
        client.configuration.access_token = self.token
        call = _method(getattr(package, f"Async{name}")(client), method)
        try:
            return await call(*arguments, **more)
        except (messaging.exceptions.OpenApiException, oauth.exceptions.OpenApiException) as no:
            raise _refused(no) from no

    def close(self):
        async def close():
            for client in self._clients.values():
                await client.close()

        asyncio.run_coroutine_threadsafe(close(), self._loop).result(timeout=20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def _method(api, name):
    """The form of a method that tells status and headers, where it has one."""
    return getattr(api, f"{name}_with_http_info", None) or getattr(api, name)


def _refused(refusal):
    body = refusal.body
    with suppress(TypeError, ValueError):
        body = json.loads(body)
    return Refused(refusal.status, body)
