"""The languages of the guide: which there are, from the one place that lists them (the i18n plugin in mkdocs.yml); the
little the machinery must know of each; its typography, so that contributors can type ordinary spaces and apostrophes;
the words of the interface, one file a language in docs/strings/, the same keys in each.

To add one: a line in mkdocs.yml, an entry in GRAMMAR, its strings, its pages, its texts in the records. Nothing else
lists them.

French (Lexique des règles typographiques en usage à l'Imprimerie nationale; house style: narrow everywhere):
U+202F before ; : ! ? » and after «, and between a number and % or €. Both languages: ’ for the apostrophe. English: “ ”
‘ ’. One function for pages, records, strings and front matter, so that a word looks the same wherever it comes from.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from pathlib import Path

import yaml

from .faults import Fault, GuideError, refuse, relative
from .files import read_text
from .yaml_lines import load


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
                  "1", lambda number: number == 1, ("“", "”"))}
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


NARROW = "\u202f"
NO_BREAK = "\u00a0"


def _before_month(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\d) (?=(?:{'|'.join(GRAMMAR[language].months)})\b)")


_FRENCH = (
    # A colon inside an address, an hour or an emoji code has no space around it and is left alone.
    (re.compile(r"[ \u00a0]+([;:!?»])"), NARROW + r"\1"),
    (re.compile(r"«[ \u00a0]+"), "«" + NARROW),
    (re.compile(r"(?<=\d)[ \u00a0](?=[%€])"), NARROW),
    (_before_month("fr"), NO_BREAK),
    (re.compile(r"\b(art\.|n°|p\.) (?=\d)"), r"\1" + NO_BREAK))
_ENGLISH = (
    (re.compile(r'(^|[\s(\[{\u2014\u2013/“‘])"'), r"\1“"),
    (re.compile(r'"'), "”"),
    (re.compile(r"(^|[\s(\[{\u2014\u2013/“])'(?=\w)"), r"\1‘"),
    (_before_month("en"), NO_BREAK))
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|'")


@lru_cache(maxsize=16384)  # titles, publishers and dates come back on every page
def typeset(text: str, language: str) -> str:
    """`text` with the spaces, quotation marks and apostrophes of "fr" or "en"; others: apostrophes only."""
    for pattern, replacement in {"fr": _FRENCH, "en": _ENGLISH}.get(language, ()):
        text = pattern.sub(replacement, text)
    return _APOSTROPHE.sub("’", text)


class Strings(dict):
    """The strings of one language: `strings("key", name=value)` gives the text with its {name} filled in. `lines` says
    where each key stands in its file."""

    def __init__(self, data: dict[str, str], language: str):
        super().__init__({key: typeset(value, language) for key, value in data.items()})
        self.language = language
        self.lines: dict[str, int] = getattr(data, "lines", {})

    def __call__(self, key: str, **values: object) -> str:
        text = self[key]
        for name, value in values.items():
            text = text.replace("{%s}" % name, str(value))
        return text

    def count(self, key: str, number: int, **values: object) -> str:
        """The form of `key` that fits `number` (CLDR plural category one or other: in French 0 and 1 are `one`)."""
        form = "one" if GRAMMAR[self.language].one(number) else "other"
        return self(f"{key}_{form}", n=number, **values)


def load_strings(folder: Path, root: Path, languages: tuple[str, ...]) -> dict[str, Strings]:
    """The strings of every language. Raises GuideError when a file is missing, or a key stands in one language only."""
    paths = {language: folder / f"{language}.yml" for language in languages}
    loaded = {language: load(path, root) for language, path in paths.items()}
    faults = [Fault(relative(paths[language], root), data.lines[key], f"{key} is not a text; put it between quotes")
              for language, data in loaded.items() for key, value in data.items() if not isinstance(value, str)]
    for language, other in permutations(languages, 2):
        faults += [Fault(relative(paths[other], root), 0, f"lacks the key {key}, which {language}.yml has on line "
                                                          f"{loaded[language].lines[key]}; add it")
                   for key in loaded[language].keys() - loaded[other].keys()]
    refuse(faults)
    return {language: Strings(data, language) for language, data in loaded.items()}
