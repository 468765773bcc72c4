"""What a contribution and the built site must keep: source/ and built/, rules by theme, and what only rules read."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str], otherwise: str) -> str:
    """What was most likely meant by a name that is none of the `known`."""
    return (get_close_matches(name, list(known), 1) or [otherwise])[0]
