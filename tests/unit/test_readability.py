"""dev.py readability: what is counted, and the grade."""
import pytest
from guide.content.languages import languages
from guide.content.project import load
from guide.desk.readability import grade, length, sentences, syllables, table


def test_sentences_are_counted_and_nothing_else(guide):
    guide.append("docs/en/index.md", """
### A heading {#index-three}

Acme Rocket asks
you first.[@a-claim] Then it goes: *tout à fait*{lang=fr}.

- One item
- Another, of [four words](second.md)

| a | table |
|---|---|
| of | many |

```letter
Dear Sir, some words.
```""")
    page = guide.project().page("index.md", "en")
    last = sentences(page, ["Acme Rocket"])[-4:]
    assert last == ["X asks you first.", "Then it goes: X.", "One item", "Another, of four words"]
    assert sum(map(length, last)) == 14


def test_the_grade_of_a_text_with_known_figures():
    """Ten words, two sentences, fifteen syllables: 0.39 × 5 + 11.8 × 1.5 − 15.59."""
    said = ["one two three four five", "one two three four five"]
    assert grade(said, lambda word: 2 if word in ("two", "four") else 1 if word != "five" else 1.5) == pytest.approx(4.06)
    assert [syllables("en")(word) for word in ("cat", "Paper", "authority")] == [1, 2, 4]


def test_the_table_names_the_hardest_sentence(guide):
    assert any(line.endswith("docs/en/index.md: The sentences of this page are short and say nothing more than what is true here.")
               for line in table(guide.project()).splitlines())


def test_the_short_and_simple_page_stays_so(root):
    """At most 200 words, at most twelve a sentence, in every language."""
    project = load(root, languages(root), languages(root)[0], "", {})
    for page in project.versions("easy.md"):
        said = sentences(page, [])
        assert sum(map(length, said)) <= 200 and max(map(length, said)) <= 12, page.path
