"""One running platform: a world, its clock, and everything that keeps count."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from linesim.channel_tokens import ChannelTokens
from linesim.clock import Clock
from linesim.events import Events
from linesim.mailbox import Mailbox
from linesim.quota import Quota
from linesim.retry_keys import RetryKeys
from linesim.stream import Stream
from linesim.tokens import ReplyTokens
from linesim.traffic import Traffic
from linesim.webhooks import Webhooks
from linesim.world import World


class Simulator:
    """The parts of a platform, made to fit each other."""

    def __init__(
        self,
        world: World,
        *,
        clock: Clock | None = None,
        reply_token_lifetime: timedelta = timedelta(seconds=60),
    ) -> None:
        self.world = world
        self.clock = clock or Clock()
        self.ids = world.ids
        self.stream = Stream()
        self.traffic = Traffic(self.stream)
        self.quota = Quota(world.channel.plan)
        self.retry_keys = RetryKeys()
        self.channel_tokens = ChannelTokens(world.channel)
        self.reply_tokens = ReplyTokens(ids=self.ids, lifetime=reply_token_lifetime)
        self.events = Events(world=world, ids=self.ids, reply_tokens=self.reply_tokens)
        self.webhooks = Webhooks(
            channel=world.channel,
            clock=self.clock,
            reply_tokens=self.reply_tokens,
            traffic=self.traffic,
        )
        self.mailbox = Mailbox(clock=self.clock, stream=self.stream)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Deliver webhooks as long as this lasts."""
        await self.webhooks.open()
        try:
            yield
        finally:
            await self.webhooks.close()
