"""A section whose heading had another id once did not say that it was behind: the old id stands before the heading."""

import xml.etree.ElementTree as etree
from types import SimpleNamespace

from guide.render.markdown.structure import Structure


def test_a_renamed_section_says_it_is_behind():
    root = etree.fromstring('<div><div class="heading"><moved-section id="old"/><h2 id="new">A</h2></div><p>B</p></div>')
    context = SimpleNamespace(behind=lambda: {"new": ["item"]}, render=lambda name, **values: name, root=lambda: "./")
    Structure(SimpleNamespace(guide=context, htmlStash=SimpleNamespace(store=str)))._behind(root)
    assert [child.text for child in root] == [None, "behind", "B"]
