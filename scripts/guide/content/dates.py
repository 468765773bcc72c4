"""Dates of three precisions (a year, a month, a day), written in words.

Records hold dates as text, `2025`, `2025-09`, `2025-11-03` or `unknown`: a precision the source does not
give is shown as missing and never filled in.
"""

import datetime
import re

from .languages import GRAMMAR

UNKNOWN = "unknown"
PATTERN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def is_date(text: str) -> bool:
    """True for an ISO 8601 calendar date of year, month or day precision that exists."""
    if not isinstance(text, str) or not PATTERN.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(earliest(text))
    except ValueError:
        return False
    return True


def earliest(text: str) -> str:
    """The first day a partial date can mean: `2025-09` gives `2025-09-01`. For sorting and comparing."""
    return text + "0000-01-01"[len(text):]


def in_words(text: str, language: str) -> str:
    """The date as a reader writes it: `3 November 2025`, `1er mars 2026`, `September 2025`, `2025`."""
    year, month, day = (*text.split("-"), "", "")[:3]
    grammar = GRAMMAR[language]
    parts = grammar.first if day == "01" else day.lstrip("0"), month and grammar.months[int(month) - 1], year
    return " ".join(filter(None, parts))


def unbroken(text: str, language: str) -> str:
    """The same with no-break spaces, so that it stays on one line."""
    return in_words(text, language).replace(" ", "\u00a0")
