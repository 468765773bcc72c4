"""No hidden character, no letter of another alphabet in a Latin word."""

import pytest

PAGE = "docs/en/index.md"


HIDDEN = ("\u202e\u202a\u2066\u2069\u200b\u200d\u200e\ufeff\u00ad\u2060\u061c\u180e\u3164\u2800\u2028\u0007\u0085\ue000\ufe0f\U000e0041\U000e0101\u034f")


def test_a_character_nobody_sees(guide):
    guide.each("text", PAGE, [(f"A wo{character}rd.", f"holds a character nobody sees, U+{ord(character):04X}")
                                   for character in HIDDEN])


@pytest.mark.parametrize(("path", "text"), [
    ("docs/records/addresses.yml", "# \u202e"), ("overrides/main.html", "{# \u200b #}"),
    ("scripts/hooks.py", "# \u2066"), ("mkdocs.yml", "# \u202e"),
    ("docs/strings/fr.yml", "# \u200b"),
])
def test_wherever_it_stands(guide, path, text):
    line = guide.append(path, text)
    guide.only("text", f"{path}:{line}", "holds a character nobody sees")


def test_one_that_an_escape_stands_for(guide):
    guide.edit("docs/strings/en.yml", '"English"', r'"Eng\u202elish"')
    guide.only("text", "docs/strings/en.yml:2", "U+202E")


WORDS = ["L\u0456nk", "\u0410cme", "p\u0430ge", "\uff21cme", "\U0001d400cme", "Acm\u03b5",
                                  "\u029fink", "\u216cink", "\u24c1\u24d8nk", "a\u0336b", "q\u0325\u0302"]


def test_letters_of_two_alphabets(guide):
    guide.each("text", PAGE, [(f"The {word} here.", "of several alphabets") for word in WORDS])


def test_an_accent_apart_from_its_letter(guide):
    line = guide.append(PAGE, "\nThe cafe\u0301 here.") + 1
    guide.only("text", f"{PAGE}:{line}", "accent typed apart")


def test_what_may_stand(guide):
    guide.write(PAGE, guide.read(PAGE).replace("\n", "\r\n"))
    guide.append(PAGE, "\n« Oui\u202f! » 25\u00a0% — l’été… \u00e9\u0153 1\u1d49\u02b3 Москва 日本語LINE Ελλάδα №\u00a05")
    assert guide.faults("text") == []
