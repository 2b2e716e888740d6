"""One running platform: a world, its clock, and everything that keeps count."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from linesim.channel_tokens import ChannelTokens
from linesim.clock import Clock
from linesim.contents import ContentLife
from linesim.events import Events
from linesim.failures import Failures
from linesim.grants import Grants
from linesim.id_tokens import IdTokens
from linesim.liff_windows import LiffWindows
from linesim.link_tokens import LinkTokens
from linesim.mailbox import Mailbox
from linesim.quota import Quota
from linesim.rates import Rates
from linesim.recorder import Recorder
from linesim.retry_keys import RetryKeys
from linesim.rich_menus import RichMenus
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
        rate_scale: float | None = None,
        keep: int = 20_000,
    ) -> None:
        """Without a `rate_scale` a bot may call as fast as it likes; `keep` bounds what is
        remembered: calls and webhooks, and messages.
        """
        self.world = world
        world.keep = keep
        self.clock = clock or Clock()
        self.ids = world.ids
        self.stream = Stream()
        self.traffic = Traffic(self.stream, keep=keep)
        self.recorder = Recorder(self.traffic)
        self.failures = Failures(seed=world.ids.seed)
        self.rates = None if rate_scale is None else Rates(scale=rate_scale)
        self.quota = Quota(world.channel.plan)
        self.rich_menus = RichMenus(ids=self.ids)
        self.content_life = ContentLife()
        self.retry_keys = RetryKeys()
        self.channel_tokens = ChannelTokens(world.channel)
        self.reply_tokens = ReplyTokens(ids=self.ids, lifetime=reply_token_lifetime, keep=keep)
        self.grants = Grants(ids=self.ids)
        self.id_tokens = IdTokens(world=world, ids=self.ids)
        self.liff_windows = LiffWindows(grants=self.grants, id_tokens=self.id_tokens)
        self.link_tokens = LinkTokens(ids=self.ids)
        self.events = Events(world=world, ids=self.ids, reply_tokens=self.reply_tokens)
        self.webhooks = Webhooks(
            channel=world.channel,
            clock=self.clock,
            ids=self.ids,
            reply_tokens=self.reply_tokens,
            traffic=self.traffic,
            failures=self.failures,
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
