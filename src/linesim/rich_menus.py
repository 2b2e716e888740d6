"""Rich menus: the buttons below a one-to-one chat."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from linesim.ids import Ids
from linesim.world import Person

MOST_MENUS = 1000


class NoSuchMenu(Exception):
    """richmenu not found"""


class NoSuchAlias(Exception):
    """richmenu alias not found"""


class AliasTaken(Exception):
    """conflict richmenu alias id"""


class TooManyMenus(Exception):
    """The channel has as many rich menus as it may."""


class NoPicture(Exception):
    """must upload richmenu image before applying it to user"""


class PictureFixed(Exception):
    """An image has already been uploaded to the richmenu"""


@dataclass
class Picture:
    """The picture on which the buttons lie."""

    data: bytes
    media_type: str


@dataclass
class RichMenu:
    """One menu. `content` is in LINE's own words."""

    id: str
    content: dict[str, Any]
    picture: Picture | None = None

    def as_json(self) -> dict[str, Any]:
        """The menu as LINE tells it."""
        return {"richMenuId": self.id, **self.content}


@dataclass(frozen=True)
class Batch:
    """A change of many people's menus; done at once, since nobody waits here."""

    accepted_at: datetime


class RichMenus:
    """All menus, who sees which, and by what other names they are known."""

    def __init__(self, *, ids: Ids) -> None:
        self._ids = ids
        self._menus: dict[str, RichMenu] = {}
        self._linked: dict[str, str] = {}
        self.default: str | None = None
        self.aliases: dict[str, str] = {}
        self.batches: dict[str, Batch] = {}

    @property
    def all(self) -> list[RichMenu]:
        """Every menu, oldest first."""
        return list(self._menus.values())

    def create(self, content: dict[str, Any]) -> RichMenu:
        """Make a menu, or raise TooManyMenus."""
        if len(self._menus) >= MOST_MENUS:
            raise TooManyMenus
        menu = RichMenu(self._ids.rich_menu(), content)
        self._menus[menu.id] = menu
        return menu

    def find(self, menu_id: str) -> RichMenu:
        """The menu with this id, or raise NoSuchMenu."""
        try:
            return self._menus[menu_id]
        except KeyError:
            raise NoSuchMenu from None

    def delete(self, menu_id: str) -> None:
        """Take a menu from everybody; aliases of it lead nowhere afterwards."""
        del self._menus[self.find(menu_id).id]
        self._linked = {user: one for user, one in self._linked.items() if one != menu_id}
        if self.default == menu_id:
            self.default = None

    def paint(self, menu_id: str, picture: Picture) -> None:
        """Give a menu its picture, once and for all; raises PictureFixed the second time."""
        menu = self.find(menu_id)
        if menu.picture:
            raise PictureFixed
        menu.picture = picture

    def make_default(self, menu_id: str) -> None:
        """Show a menu to everybody who has none of their own."""
        self.default = self._ready(menu_id).id

    def link(self, users: list[str], menu_id: str) -> None:
        """Show a menu to these people."""
        menu = self._ready(menu_id)
        self._linked |= dict.fromkeys(users, menu.id)

    def unlink(self, users: list[str]) -> None:
        """Show these people the default again."""
        for user in users:
            self._linked.pop(user, None)

    def linked_to(self, user: str) -> str | None:
        """The menu that somebody has of their own."""
        return self._linked.get(user)

    def change(self, operations: list[dict[str, str]], *, batch_id: str, now: datetime) -> None:
        """Move everybody from menu to menu; the batch is known by the id of its request.

        All operations look at the menus as they were before the first.
        """
        before = dict(self._linked)
        for operation in operations:
            for user in [one for one, menu in before.items() if _concerns(operation, menu)]:
                if operation["type"] == "link":
                    self._linked[user] = self._ready(operation["to"]).id
                else:
                    self._linked.pop(user, None)
        self.batches[batch_id] = Batch(now)

    def check_operations(self, operations: list[dict[str, str]]) -> None:
        """Raise NoSuchMenu or NoPicture unless every menu named can be shown."""
        for operation in operations:
            for end in ("from", "to"):
                if end in operation:
                    self._ready(operation[end])

    def add_alias(self, alias: str, menu_id: str) -> None:
        """Give a menu another name, or raise AliasTaken."""
        if alias in self.aliases:
            raise AliasTaken
        self.aliases[alias] = self._ready(menu_id).id

    def move_alias(self, alias: str, menu_id: str) -> None:
        """Let a name mean another menu, or raise NoSuchAlias."""
        self.aliased(alias)
        self.aliases[alias] = self._ready(menu_id).id

    def drop_alias(self, alias: str) -> None:
        """Forget a name, or raise NoSuchAlias."""
        self.aliased(alias)
        del self.aliases[alias]

    def aliased(self, alias: str) -> str:
        """The id of the menu that a name means, or raise NoSuchAlias."""
        try:
            return self.aliases[alias]
        except KeyError:
            raise NoSuchAlias from None

    def shown_to(self, person: Person) -> RichMenu | None:
        """What somebody sees: on phones only, and friends only; their own menu first."""
        if person.device == "pc" or not person.friend or person.blocked:
            return None
        shown = self._linked.get(person.id, self.default)
        return self._menus.get(shown) if shown else None

    def _ready(self, menu_id: str) -> RichMenu:
        menu = self.find(menu_id)
        if menu.picture is None:
            raise NoPicture
        return menu


def _concerns(operation: dict[str, str], menu: str) -> bool:
    return operation["type"] == "unlinkAll" or operation.get("from") == menu
