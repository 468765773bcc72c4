"""Typographic finish of text, by language, so that contributors can type ordinary spaces and apostrophes.

French (Lexique des règles typographiques en usage à l'Imprimerie nationale; house style: narrow everywhere):
U+202F before ; : ! ? » and after «, and between a number and % or €. Both languages: ’ for the apostrophe. English: “ ”
‘ ’. One function for pages, records, strings and front matter, so that a word looks the same wherever it comes from.
"""

import re
from functools import lru_cache

from .languages import GRAMMAR

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
    (re.compile(r"\b(art\.|n°|p\.) (?=\d)"), r"\1" + NO_BREAK),
)
_ENGLISH = (
    (re.compile(r'(^|[\s(\[{\u2014\u2013/“‘])"'), r"\1“"),
    (re.compile(r'"'), "”"),
    (re.compile(r"(^|[\s(\[{\u2014\u2013/“])'(?=\w)"), r"\1‘"),
    (_before_month("en"), NO_BREAK),
)
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|'")


@lru_cache(maxsize=16384)  # titles, publishers and dates come back on every page
def typeset(text: str, language: str) -> str:
    """`text` with the spaces, quotation marks and apostrophes of "fr" or "en"; others: apostrophes only."""
    for pattern, replacement in {"fr": _FRENCH, "en": _ENGLISH}.get(language, ()):
        text = pattern.sub(replacement, text)
    return _APOSTROPHE.sub("’", text)
