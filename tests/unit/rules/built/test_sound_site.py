"""A sound site breaks no output rule, and pages are parsed once."""

from guide.publish.html import documents
from guide.rules.built import built_faults


def test_a_sound_site_breaks_no_rule(guide, built):
    assert built_faults(guide.project(), built.folder) == []


def test_a_page_is_parsed_once_and_again_when_it_changes(built):
    first = documents(built.folder)["index.html"]
    assert documents(built.folder)["index.html"] is first
    built.edit("index.html", "index fr", "another title")
    assert documents(built.folder)["index.html"].title == "another title"
