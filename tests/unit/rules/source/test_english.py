"""English typography."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("text", "words"), [
    ("He says « yes ».", 'write "…"'),
    ("Really ?", "a space before a punctuation mark in English; remove it"),
    ("First ; second.", "remove it"),
    ("A word , another.", "a space before a comma"),
])
def test_the_habits_of_the_other_language(guide, text, words):
    line = guide.append(PAGE, "\n" + text) + 1
    guide.only("typed", f"{PAGE}:{line}", words)


def test_in_a_record(guide):
    line = guide.edit("docs/records/claims/all.yml", "en: Acme says one thing.", "en: Acme says « one » thing.")
    guide.only("typed", f"docs/records/claims/all.yml:{line}", 'write "…"')


def test_sound_english(guide):
    guide.append(PAGE,
                 '\nHe says "yes"; she says "no": why? *Il dit « oui » : quoi ?*{lang=fr} `a : b` a.b, .md files\n\n| '
                 'a | : |\n|---|---|\n| x | y |')
    assert guide.faults("typed") == []
