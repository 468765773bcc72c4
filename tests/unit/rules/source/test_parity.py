"""Parity: both languages have the same pages, headings and blocks."""

import pytest


def test_a_missing_translation_is_named_with_its_full_path(guide):
    (guide.root / "docs/en/second.md").unlink()
    guide.only("parity", "docs/en/second.md:1", "is missing; translate docs/fr/second.md")


def test_a_page_missing_in_the_first_language_is_named_too(guide):
    guide.write("docs/en/third.md", guide.read("docs/en/second.md"))
    guide.only("parity", "docs/fr/third.md:1", "is missing; translate docs/en/third.md")


@pytest.mark.parametrize(("old", "new", "here", "there"), [
    ("## The end {#index-two}", "### The end {#index-two}", "### {#index-two}", "14 has '## {#index-two}"),
    ("## The end {#index-two}", "## The end {#index-end}", "## {#index-end}", "14 has '## {#index-two}"),
    ("## The end {#index-two}", "## The end {#index-two .step}", "## {#index-two .step}", "14 has '## {#index-two}"),
    ("## The end {#index-two}", "## New {#index-new}\n\n## The end {#index-two}", "## {#index-new}", "14 has '## {#index-two}"),
    ("## The first step {#index-one .step}\n", "", "## {#index-two}", "10 has '## {#index-one .step}"),
])
def test_the_first_difference_names_both_lines(guide, old, new, here, there):
    guide.edit("docs/en/index.md", old, new)
    line = guide.read("docs/en/index.md").splitlines().index(next(
        line for line in guide.read("docs/en/index.md").splitlines() if line.endswith(here.split(" ", 1)[1]))) + 1
    guide.only("parity", f"docs/en/index.md:{line}", f"has '{here}' where docs/fr/index.md:{there}'; give both pages")


def test_a_heading_too_many_or_too_few(guide):
    line = guide.append("docs/en/index.md", "\n## More {#index-three}")
    guide.only("parity", f"docs/en/index.md:{line + 1}", "has '## {#index-three}' where docs/fr/index.md:1 has nothing more")
    guide.append("docs/fr/index.md", "\n## Plus {#index-three}\n\n## Encore {#index-four}")
    guide.only("parity", "docs/en/index.md:1", "has nothing more where docs/fr/index.md:")


def test_a_heading_without_an_id_is_left_to_the_rule_about_headings(guide):
    guide.edit("docs/en/index.md", "## The end {#index-two}", "## The end")
    assert guide.faults("parity") == []


def test_blocks_drawn_in_one_language_only(guide):
    line = guide.append("docs/en/index.md", "\n/// glossary\n///")
    guide.only("parity", f"docs/en/index.md:{line + 1}", "has '/// glossary' where docs/fr/index.md:1 has nothing more")
