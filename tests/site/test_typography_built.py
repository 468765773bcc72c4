"""The words a reader sees have the spaces, quotation marks and apostrophes of their language, by whatever way they reach
a page: a template, a script's words, a new kind of record. What was typed, a source rule reads."""

import re

from guide.publish.html import documents

PATTERNS = {"fr": re.compile(r"[ \t\n\u00a0][;:!?»]|«[ \t\n\u00a0]|[\"“”‘]|\w'|'\w"),
            "en": re.compile(r"[\"«»]|\w'|'\w")}
SPOKEN = "alt", "aria-label", "title", "placeholder"


def test_no_page_is_set_otherwise(site):
    wrong = []
    for path, page in documents(site).items():
        spoken = [(element.language, element.attributes[name]) for element in page.elements for name in SPOKEN
                  if name in element.attributes]
        described = [(element.language, element.get("content") or "") for element in page.all("meta")
                     if element.get("name") == "description"]
        wrong += [(path, text) for language, text in (*page.prose, *spoken, *described)
                  if language[:2] in PATTERNS and PATTERNS[language[:2]].search(text)]
    assert wrong == []
