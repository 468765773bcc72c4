"""The words a reader sees have the spaces, quotation marks and apostrophes of their language.

The source rules see what was typed and the build sets it; text that reaches a page by another way (a template, a
script's words, a new kind of record) is seen only here.
"""

import re

from guide.content.project import Project
from guide.publish.html import Document

from . import Found, page_rule

PATTERNS = {"fr": (re.compile(r"[ \t\n\u00a0][;:!?»]|«[ \t\n\u00a0]|[\"“”‘]|\w'|'\w"),
                   "narrow spaces (U+202F) before ; : ! ? and inside « », and ’"),
            "en": (re.compile(r"[\"«»]|\w'|'\w"), "“ ” and ’, no « »")}
_SPOKEN = "alt", "aria-label", "title", "placeholder"


@page_rule
def typography(project: Project, document: Document) -> Found:
    spoken = [(element.language, element.attributes[name]) for element in document.elements for name in _SPOKEN
              if name in element.attributes]
    described = [(element.language, element.get("content") or "") for element in document.all("meta")
                 if element.get("name") == "description"]
    for language, text in (*document.prose, *spoken, *described):
        pattern, wanted = PATTERNS.get(language[:2], (None, ""))
        if pattern and (match := pattern.search(text)):
            around = " ".join(text[max(0, match.start() - 25) : match.end() + 15].split(" "))
            words = re.split(r"[^\w-]", text[match.end() :].strip())[0]
            yield (f"{match[0]!r} in text that is in {language[:2]!r} (…{around.strip()}…); write {wanted} in the "
                   f"record, string or template, or mark the phrase with its own lang"), words if len(words) > 5 else ""
