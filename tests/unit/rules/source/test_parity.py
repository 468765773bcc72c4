"""Parity: both languages have the same pages, headings and blocks."""

import pytest


def test_a_missing_translation_is_named_with_its_full_path(guide):
    (guide.root / "docs/en/second.md").unlink()
    guide.only("parity", "docs/en/second.md:1", "is missing; translate docs/fr/second.md")


def test_a_page_missing_in_the_first_language_is_named_too(guide):
    guide.write("docs/en/third.md", guide.read("docs/en/second.md"))
    guide.only("parity", "docs/fr/third.md:1", "is missing; translate docs/en/third.md")


@pytest.mark.parametrize(("old", "new", "words"), [
    ("## The end {#index-two}", "### The end {#index-two}", "has '## … {#index-two}'"),
    ("## The end {#index-two}", "## The end {#index-end}",
     "{#index-end}' stands where docs/fr/index.md:14 has '## … {#index-two}'"),
    ("## The end {#index-two}", "## The end {#index-two .step}", "same levels, ids and classes"),
    ("## The end {#index-two}", "## New {#index-new}\n\n## The end {#index-two}",
     "{#index-new}' is not in docs/fr/index.md; add it there before its line 14"),
])
def test_the_first_difference_names_both_lines(guide, old, new, words):
    line = guide.edit("docs/en/index.md", old, new)
    guide.only("parity", f"docs/en/index.md:{line}", words)


def test_a_section_that_is_missing_is_named_where_it_belongs(guide):
    guide.edit("docs/en/index.md", "## The first step {#index-one .step}\n\n", "")
    guide.only("parity", "docs/en/index.md:12",
               "lacks '## … {#index-one .step}', which docs/fr/index.md:10 has; add it before this line")


def test_a_heading_too_many_or_too_few(guide):
    line = guide.append("docs/en/index.md", "\n## More {#index-three}")
    guide.only("parity", f"docs/en/index.md:{line + 1}", "is not in docs/fr/index.md; add it there")
    guide.append("docs/fr/index.md", "\n## Plus {#index-three}\n\n## Encore {#index-four}")
    guide.only("parity", f"docs/en/index.md:{line + 1}", "lacks '## … {#index-four}', which docs/fr/index.md:")


def test_a_heading_without_an_id_is_left_to_the_rule_about_headings(guide):
    guide.edit("docs/en/index.md", "## The end {#index-two}", "## The end")
    assert guide.faults("parity") == []


def test_blocks_drawn_in_one_language_only(guide):
    line = guide.append("docs/en/index.md", "\n/// glossary\n///")
    guide.only("parity", f"docs/en/index.md:{line + 1}", "'/// glossary' is not in docs/fr/index.md")
