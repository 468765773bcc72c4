"""A record keeps the address it has on a page, or a redirect leads on; a new one is registered once."""

import re

import pytest
from guide.content.registry import PATH, RECORDED, register

SOURCES, MOVED = "docs/records/sources/all.yml", "docs/records/redirects.yml"


@pytest.fixture
def listed(guide):
    """The tiny guide with its sources and claims listed on a page, all of them registered."""
    for language in ("fr", "en"):
        guide.append(f"docs/{language}/second.md", "\n/// register\n///\n\n/// claims\n///")
    register(guide.project())
    assert guide.faults("published_records") == []
    return guide


def test_a_new_record_is_registered_once(guide):
    for language in ("fr", "en"):
        guide.append(f"docs/{language}/second.md", "\n/// register\n///")
    guide.only("published_records", f"{SOURCES}:1", "a-source gets an address, new and for ever",
               f"write '- source-a-source' below second.md in {PATH}")
    assert register(guide.project()) == 1 and register(guide.project()) == 0
    assert "second.md:\n  - second-one\n  - second-two\n  - source-a-source\n" in guide.read(PATH)
    assert guide.faults("published_records") == guide.faults("published_ids") == []


def test_a_renamed_record_is_reported_on_its_line_until_a_redirect_leads_to_it(listed):
    listed.edit(SOURCES, "a-source:", "the-source:")
    listed.edit("docs/records/authorities.yml", "[a-source]", "[the-source]")
    for path in ("docs/records/claims/all.yml", "docs/records/labels.yml"):
        listed.write(path, listed.read(path).replace("[a-source]", "[the-source]"))
    listed.only("published_records", f"{SOURCES}:1",
                "the address second.md#source-a-source was published and is gone; give this record its former name",
                f"write in {MOVED}, whose first lines say how: second.md#source-a-source: and below it '  to: "
                f"second.md#source-the-source'")
    assert listed.faults("published_ids") == [], "one mistake, one line"
    listed.write(MOVED, "second.md#source-a-source:\n  to: second.md#source-the-source\n")
    listed.only("published_records", f"{SOURCES}:1", "the-source gets an address, new and for ever")
    register(listed.project())
    assert listed.faults("published_records") == []


def test_a_removed_record_is_reported_in_the_register(listed):
    claims = listed.read("docs/records/claims/all.yml")
    listed.write("docs/records/claims/all.yml", claims[: claims.index("another-claim:")])
    line = listed.read(PATH).splitlines().index("  - another-claim") + 1
    listed.only("published_records", f"{PATH}:{line}",
                "the address second.md#another-claim was published and is gone; put its record back, or write in")
    assert listed.faults("published_ids") == []


def test_an_id_of_a_heading_is_not_taken_for_a_record(listed):
    listed.edit("docs/fr/second.md", "{#second-two}", "{#second-end}")
    assert listed.faults("published_records") == []
    assert len(listed.faults("published_ids")) == 1


def test_every_template_that_gives_records_an_address_is_known(root):
    """Else the records of a new block would have addresses that nobody promised."""
    found = {}
    for path in (root / "overrides/partials/components").glob("*.html"):
        for start in re.findall(r'<(?:li|tr|dt|div|section|article)[^>]* id="([a-z-]*){{ \w+\.id }}"',
                                path.read_text("utf-8")):
            found[path.stem] = start
    assert found == {name: start for name, (_, start) in RECORDED.items()}
