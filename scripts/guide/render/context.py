"""What a page needs to be drawn: its language, the records, the strings, and the templates of the components.

One `Context` a page, shared by the Markdown extensions. It knows where pages lie, so that a component can link to one.
"""

from __future__ import annotations

import hashlib
import posixpath
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
from guide.content import dates
from guide.content.records import Record, Records
from guide.content.strings import Strings
from guide.content.typography import typeset
from markupsafe import Markup

from . import pictures
from .compiled import Compiled

_compiled = Compiled("components")
# A section of a page: the page's name inside its language folder, and the id of the heading (or "").
Place = tuple[str, str]


def page_url(name: str) -> str:
    """The address of a page inside its language: `opt-out/web.md` gives `opt-out/web/`, `index.md` gives an empty text."""
    stem = name.removesuffix(".md")
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else stem + "/"


def components(folder: Path) -> jinja2.Environment:
    """The templates in `folder`, escaping by default; a name that does not exist is an error, not an empty text.

    The filter `typeset(language)` is for what records keep as it was published: titles and names of publishers.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, bytecode_cache=_compiled,
    )
    environment.filters["typeset"] = typeset
    # `tojson` writes what may stand between single quotes, in as few bytes as it takes.
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


@dataclass(frozen=True)
class Arrival:
    """An old id that must land on a page: what it named is at `fragment` of `page`. `before`: the id of the heading it stands
    before, or "" for the end of the page. `title` names the place for a link, and is empty where the place is that heading."""

    id: str
    page: str
    fragment: str
    title: str
    why: str
    before: str


@dataclass
class Uses:
    """What the pages share: where each claim is cited, the first page with each block, the titles by language, the sections
    that are behind by language and page, and the evidence drawn so far, by language and claim."""

    cited_on: dict[str, list[Place]] = field(default_factory=dict)
    blocks: dict[str, Place] = field(default_factory=dict)
    titles: dict[str, dict[str, str]] = field(default_factory=dict)
    behind: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    notes: dict[tuple[str, str], Markup] = field(default_factory=dict)

    @cached_property
    def fingerprint(self) -> str:
        """That of what a page may show of the others, once all is known."""
        return hashlib.sha256(repr((self.cited_on, self.blocks, self.titles, self.behind)).encode()).hexdigest()


@dataclass
class Context:
    """Everything the Markdown extensions need for one page.

    `page` is the page's name inside its language folder, `environment` the component templates, `settings` what the
    build environment says of this copy of the site (publisher, contact…), `uses` what the pages share. `cited` is
    filled while the page is drawn: the ids of the claims it cites, in reading order. `prefix` is the folder of the page's
    language in the site, `arrivals` the ids that were published and are elsewhere now,
    `first_keys` the keys of steps that were called otherwise once, with their first.
    """

    language: str
    page: str
    records: Records
    strings: Strings
    environment: jinja2.Environment
    settings: dict[str, str] = field(default_factory=dict)
    uses: Uses = field(default_factory=Uses)
    cited: list[str] = field(default_factory=list)
    prefix: str = ""
    arrivals: list[Arrival] = field(default_factory=list)
    first_keys: dict[str, str] = field(default_factory=dict)

    def link(self, name: str, fragment: str = "") -> str:
        """A relative address from this page to the page `name` of the same language, and to `fragment` in it."""
        here = page_url(self.page) or "."
        path = posixpath.relpath(page_url(name) or ".", here)
        if name == self.page and fragment:
            return f"#{fragment}"
        return ("./" if path == "." else path + "/") + (f"#{fragment}" if fragment else "")

    def root(self) -> str:
        """A relative address from this page to the site's root, which may lie in a folder of its host."""
        return "../" * (self.prefix + page_url(self.page)).count("/") or "./"

    def date(self, text: str) -> Markup:
        """A date in words inside a <time>; the words for an unknown date otherwise."""
        if text == dates.UNKNOWN:
            return Markup.escape(self.strings["date_unknown"])
        words = dates.in_words(text, self.language).replace(" ", "\u00a0")
        return Markup('<time datetime="{}">{}</time>').format(text, words)

    def dated(self, key: str, text: str, plain: bool = False) -> Markup:
        """The string `key` with a date in it: its _partial form for a month or a year, _unknown where no date is known.

        `plain` leaves the <time> out, for lists in which hundreds of dates would weigh more than the words.
        """
        if text == dates.UNKNOWN:
            return Markup.escape(self.strings[key + "_unknown"])
        shown = dates.in_words(text, self.language).replace(" ", "\u00a0") if plain else self.date(text)
        return self.filled(key if len(text) == 10 else key + "_partial", date=shown)

    def filled(self, key: str, **values: str) -> Markup:
        """The string `key` with its {name} filled in; what is already markup stays markup."""
        text = Markup.escape(self.strings[key])
        for name, value in values.items():
            text = text.replace("{%s}" % name, Markup.escape(value))
        return text

    def age(self, source: Record, plain: bool = False) -> Markup:
        """The most precise thing known about the age of a source: the date of the text read, else of publication."""
        if source["text_of"] == dates.UNKNOWN != source["published"]:
            return self.dated("published", source["published"], plain)
        return self.dated("text_of", source["text_of"], plain)

    def behind(self) -> dict[str, list[Any]]:
        """The sections of this page that are behind another language, by the id of their heading ("" above the first)."""
        found: dict[str, list[Any]] = {}
        for item in self.uses.behind.get(self.language, {}).get(self.page, ()):
            found.setdefault(item.id, []).append(item)
        return found

    def pick(self, kind: str, ids: Iterable[str]) -> list[Record]:
        """The records of `kind` with these ids; ids without a record are left out."""
        return [self.records.kinds[kind][identifier] for identifier in ids if identifier in self.records.kinds[kind]]

    def local(self, text: dict[str, str]) -> str:
        """The text of a record in the page's language."""
        return text[self.language]

    def label(self, identifier: str, language: str = "") -> Markup:
        """An interface label, marked as such, with its `lang` where it is not the page's.

        Without `language`: the page's, or the first language in which the label was seen.
        """
        texts = self.records.labels[identifier]["text"]
        shown = language or (self.language if self.language in texts else next(iter(texts)))
        return self.marked(texts[shown], shown)

    def marked(self, text: str, language: str) -> Markup:
        """`text` marked as an interface label in `language`."""
        lang = Markup(' lang="{}"').format(language) if language != self.language else ""
        return Markup('<b class="ui"{}>{}</b>').format(lang, text)

    def cite(self, *claims: str) -> Markup:
        """Citation marks; the citations extension numbers them once the whole page is known."""
        return Markup("").join(Markup('<cite-mark claim="{}"></cite-mark>').format(claim) for claim in claims)

    def note(self, claim: Record) -> Markup:
        """What `claim` rests on: the same on every page of a language, and drawn once, since pages cite the same claims."""
        key = (self.language, claim.id)
        if key not in self.uses.notes:
            self.uses.notes[key] = Markup(self.render("evidence-note", claim=claim).strip())
        return self.uses.notes[key]

    def by_name(self, records: list[Record], name: str) -> list[Record]:
        """`records` sorted by the text of field `name`, accents and case aside, as a reader looks for them."""
        def plain(record: Record) -> str:
            text = unicodedata.normalize("NFKD", self.local(record[name]))
            return "".join(letter for letter in text if not unicodedata.combining(letter)).casefold()
        return sorted(records, key=plain)

    def by_date(self, records: Iterable[Record]) -> list[Record]:
        """`records` by their date, earliest first; a month or a year stands before the days in it."""
        return sorted(records, key=lambda record: (dates.earliest(record["date"]), record["date"]))

    def groups(self, records: Iterable[Record], prefix: str, name: str = "") -> list[tuple[str, str, list[Record]]]:
        """`records` by field `name`, or by file without one: (group, title, records), in the order of the strings
        that start with `prefix` and hold the titles; a group without a string comes last, under its own name."""
        found: dict[str, list[Record]] = {}
        for record in records:
            found.setdefault(record[name] if name else posixpath.basename(record.path).removesuffix(".yml"), []).append(record)
        names = {prefix + name.replace("-", "_"): name for name in found}
        ordered = [string for string in self.strings if string in names] + [string for string in names if string not in self.strings]
        return [(names[string], self.strings.get(string, names[string]), found[names[string]]) for string in ordered]

    def picture(self, name: str) -> pictures.Picture:
        """The picture `name` in the page's language."""
        return pictures.picture(name, self.records, self.strings)

    def render(self, template: str, **values: Any) -> str:
        """One component as HTML. The template sees the context itself as `page` and the shortcuts below."""
        return self.environment.get_template(template + ".html").render(
            page=self, records=self.records, t=self.strings, language=self.language, link=self.link, date=self.date,
            local=self.local, label=self.label, cite=self.cite, by_name=self.by_name, dated=self.dated, age=self.age,
            filled=self.filled,
            groups=self.groups, uses=self.uses, settings=self.settings, **values,
        )
