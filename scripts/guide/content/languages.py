"""The languages of the guide: which there are, from the one place that lists them (the i18n plugin in mkdocs.yml), and
the little the machinery must know of each that is neither words nor spelling.

To add one: a line in mkdocs.yml, an entry in GRAMMAR, its strings, its pages, its texts in the records. Nothing else
lists them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from .faults import Fault, GuideError
from .yaml_lines import read_text


@dataclass(frozen=True)
class Grammar:
    """The `months` in order, how the `first` of a month is written, which numbers are `one` (CLDR plural rules,
    cardinal), and the `quotes` around quoted words, with the spaces that belong to them."""

    months: tuple[str, ...]
    first: str
    one: Callable[[int], bool]
    quotes: tuple[str, str]


GRAMMAR = {
    "fr": Grammar(tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
                  "1er", lambda number: number in (0, 1), ("«\u202f", "\u202f»")),
    "en": Grammar(tuple("January February March April May June July August September October November December"
                        .split()),
                  "1", lambda number: number == 1, ("“", "”")),
}
SYLLABLES = {"en": "en_US"}  # pyphen's dictionary, for languages whose grade a formula gives
INTERNATIONAL = "en"  # offered to readers of none of the guide's languages, where the guide has it


def languages(root: Path) -> tuple[str, ...]:
    """The language codes of the guide, the one served at the root first. Raises GuideError when none are listed."""
    # BaseLoader keeps every scalar as text and takes tags such as !ENV for what they hold.
    config = yaml.load(read_text(root / "mkdocs.yml", root), Loader=yaml.BaseLoader)
    try:
        listed = next(plugin["i18n"] for plugin in config["plugins"] if isinstance(plugin, dict)
                      and "i18n" in plugin)["languages"]
        found = tuple(item["locale"] for item in sorted(listed, key=lambda item: item.get("default") != "true"))
    except (AttributeError, KeyError, StopIteration, TypeError):
        found = ()
    if not found:
        raise GuideError(Fault("mkdocs.yml", 1,
                               "lists no languages; write below languages of i18n: - {locale: fr, name: Français}"))
    return found


def fallback(codes: Sequence[str]) -> str:
    """The language of x-default: for readers of none of ours."""
    return INTERNATIONAL if INTERNATIONAL in codes else codes[0]
