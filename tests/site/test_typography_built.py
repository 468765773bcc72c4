"""The words a reader sees have the spaces, quotation marks and apostrophes of their language, by whatever way they reach
a page: a template, a script's words, a new kind of record. What was typed, a source rule reads."""

import re

from guide.publish.html import documents

PATTERNS = {"fr": re.compile(r"[ \t\n\u00a0][;:!?»]|«[ \t\n\u00a0]|[\"“”‘]|\w'|'\w"),
            "en": re.compile(r"[\"«»]|\w'|'\w")}
SPOKEN = "alt", "aria-label", "title", "placeholder"
# Elements whose text is not prose: code is quoted letter for letter, the rest is not text at all.
NOT_PROSE = frozenset("code pre kbd samp script style template textarea svg".split())


def prose(node):
    """(language, text) of the words in an element."""
    for child in node.children:
        if isinstance(child, str):
            yield node.language, child
        elif child.tag not in NOT_PROSE:
            yield from prose(child)


def test_no_page_is_set_otherwise(site):
    wrong = []
    for path, page in documents(site).items():
        spoken = [(element.language, element.attributes[name]) for element in page.elements for name in SPOKEN
                  if name in element.attributes]
        described = [(element.language, element.get("content") or "") for element in page.all("meta")
                     if element.get("name") == "description"]
        wrong += [(path, text) for language, text in (*prose(page.tree), *spoken, *described)
                  if language[:2] in PATTERNS and PATTERNS[language[:2]].search(text)]
    assert wrong == []
