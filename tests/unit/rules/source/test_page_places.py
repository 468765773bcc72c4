"""A page that would take the address of another, or one of the build's own, is told of."""

import pytest


@pytest.mark.parametrize(("name", "words"), [
    ("handout.md", "would have the address handout/, which is the build's own"),
    ("api/index.md", "would have the address api/"),
    ("go/one.md", "would have the address go/one/"), ("en.md", "would have the address en/"),
    ("second/index.md", "has the same address as docs/"),
])
def test_an_address_that_is_taken(guide, name, words):
    for language in ("fr", "en"):
        guide.write(f"docs/{language}/{name}", guide.read(f"docs/{language}/second.md"))
    found = guide.faults("page_places")
    assert len([fault for fault in found if words in fault and ".md:1: " in fault]) == 2, found
