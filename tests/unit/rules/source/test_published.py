"""What was published stays or leads on, what is new is registered once and is no fault, a step's id is unique."""

import re

import pytest
from guide.content.addresses import RECORDED, REGISTER, register

SOURCES, MOVED = "docs/records/sources/all.yml", "docs/records/redirects.yml"


def test_an_id_that_vanished_is_reported_where_it_should_be(guide):
    line = guide.edit("docs/fr/index.md", "{#index-two}", "{#index-end}")
    found = guide.faults("published")
    assert len(found) == 1 and found[0].startswith(f"docs/fr/index.md:{line}: index.md#index-two was published and is gone; write {{#index-two}} ")
    assert "rename id index.md#index-two index-end" in found[0]


def test_a_page_that_vanished_is_reported(guide):
    for language in ("fr", "en"):
        (guide.root / f"docs/{language}/second.md").unlink()
    assert ("docs/fr/second.md:1: was published and is gone (docs/records/published-ids.yml:4); put it back, or write in "
            "docs/records/redirects.yml where its readers go: second.md: and below it '  to: page.md'"
            in guide.faults("published"))


def test_new_ids_are_registered_in_their_place_and_nothing_is_removed(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/index.md", "index-one .step}", "index-one .step}\n\n### x {#index-one-more}")
        guide.edit(f"docs/{language}/index.md", "{#index-two}", "{#index-last}")
    assert register(guide.project()) == 2
    assert "index.md:\n  - index-one\n  - index-one-more\n  - index-last\n  - index-two\n" in guide.read(REGISTER)
    assert all("index-two" in fault for fault in guide.faults("published"))
    assert register(guide.project()) == 0


def test_an_id_of_one_language_only_is_not_registered(guide):
    guide.edit("docs/en/index.md", "{#index-two}", "{#index-tow}")
    assert register(guide.project()) == 0


def test_a_lost_register_is_a_fault_and_can_be_made_again(guide):
    (guide.root / REGISTER).unlink()
    guide.only("published", REGISTER, "cannot be read")
    assert register(guide.project()) == 4
    assert guide.faults("published") == []


def test_a_register_of_another_shape_is_refused(guide):
    guide.write(REGISTER, "index.md: index-one\n")
    guide.only("published", f"{REGISTER}:1", "write page.md: and below it")


def test_two_pages_may_not_share_the_id_of_a_step(guide):
    for language in ("fr", "en"):
        line = guide.edit(f"docs/{language}/second.md", "{#second-one .step}", "{#index-one .step}")
    guide.write(REGISTER, "index.md:\n  - index-one\n  - index-two\nsecond.md:\n  - index-one\n  - second-two\n")
    found = guide.faults("steps")
    assert len(found) == 2 and found[0].startswith(f"docs/en/second.md:{line}: the step index-one exists on "
                                                   f"docs/en/index.md:10 too")


@pytest.fixture
def listed(guide):
    """The tiny guide with its sources and claims listed on a page, all of them registered."""
    for language in ("fr", "en"):
        guide.append(f"docs/{language}/second.md", "\n/// register\n///\n\n/// claims\n///")
    register(guide.project())
    assert guide.faults("published") == []
    return guide


def test_what_is_new_is_no_fault_and_registered_once(guide):
    for language in ("fr", "en"):
        guide.append(f"docs/{language}/second.md", "\n### More {#second-more .step}\n\n/// register\n///")
    assert guide.faults("published") == []
    assert register(guide.project()) == 2 and register(guide.project()) == 0
    assert "  - second-two\n  - second-more\n  - source-a-source\n" in guide.read(REGISTER)
    assert "go/:\n  - index-one\n  - second-more\n  - second-one\n" in guide.read(REGISTER)


def test_a_renamed_record_is_reported_on_its_line_until_a_redirect_leads_to_it(listed):
    listed.edit(SOURCES, "a-source:", "the-source:")
    listed.edit("docs/records/authorities.yml", "[a-source]", "[the-source]")
    for path in ("docs/records/claims/all.yml", "docs/records/labels.yml"):
        listed.write(path, listed.read(path).replace("[a-source]", "[the-source]"))
    listed.only("published", f"{SOURCES}:1",
                "second.md#source-a-source was published and is gone", "give its record the former name", MOVED)
    listed.write(MOVED, "second.md#source-a-source:\n  to: second.md#source-the-source\n")
    assert listed.faults("published") == []


def test_a_removed_record_is_reported_on_its_page(listed):
    claims = listed.read("docs/records/claims/all.yml")
    listed.write("docs/records/claims/all.yml", claims[: claims.index("another-claim:")])
    line = listed.read("docs/fr/second.md").splitlines().index("## La fin {#second-two}") + 1
    listed.only("published", f"docs/fr/second.md:{line}",
                "second.md#another-claim was published and is gone")


def test_an_id_of_a_heading_is_not_taken_for_a_record(listed):
    listed.edit("docs/fr/second.md", "{#second-two}", "{#second-end}")
    assert len(listed.faults("published")) == 1


def test_every_template_that_gives_records_an_address_is_known(root):
    """Else the records of a new block would have addresses that nobody promised."""
    found = {}
    for path in (root / "overrides/partials/components").glob("*.html"):
        for start in re.findall(r'<(?:li|tr|dt|div|section|article)[^>]* id="([a-z-]*){{ \w+\.id }}"',
                                path.read_text("utf-8")):
            found[path.stem] = start
    assert found == {name: start for name, (_, start) in RECORDED.items()}


def test_a_step_that_lost_its_class_is_reported(guide):
    line = guide.edit("docs/en/index.md", "{#index-one .step}", "{#index-one}")
    guide.only("steps", f"docs/en/index.md:{line}", "go/index-one/ was published",
               "write {#index-one .step} again")


def test_a_step_that_vanished_is_reported(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/index.md", "{#index-one .step}", "{#index-uno .step}")
    found = guide.faults("steps")
    assert found[-1].startswith(f"{REGISTER}:7: the short address go/index-one/")
