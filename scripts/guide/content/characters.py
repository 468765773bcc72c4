"""Characters nobody sees, and letters that look like others: what a text may not hold, wherever it stands.

A reader of a change cannot see a direction override (CVE-2021-42574, "Trojan Source"; Unicode TR 36) or a letter of
another script (Unicode TS 39). Ordinary spaces, line ends and tabs, and the no-break spaces of typography (U+00A0,
U+202F) are all a text needs.
"""

import re
import unicodedata
from functools import lru_cache

# Which of its drawings a sign has, colour or line (Unicode TR 51), is for whoever types it; after a letter it is a
# character nobody sees.
_EMOJI = re.compile("(?<=[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)|"
                    "(?<=[\ufe0f\U0001f000-\U0001faff])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])")
# Controls, direction marks and overrides, zero widths, fillers, odd spaces, variation selectors, tags, private use,
# non-characters.
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202e"
    "\u205f-\u206f\u2800\u3000\u3164\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001d173-\U0001d17a\U000e0000-\U0010ffff]")
# Scripts with letters that pass for Latin ones. A word of Japanese may hold Latin letters; a word of Russian does not.
_LIKE_LATIN = "ARMENIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "GREEK", "LISU"
_WORD = re.compile(r"[^\W\d_]{2,}")
# Letters of phonetics, Roman numbers and letters in circles or squares, which pass for Latin ones; accents piled up, or
# struck through.
DRESSED = re.compile("[\u0250-\u02af\u1d00-\u1d2b\u2160-\u2188\u249c-\u24e9\U0001f110-\U0001f189]|"
                     "[\u0334-\u0338]|(?<!\ufe0f)[\u20d0-\u20f0]|[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]{2,}")
# What stands for what at a glance: digits and signs, then Cyrillic, then Greek and other letters. i and l are one to a
# hurried eye.
_FOLDS = str.maketrans("0135478|!i"
                       "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501"
                       "\u03bf\u03b1\u03bd\u03c1\u03c4\u03c5\u0131\u0261\u0269",
                       "olesatblll" "aeopcyxljsd" "oavptulgl")


def invisible(text: str) -> tuple[int, str] | None:
    """The place and the name of the first character of `text` nobody sees, Windows' line ends aside, or None."""
    for match in INVISIBLE.finditer(text):
        if not (match[0] == "\r" and text[match.end() : match.end() + 1] == "\n" or _EMOJI.match(text, match.start())):
            return match.start(), f"U+{ord(match[0]):04X} {unicodedata.name(match[0], 'without a name').lower()}"
    return None


@lru_cache(maxsize=2**16)  # the same texts stand on many pages
def disguised(text: str) -> tuple[int, str] | None:
    """The place and the text of the first word that mixes Latin letters with look-alikes, or is written in letters made
    for something else."""
    if text.isascii():
        return None
    if match := DRESSED.search(text):
        return match.start(), match[0][:4]
    for match in _WORD.finditer(text):
        if match[0].isascii():
            continue
        names = [unicodedata.name(letter, "") for letter in match[0]]
        latin = any(name.startswith("LATIN") for name in names)
        if (latin and any(name.startswith(_LIKE_LATIN)
                          for name in names)) or any(name.startswith(("MATHEMATICAL", "FULLWIDTH LATIN"))
                                                     for name in names):
            return match.start(), match[0]
    return None


@lru_cache(maxsize=2**16)
def skeleton(text: str) -> str:
    """What `text` looks like at a glance: texts with one skeleton are taken for each other (after Unicode TS 39)."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_FOLDS)
    return plain.replace("rn", "m").replace("vv", "w")
