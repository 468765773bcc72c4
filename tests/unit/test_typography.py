"""French and English typography, from ordinary spaces and straight quotes."""

from __future__ import annotations

import pytest
from guide.content.languages import typeset

N, B = "\u202f", "\u00a0"


FRENCH = {
    "Trop tard ? Non !": f"Trop tard{N}? Non{N}!",
    "Deux choses : ceci ; cela.": f"Deux choses{N}: ceci{N}; cela.",
    "« Dire non »": f"«{N}Dire non{N}»",
    "l'IA d'un membre": "l’IA d’un membre",
    "le 3 novembre 2025": f"le 3{B}novembre 2025",
    "310 € et 10 %": f"310{N}€ et 10{N}%",
    "art. 21, n° 5, p. 3": f"art.{B}21, n°{B}5, p.{B}3",
    "https://exemple.org:8080/a?b=c": "https://exemple.org:8080/a?b=c",
    "à 12:30": "à 12:30",
}
ENGLISH = {
    'He said "no".': "He said “no”.",
    '"Data privacy" and ("more")': "“Data privacy” and (“more”)",
    "LinkedIn's members' data": "LinkedIn’s members’ data",
    "on 3 November 2025": f"on 3{B}November 2025",
    "one: two; three?": "one: two; three?",
}


@pytest.mark.parametrize("language, table", [("fr", FRENCH), ("en", ENGLISH)])
def test_each_sign_as_its_language_sets_it(language, table):
    assert {text: typeset(text, language) for text in table} == table
    assert {text: typeset(shown, language) for text, shown in table.items()} == table, "what is set already stays"


def test_other_languages_get_their_apostrophes_only():
    assert typeset('L\'IA : "ja"', "de") == 'L’IA : "ja"'
