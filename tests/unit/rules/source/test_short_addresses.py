"""A published short address stays, and a new one is registered once."""

from guide.content.registry import PATH, register


def test_a_step_that_lost_its_class_is_reported(guide):
    line = guide.edit("docs/en/index.md", "{#index-one .step}", "{#index-one}")
    guide.only("short_addresses", f"docs/en/index.md:{line}", "go/index-one/ was published",
               "write {#index-one .step} again")


def test_a_step_that_vanished_is_reported(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/index.md", "{#index-one .step}", "{#index-uno .step}")
    found = guide.faults("short_addresses")
    assert len(found) == 1 and found[0].startswith(f"{PATH}:7: the short address go/index-one/")


def test_a_step_may_move_to_another_page(guide):
    """published_ids speaks of its long address; the short one works."""
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/index.md", "{#index-one .step}", "{#index-uno}")
        guide.edit(f"docs/{language}/second.md", "{#second-two}", "{#index-one .step}")
    assert guide.faults("short_addresses") == []


def test_a_heading_made_a_step_is_registered(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/index.md", "{#index-two}", "{#index-two .step}")
    found = guide.faults("short_addresses")
    assert len(found) == 2 and all("dev.py check --register" in fault for fault in found)
    assert register(guide.project()) == 0 and "go/:\n  - index-one\n  - index-two\n  - second-one\n" in guide.read(PATH)
    assert guide.faults("short_addresses") == []
