"""One mistake is answered by one line: what follows from it is not said as well."""

import pytest
from guide.rules.source import source_faults

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("old", "new", "words"), [
    ("says one thing.[@a-claim]", "says one thing.[@a-clam]", "there is no claim a-clam; write [@a-claim]"),
    ("says one thing.[@a-claim]", "says one thing.(@a-claim)", "write [@a-claim]"),
    ("{#index-two}", "{#index-end}", "index.md#index-two was published and is gone"),
    (" {#index-two}", "", "has no id; end the line with {#index-two}"),
    ("{#index-two}", "{index-two}", "has no id; end the line with {#index-two}"),
    ("{#index-two}", "{#Index-Two}", "is not a slug"),
    ("{#index-two}", "{#index-two", "both braces"),
    ("## The end", "##The end", "becomes a heading without an id"),
    ("## The end", "## More {#index-more}\n\n## The end", "has '## {#index-more}' where docs/fr/index.md:"),
    ("says one thing.", "[says](/en/second/) one thing.",
     "leads to no page of this language; write second.md"),
    ("says one thing.", "says (https://other.org/x) one thing.", "is typed by hand"),
])
def test_a_mistake_is_one_line(guide, old, new, words):
    line = guide.edit(PAGE, old, new)
    found = [str(fault) for fault in source_faults(guide.project())]
    assert len(found) == 1 and found[0].startswith(f"{PAGE}:{line}: ") and words in found[0], "\n".join(found)


def test_mistakes_on_two_pages_are_two_lines(guide):
    guide.edit(PAGE, "says one thing.[@a-claim]", "says one thing.[@a-clam]")
    guide.edit("docs/fr/second.md", " {#second-two}", "")
    assert len(source_faults(guide.project())) == 2


def test_nothing_is_hidden_that_is_still_wrong_afterwards(guide):
    """A difference between the languages waits for the mistake above it, and is then said."""
    guide.edit(PAGE, "says one thing.[@a-claim]", "says one thing.[@a-clam]")
    guide.edit(PAGE, "## The end {#index-two}", "### The end {#index-two}")
    assert len(source_faults(guide.project())) == 2
    guide.edit(PAGE, "[@a-clam]", "[@a-claim]")
    assert [fault.line for fault in source_faults(guide.project())] == [14]
