"""The smallest bot: it says what you say. Written with LINE's own Python SDK, nothing else.

    pip install line-bot-sdk
    LINE_CHANNEL_SECRET=… LINE_CHANNEL_ACCESS_TOKEN=… python examples/echo_bot.py

It talks to LINE, or to linesim when LINE_API_HOST says so; nothing else differs.
"""

import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from linebot.v3 import WebhookHandler
from linebot.v3.exceptions import InvalidSignatureError
from linebot.v3.messaging import (
    ApiClient,
    Configuration,
    MessagingApi,
    ReplyMessageRequest,
    TextMessage,
)
from linebot.v3.webhooks import MessageEvent, TextMessageContent

configuration = Configuration(
    host=os.environ.get("LINE_API_HOST", "https://api.line.me"),
    access_token=os.environ["LINE_CHANNEL_ACCESS_TOKEN"],
)
handler = WebhookHandler(os.environ["LINE_CHANNEL_SECRET"])


@handler.add(MessageEvent, message=TextMessageContent)
def echo(event: MessageEvent) -> None:
    """Answer a text with itself."""
    with ApiClient(configuration) as client:
        MessagingApi(client).reply_message(
            ReplyMessageRequest(
                reply_token=event.reply_token,
                messages=[TextMessage(text=event.message.text)],
            )
        )


class Callback(BaseHTTPRequestHandler):
    """The webhook."""

    def do_POST(self) -> None:
        """Take a webhook from whoever can sign it."""
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        try:
            handler.handle(body, self.headers["x-line-signature"])
        except InvalidSignatureError:
            self.send_error(400)
            return
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8000"))), Callback)
    print(f"http://127.0.0.1:{server.server_port}/callback", flush=True)  # noqa: T201
    server.serve_forever()
