"""Letters: brackets that close, articles that a cited claim contains, the same letter in both languages."""

import pytest
from guide.rules.source.letters import provisions

LETTER = {
    "en": """
```letter
Subject: objection

I object under Article 21. [your name] [form / post] [If so: yes.]
```
""",
    "fr": """
```letter
Objet : opposition

Je m'oppose selon l'article 21. [votre nom] [formulaire / courrier] [Si oui : oui.]
```
""",
}
WORDS = {"en": 'letter_subject: "Subject"\nletter_date: "date"\n',
         "fr": 'letter_subject: "Objet"\nletter_date: "date"\n'}


@pytest.fixture
def guide(guide):
    """The tiny guide, with a letter in the last section of its second page, which cites a claim that contains article
    21."""
    guide.edit("docs/records/claims/all.yml", "{fr: Acme en dit une autre., en: Acme says another.}",
               "{fr: 'Article 21 : on peut refuser.', en: 'Article 21: one may refuse.'}")
    for language, text in LETTER.items():
        guide.append(f"docs/strings/{language}.yml", WORDS[language])
        guide.append(f"docs/{language}/second.md", "[@another-claim]\n" + text)
    return guide


def test_a_right_letter(guide):
    assert guide.faults("letters") == []


@pytest.mark.parametrize(("old", "new", "from_fence", "words"), [
    ("Article 21", "Article 22", 3, "names article 22, which no claim"),
    ("[your name]", "[your name", 3, "never closed"),
    ("Subject:", "About:", 1, "a letter has a subject"),
    ("[form / post]", "[post]", 0,
     "asks for [post], a line, where docs/fr/second.md asks for [formulaire / courrier], a choice"),
    ("[form / post]", "[form / post / fax]", 0, "the same brackets in the same order"),
    (" [If so: yes.]", "", 0, "where docs/fr/second.md asks for [Si oui], a passage"),
    ("[If so: yes.]", "[If so: yes.] [age]", 0, "asks for [age], a line, where docs/fr/second.md asks for nothing"),
    ("[form / post]", "[your name]", 0, "the same brackets in the same order"),
])
def test_a_faulty_letter(guide, old, new, from_fence, words):
    guide.edit("docs/en/second.md", old, new)
    line = (guide.read("docs/en/second.md")[: guide.read("docs/en/second.md").index("```letter")].count("\n") + 1
            + from_fence)
    found = guide.faults("letters")
    assert any(fault.startswith(f"docs/en/second.md:{line}: ") and words in fault for fault in found), found


def test_one_name_is_one_kind_of_field(guide):
    guide.edit("docs/en/second.md", "[your name]", "[your name] [your name…]")
    assert any("[your name] is a lines in this letter and a line elsewhere" in fault
               for fault in guide.faults("letters"))


def test_a_letter_in_one_language_only(guide):
    guide.edit("docs/en/second.md", "```letter", "```text")
    guide.only("letters", "docs/en/second.md:1", "asks for nothing, where docs/fr/second.md asks for the letter second-two")


def test_a_letter_is_named_by_its_heading(guide):
    for language in ("fr", "en"):
        line = guide.append(f"docs/{language}/second.md", LETTER[language]) + 1
    found = guide.faults("letters")
    assert (len(found) == 2 and found[0].startswith(f"docs/en/second.md:{line}: ")
            and "a heading of its own" in found[0]), found


def test_a_claim_of_another_section_proves_nothing(guide):
    guide.edit("docs/en/second.md", "[@another-claim]\n\n```", "[@a-claim]\n\n```")
    assert "names article 21" in guide.faults("letters")[0]


def test_a_field_that_browsers_know_must_be_asked_for(guide):
    guide.append("docs/strings/en.yml", 'letter_autofill_name: "your name"')
    line = guide.append("docs/strings/fr.yml", 'letter_autofill_name: "votre prénom"')
    guide.only("letters", f"docs/strings/fr.yml:{line}", "no letter asks for [votre prénom]")


PROVISIONS = [
    ("Article 6(1)(f) GDPR", [("article", "6")]), ("l'article 12, paragraphe 3, du RGPD", [("article", "12")]),
    ("Articles 17 and 18", [("article", "17"), ("article", "18")]),
    ("les articles 17, 18 et 21", [("article", n) for n in ("17", "18", "21")]),
    ("Data Protection Principle 3", [("principle", "3")]), ("le principe DPP3", [("principle", "3")]),
    ("section 12 of the Act", [("section", "12")]),
    ("within 30 days, and 2 months", []), ("the articles of 2025", []),
    ("Article 21, 30 days later", [("article", "21")]),
]


def test_provisions_are_found(subtests):
    for text, found in PROVISIONS:
        with subtests.test(text):
            assert provisions(text) == found
