"""Twenty photos at once: everybody gets a card, in order, and the chat goes on meanwhile."""

import re
from dataclasses import replace

import pytest

from demo.phones import wait_for
from demo.photo import ARTICLES, photo_of

PHOTOS = 20


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_twenty_photos_at_once_get_their_cards_in_order(stage):
    phones, cast = stage.phones, stage.cast
    for n in range(PHOTOS):
        phones.send(cast.librarian, photo(n), name="a.jpg", kind="image/jpeg", chat=cast.group)

    # Words are answered at once, however many photos wait.
    phones.write(cast.reader, "ช่วยเหลือ")
    phones.wait_in_own_chat(cast.reader, "ส่งรูปหน้าจอ")
    assert len(parts_on_cards(phones, cast)) < PHOTOS

    for n in range(1, PHOTOS + 1):
        wait_for(lambda n=n: n <= len(parts_on_cards(phones, cast)) or None, what=f"card {n}")
    assert parts_on_cards(phones, cast) == list(range(1, PHOTOS + 1))


def photo(n):
    """An article of its own, told apart by its title."""
    article = ARTICLES[n % len(ARTICLES)]
    return photo_of(replace(article, title=f"{article.title}, plate {n + 1}"), seed=n)


def parts_on_cards(phones, cast):
    """The articles that the group's cards ask for, in the order of the cards."""
    cards = [one for one in phones.group_chat(cast.group) if one["type"] == "flex"]
    found = [re.search(r", plate (\d+)", str(card["content"])) for card in cards]
    return [int(part[1]) for part in found if part]
