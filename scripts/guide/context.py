"""What a page needs to be drawn: its language, the records, the strings, and the templates of the components.

One `Context` a page, shared by the Markdown extensions. It knows where pages lie, so that a component can link to one.
"""

from __future__ import annotations

import posixpath
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from . import dates
from .records import Record, Records
from .strings import Strings


def page_url(name: str) -> str:
    """The address of a page inside its language: `opt-out/web.md` gives `opt-out/web/`, `index.md` gives an empty text."""
    stem = name.removesuffix(".md")
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else stem + "/"


def components(folder: Path) -> jinja2.Environment:
    """The templates in `folder`, escaping by default; a name that does not exist is an error, not an empty text."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )


@dataclass
class Context:
    """Everything the Markdown extensions need for one page.

    `page` is the page's name inside its language folder, `environment` the component templates, `settings` what the
    build environment says of this copy of the site (publisher, contact…).
    """

    language: str
    page: str
    records: Records
    strings: Strings
    environment: jinja2.Environment
    settings: dict[str, str] = field(default_factory=dict)

    def link(self, name: str, fragment: str = "") -> str:
        """A relative address from this page to the page `name` of the same language, and to `fragment` in it."""
        here = page_url(self.page) or "."
        path = posixpath.relpath(page_url(name) or ".", here)
        if name == self.page and fragment:
            return f"#{fragment}"
        return ("./" if path == "." else path + "/") + (f"#{fragment}" if fragment else "")

    def date(self, text: str) -> Markup:
        """A date in words inside a <time>; the words for an unknown date otherwise."""
        if text == dates.UNKNOWN:
            return Markup.escape(self.strings["date_unknown"])
        words = dates.in_words(text, self.language).replace(" ", "\u00a0")
        return Markup('<time datetime="{}">{}</time>').format(text, words)

    def local(self, text: dict[str, str]) -> str:
        """The text of a record in the page's language."""
        return text[self.language]

    def label(self, identifier: str, language: str = "") -> Markup:
        """An interface label, marked as such, with its `lang` where it is not the page's.

        Without `language`: the page's, or the first language in which the label was seen.
        """
        texts = self.records.labels[identifier]["text"]
        shown = language or (self.language if self.language in texts else next(iter(texts)))
        lang = Markup(' lang="{}"').format(shown) if shown != self.language else ""
        return Markup('<b class="ui"{}>{}</b>').format(lang, texts[shown])

    def cite(self, *claims: str) -> Markup:
        """Citation marks; the citations extension numbers them once the whole page is known."""
        return Markup("").join(Markup('<cite-mark claim="{}"></cite-mark>').format(claim) for claim in claims)

    def by_name(self, records: list[Record], name: str) -> list[Record]:
        """`records` sorted by the text of field `name`, accents and case aside, as a reader looks for them."""
        def plain(record: Record) -> str:
            text = unicodedata.normalize("NFKD", self.local(record[name]))
            return "".join(letter for letter in text if not unicodedata.combining(letter)).casefold()
        return sorted(records, key=plain)

    def render(self, template: str, **values: Any) -> str:
        """One component as HTML. The template sees the context itself as `page` and the shortcuts below."""
        return self.environment.get_template(template + ".html").render(
            page=self, records=self.records, t=self.strings, language=self.language, link=self.link, date=self.date,
            local=self.local, label=self.label, cite=self.cite, by_name=self.by_name, settings=self.settings, **values,
        )
