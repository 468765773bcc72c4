"""French typography, in pages, strings and records."""

import pytest

PAGE = "docs/fr/index.md"


@pytest.mark.parametrize(("text", "words"), [
    ('Il dit "oui".', "write « and »"),
    ("Il dit “oui”.", "write « and »"),
    ("Il dit ‘oui’.", "write « and »"),
    ("Vraiment?", "no space before ?; write one"),
    ("Vraiment!", "no space before !"),
    ("D'abord; ensuite.", "no space before ;"),
    ("Voici: une chose.", "no space before :"),
    ("**Voici**: une chose.", "no space before :"),
    ("[Voici](second.md): une chose.", "no space before :"),
    ("Il dit «oui ».", "no space after «"),
    ("Il dit « oui».", "no space before »"),
    ("Un mot , un autre.", "a space before a comma"),
    ('!!! note "À noter: ceci"', "no space before :"),
])
def test_what_was_not_typed(guide, text, words):
    line = guide.append(PAGE, "\n" + text) + 1
    guide.only("typed", f"{PAGE}:{line}", words)


def test_in_the_front_matter(guide):
    guide.edit(PAGE, "title: Le titre index.md", 'title: "Vraiment?"')
    guide.only("typed", f"{PAGE}:2", "no space before ?")


def test_in_a_string(guide):
    guide.append("docs/strings/fr.yml", 'ask: "Vraiment?"')
    line = guide.append("docs/strings/en.yml", 'ask: "Really?"')
    guide.only("typed", f"docs/strings/fr.yml:{line}", "no space before ?")


def test_in_a_record(guide):
    line = guide.edit("docs/records/claims/all.yml", "fr: Acme dit une chose.", 'fr: "Acme dit: une chose."')
    guide.only("typed", f"docs/records/claims/all.yml:{line}", "no space before :")


def test_sound_french(guide):
    guide.append(PAGE, """
Il dit « oui » ; il dit « non » : pourquoi ? Parce que ! L'heure : 10:30. Le [=start] ;[@a-claim] *Yes: "no"!*{lang=en}

[Le réglage][setting-page] : `a: "b"`, (quoi ?), **gras** ; 50 %, etc.

| a | b |
|:---|---:|
| « c » | d : e |

!!! note "À noter : ceci"
    Un texte.

??? warning

/// glossary
///

[x]: second.md""")
    assert guide.faults("typed") == []
