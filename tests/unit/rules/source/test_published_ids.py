"""What was published stays, what is new is registered once, and a step's id is unique in the site."""

from guide.content.registry import PATH, register


def test_an_id_that_vanished_is_reported_where_it_should_be(guide):
    line = guide.edit("docs/fr/index.md", "{#index-two}", "{#index-end}")
    found = guide.faults("published_ids")
    assert found == [f"docs/fr/index.md:{line}: the id index-two was published and is gone; write {{#index-two}} "
                     f"again on the heading that has its "
                     f"subject; to give it another: python3 scripts/dev.py rename id index.md#index-two index-end"], "one mistake, one line"


def test_a_page_that_vanished_is_reported(guide):
    for language in ("fr", "en"):
        (guide.root / f"docs/{language}/second.md").unlink()
    guide.only("published_ids", "docs/fr/second.md:1", "was published and is gone (docs/records/published-ids.yml:4)",
               "put it back, or write in docs/records/redirects.yml where its readers go: second.md: and below it '  "
               "to: page.md'")


def test_new_ids_are_registered_in_their_place_and_nothing_is_removed(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/index.md", "index-one .step}", "index-one .step}\n\n### x {#index-one-more}")
        guide.edit(f"docs/{language}/index.md", "{#index-two}", "{#index-last}")
    assert register(guide.project()) == 2
    assert "index.md:\n  - index-one\n  - index-one-more\n  - index-last\n  - index-two\n" in guide.read(PATH)
    assert all("index-two" in fault for fault in guide.faults("published_ids"))
    assert register(guide.project()) == 0


def test_an_id_of_one_language_only_is_not_registered(guide):
    guide.edit("docs/en/index.md", "{#index-two}", "{#index-tow}")
    assert register(guide.project()) == 0


def test_a_lost_register_is_a_fault_and_can_be_made_again(guide):
    (guide.root / PATH).unlink()
    guide.only("published_ids", PATH, "cannot be read")
    assert register(guide.project()) == 4
    assert guide.faults("published_ids") == []


def test_a_register_of_another_shape_is_refused(guide):
    guide.write(PATH, "index.md: index-one\n")
    guide.only("published_ids", f"{PATH}:1", "write page.md: and below it")


def test_two_pages_may_not_share_the_id_of_a_step(guide):
    for language in ("fr", "en"):
        line = guide.edit(f"docs/{language}/second.md", "{#second-one .step}", "{#index-one .step}")
    guide.write(PATH, "index.md:\n  - index-one\n  - index-two\nsecond.md:\n  - index-one\n  - second-two\n")
    found = guide.faults("published_ids")
    assert len(found) == 2 and found[0].startswith(f"docs/en/second.md:{line}: the step index-one exists on "
                                                   f"docs/en/index.md:10 too")


def test_a_new_id_is_said_once_and_only_when_every_language_has_it(guide):
    guide.edit("docs/en/index.md", "## The end", "## More {#index-more}\n\n## The end")
    assert guide.faults("published_ids") == [], "it is left to the rule about parity, and cannot be registered yet"
    line = guide.edit("docs/fr/index.md", "## La fin", "## Plus {#index-more}\n\n## La fin")
    guide.only("published_ids", f"docs/fr/index.md:{line}",
               f"write '- index-more' below index.md in {PATH} (or run: python3 scripts/dev.py check --register)")
