"""An old address leads in one step to something that exists, and every published id of a page that moved lands."""

import pytest
from guide.content.addresses import MOVED

BOTH = "fr", "en"
WHY = "  why: {fr: Retirée., en: Removed.}\n"


def leads(guide, text: str) -> list[str]:
    guide.write(MOVED, text)
    return guide.faults("redirects")


def remove(guide, stem: str) -> None:
    for language in BOTH:
        (guide.root / f"docs/{language}/{stem}.md").unlink()


@pytest.mark.parametrize(("text", "words"), [
    ("index.md#index-one:\n  to: second.md\n", "index.md#index-one still exists, and a redirect would hide it"),
    ("second.md:\n  to: index.md\n", "second.md still exists"),
    ("go/index-one/:\n  to: go/second-one/\n", "go/index-one/ still exists"),
    ("index.md#index-tow:\n  to: second.md\n", "index.md#index-tow was never published"),
    ("gone.md:\n  to: second.md\n", "gone.md was never published"),
    ("index.md#index-two:\n", "lacks the field to; add it"),
    ("index.md#index-two:\n  to: second\n", "write a page, a heading of a page or a short address"),
    ("index.md#index-two:\n  too: second.md\n", "too is a field nobody reads; write to"),
    ("index.md#index-two:\n  to: second.md\n  why: {fr: Non.}\n", "lacks the field en"),
    ("- index.md\n", "is not a list of old addresses"),
])
def test_an_entry_that_is_wrong_is_refused_with_its_line(guide, text, words):
    found = leads(guide, text)
    assert found[0].startswith(f"{MOVED}:") and words in " ".join(found), found


@pytest.mark.parametrize(("to", "words"), [
    ("third.md", "leads to third.md, which does not exist"),
    ("second.md#second-three", "leads to second.md#second-three, which does not exist"),
    ("go/second-one/", "a short address; write the step's own, page.md#second-one"),
    ("index.md#index-three", "which is elsewhere itself"),
    ("index.md#index-two", "which is elsewhere itself"),
])
def test_a_target_that_does_not_exist_a_chain_and_a_circle_are_refused(guide, to, words):
    guide.edit("docs/records/published-ids.yml", "  - index-two\n", "  - index-two\n  - index-three\n")
    for language in BOTH:
        guide.edit(f"docs/{language}/index.md", " {#index-two}", " {#index-end}")
    found = leads(guide, f"index.md#index-three:\n  to: second.md#second-two\nindex.md#index-two:\n  to: {to}\n")
    assert found == [f"{MOVED}:3: {found[0].split(': ', 1)[1]}"] and words in found[0]


def test_a_page_that_moved_takes_every_id_along(guide):
    remove(guide, "second")
    found = leads(guide, "second.md:\n  to: index.md\n")
    assert (len(found) == 2 and f"{MOVED}:1: second.md#second-one was published and index.md has no such id; add "
                                f"second.md#second-one:" in found[0])
    entries = "".join(f"second.md#second-{end}:\n  to: index.md#index-{end}\n" for end in ("one", "two"))
    assert leads(guide, "second.md:\n  to: index.md\n" + entries) == []
    assert guide.faults("published") == [] and len(guide.faults("steps")) == 1


def test_an_id_that_means_something_else_where_its_page_went_is_refused(guide):
    remove(guide, "second")
    guide.edit("docs/records/published-ids.yml", "  - second-one\n  - second-two\n", "  - index-one\n")
    found = leads(guide, "second.md:\n  to: index.md\nsecond.md#index-one:\n  to: index.md#index-two\n")
    assert (len(found) == 1 and found[0].startswith(f"{MOVED}:3: ")
            and "index.md, which has an id index-one of its own" in found[0])


def test_a_page_that_was_removed_says_why_and_needs_nothing_else(guide):
    remove(guide, "second")
    assert leads(guide, "second.md:\n  to: index.md\n" + WHY) == []
    assert ["short address go/second-one/" in fault for fault in guide.faults("steps")] == [True]
    assert leads(guide, "second.md:\n  to: index.md\n" + WHY + "go/second-one/:\n  to: go/index-one/\n") == []
    assert guide.faults("published") == guide.faults("steps") == []


def test_a_page_may_not_be_moved_onto_the_address_of_another(guide):
    remove(guide, "second")
    for language in BOTH:
        guide.write(f"docs/{language}/second/index.md",
                    guide.read(f"docs/{language}/index.md").replace("index-", "folder-"))
    found = leads(guide, "second.md:\n  to: index.md\n" + WHY)
    assert found == [f"{MOVED}:1: second.md has the address of second/index.md, which exists; remove this entry"]


def test_an_id_that_moved_is_neither_missing_nor_hidden(guide):
    for language in BOTH:
        guide.edit(f"docs/{language}/index.md", " {#index-two}", " {#index-end}")
    guide.edit("docs/records/published-ids.yml", "  - index-two\n", "  - index-two\n  - index-end\n")
    assert "index.md#index-two was published and is gone" in " ".join(guide.faults("published"))
    assert leads(guide, "index.md#index-two:\n  to: index.md#index-end\n") == []
    assert guide.faults("published") == []
