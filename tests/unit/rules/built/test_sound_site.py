"""A sound site breaks no output rule, and pages are parsed once."""

import pkgutil

import guide.rules.built
import pytest
from guide.publish.html import documents

RULES = sorted(module.name for module in pkgutil.iter_modules(guide.rules.built.__path__))


@pytest.mark.parametrize("rule", RULES)
def test_a_sound_site_breaks_no_rule(guide, built, rule):
    assert guide.built(rule, built.folder) == []


def test_a_page_is_parsed_once_and_again_when_it_changes(built):
    first = documents(built.folder)["index.html"]
    assert documents(built.folder)["index.html"] is first
    built.edit("index.html", "index fr", "another title")
    assert documents(built.folder)["index.html"].title == "another title"
