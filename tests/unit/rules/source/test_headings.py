"""Headings: one h1, no level skipped, an explicit id on every other one."""

import pytest

PAGE = "docs/fr/index.md"


@pytest.mark.parametrize(("old", "new", "offset", "words"), [
    ("# Le titre\n", "Le titre\n", 6, "write '# Title'"),
    ("## La fin {#index-two}", "# La fin", 0, "a second h1"),
    ("# Le titre\n", "# Le titre {#top}\n", 0, "the h1 has an id"),
    ("## La fin {#index-two}", "#### La fin {#index-two}", 0, "write ###"),
    ("## La fin {#index-two}", "## La fin", 0, "has no id; end the line with {#index-two}"),
    ("## La fin {#index-two}", "## La fin {#index-two", 0, "both braces"),
    ("## La fin {#index-two}", "## La fin {#Index_Two}", 0, "is not a slug"),
    ("## La fin {#index-two}", "## La fin {#index-one}", 0, "the id index-one is taken (line 10)"),
])
def test_what_is_wrong_with_one_is_said_with_its_line(guide, old, new, offset, words):
    line = guide.edit(PAGE, "\n" + old, "\n" + new) + 1
    guide.only("headings", f"{PAGE}:{line + offset - (2 if new.startswith('Le') else 0)}", words)


def test_an_h1_that_is_not_first(guide):
    guide.edit(PAGE, "# Le titre\n\n", "## Avant {#index-before}\n\n# Le titre\n\n")
    guide.only("headings", f"{PAGE}:6", "is not the first heading")


def test_rules_tables_and_code_are_not_headings(guide):
    guide.append(PAGE, "\nUn texte.\n\n---\n\n| a | b |\n|---|---|\n| c | d |\n\n```text\n# pas un titre\n## {#x\n```")
    assert guide.faults("headings") == []
