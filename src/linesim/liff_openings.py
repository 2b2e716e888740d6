"""A person opens a LIFF link on their phone or PC."""

from dataclasses import dataclass

from linesim.liff_links import first_address, read_link
from linesim.login_channels import LiffApp, LoginChannel
from linesim.simulator import Simulator
from linesim.world import Person


@dataclass(frozen=True)
class Opening:
    """A link somebody tapped: which app, with what, in which chat if in any."""

    person: Person
    channel: LoginChannel
    app: LiffApp
    extra: str
    chat: str | None


def opening(simulator: Simulator, person: Person, address: str, *, chat: str | None) -> Opening:
    """What a tapped address means, or NoLiffLink or Unknown."""
    liff_id, extra = read_link(address)
    channel, app = simulator.world.liff_app(liff_id)
    return Opening(person, channel, app, extra, chat)


def opens_outside(asked: Opening) -> bool:
    """Whether the app opens in an ordinary browser: always so on a PC."""
    return asked.person.device == "pc"


def is_allowed(simulator: Simulator, asked: Opening) -> bool:
    """Whether the person has allowed before what the app needs."""
    return simulator.grants.consents_to(asked.channel.id, asked.person.id, asked.app.scopes)


def allow(simulator: Simulator, asked: Opening) -> None:
    """Allow the app what it needs."""
    simulator.grants.consent(asked.channel.id, asked.person.id, asked.app.scopes)


def open_window(simulator: Simulator, asked: Opening) -> tuple[str, str]:
    """Open the app inside LINE; returns the window's id and where it goes first."""
    window = simulator.liff_windows.open(
        simulator.ids.code(),
        channel=asked.channel,
        app=asked.app,
        person=asked.person,
        chat=asked.chat,
        now=simulator.clock.now(),
    )
    return window.id, first_address(asked.app, asked.extra, window_id=window.id)
