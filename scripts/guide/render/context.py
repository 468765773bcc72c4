"""What a page needs to be drawn: its language, the records, the strings, and the templates of the components.

One `Context` a page, shared by the Markdown extensions. It knows where pages lie, so that a component can link to one.
"""

import hashlib
import posixpath
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from guide.content import addresses, dates
from guide.content.languages import typeset
from guide.content.pages import Place, fact_page, page_url, step_key
from guide.content.project import Project
from guide.content.records import Record, contact
from guide.content.settings import NEUTRAL
from markupsafe import Markup

from . import pictures
from .templates import components


@dataclass
class Uses:
    """What the pages share: where each claim is cited, the first page with each block, the titles by language, the
    sections that are behind by language and page, and what was drawn so far of records."""

    cited_on: dict[str, list[Place]] = field(default_factory=dict)
    blocks: dict[str, Place] = field(default_factory=dict)
    titles: dict[str, dict[str, str]] = field(default_factory=dict)
    behind: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    notes: dict[tuple[str, ...], Markup] = field(default_factory=dict)

    @cached_property
    def fingerprint(self) -> str:
        """That of what a page may show of the others, once all is known."""
        return hashlib.sha256(repr((self.cited_on, self.blocks, self.titles, self.behind)).encode()).hexdigest()


@dataclass
class Context:
    """Everything the Markdown extensions need for one page. `page` is the page's name inside its language folder,
    `uses` what the pages share. `cited` is filled while the page is drawn: the ids of the claims it cites, in reading
    order."""

    project: Project
    language: str
    page: str
    uses: Uses = field(default_factory=Uses)
    cited: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.records, self.settings, self.prefix = (self.project.records, self.project.settings,
                                                    self.project.prefix(self.language))
        self.strings = self.project.strings[self.language]

    @cached_property
    def arrivals(self) -> list[addresses.Arrival]:
        """The ids that were published and must land on this page. GuideError where redirects cannot be read."""
        return addresses.arrivals(self.project, self.page, self.language)

    @cached_property
    def ways(self) -> list[dict[str, Any]]:
        """The ways to the end that a path through menus also leads along: `page` and `check`, the guide and its last
        step; `key` of that step's tick; `address`, where the way starts; `title`."""
        return [{"page": page, "check": check, "key": self.key(path["check"], ""), "title": path["title"],
                 "address": self.records.addresses[path["address"]]["url"]}
                for path in self.records.menu_paths.values() if "check" in path
                for page, check in [addresses.place(path["check"])]]

    def key(self, href: str, page: str | None = None) -> str:
        """What a step's tick is kept under: its first identity, whatever it was called since. `page` has the link."""
        key = step_key(href, self.page if page is None else page)
        return addresses.first_keys(self.project).get(key, key)

    def link(self, name: str, fragment: str = "") -> str:
        """A relative address from this page to the page `name` of the same language, and to `fragment` in it."""
        path = posixpath.relpath(page_url(name) or ".", page_url(self.page) or ".")
        if name == self.page and fragment:
            return f"#{fragment}"
        return ("./" if path == "." else path + "/") + (f"#{fragment}" if fragment else "")

    def fact(self, claim: str) -> str:
        """A relative address from this page to that of a statement."""
        return self.link(fact_page(claim))

    def fact_address(self, claim: str) -> str:
        """The same in full, as one copies it from paper."""
        path = self.project.address(fact_page(claim), self.language)
        return self.settings.get("site_url", "").partition("://")[2] + path

    def citation(self, claim: Record, language: str = "") -> str:
        """A statement as one cites it, in the page's language or another: who publishes it, its words, the day they
        were read, the version of the guide, the address. What this copy does not know is left out."""
        language = language or self.language
        words, told = self.project.strings[language], self.settings
        commit = told["source_commit"]
        parts = [told["publisher_name"], words["site_name"],
                 words("citation_quoted", statement=claim["statement"][language].rstrip(".")),
                 words("read_on", date=dates.unbroken(claim["read_on"], language)),
                 commit and words("citation_version", version=commit if len(commit) < 40 else commit[:12]),
                 told["site_url"] != NEUTRAL and told["site_url"] + self.project.address(fact_page(claim.id), language)]
        return ", ".join(part for part in parts if part)

    def root(self) -> str:
        """A relative address from this page to the site's root, which may lie in a folder of its host."""
        return "../" * self.project.address(self.page, self.language).count("/") or "./"

    def date(self, text: str) -> Markup:
        """A date in words inside a <time>; the words for an unknown date otherwise."""
        if text == dates.UNKNOWN:
            return Markup.escape(self.strings["date_unknown"])
        return Markup('<time datetime="{}">{}</time>').format(text, dates.unbroken(text, self.language))

    def dated(self, key: str, text: str, plain: bool = False) -> Markup:
        """The string `key` with a date in it: its _partial form for a month or a year, _unknown where no date is known.
        `plain` leaves the <time> out, for lists in which hundreds of dates would weigh more than the words."""
        if text == dates.UNKNOWN:
            return Markup.escape(self.strings[key + "_unknown"])
        shown = dates.unbroken(text, self.language) if plain else self.date(text)
        return self.filled(key if len(text) == 10 else key + "_partial", date=shown)

    def filled(self, key: str, **values: str) -> Markup:
        """The string `key` with its {name} filled in; what is already markup stays markup."""
        text = Markup.escape(self.strings[key])
        for name, value in values.items():
            text = text.replace("{%s}" % name, Markup.escape(value))
        return text

    def age(self, source: Record, plain: bool = False) -> Markup:
        """The most precise thing known about the age of a source: the date of the text read, else of publication."""
        key = "published" if source["text_of"] == dates.UNKNOWN else "text_of"
        return self.dated(key if source[key] != dates.UNKNOWN else "text_of", source[key], plain)

    def behind(self) -> dict[str, list[Any]]:
        """The sections of this page behind another language, by the id of their heading ("" above the first)."""
        items = self.uses.behind.get(self.language, {}).get(self.page, ())
        return {item.id: [other for other in items if other.id == item.id] for item in items}

    def publisher(self, source: Record) -> str:
        """Who published a source: a name, the same in every language, or words of ours where none can be given."""
        name = source["publisher"]
        return typeset(name if isinstance(name, str) else self.local(name), self.language)

    def publishers(self) -> dict[str, int]:
        """The publishers of what the claims rest on, in the order of their names, each with its number."""
        return {name: number for number, name in enumerate(sorted(
            {self.publisher(self.records.sources[source]) for claim in self.records.claims.values()
             for source in claim["sources"]}, key=str.casefold), 1)}

    def pick(self, kind: str, ids: Iterable[str]) -> list[Record]:
        """The records of `kind` with these ids. KeyError for one that is not there: nothing is left out in silence."""
        return [self.records.kinds[kind][identifier] for identifier in ids]

    def places(self, region: Record) -> list[Record]:
        """The authorities of a region of several countries, by their place; none for one that is a place itself."""
        found = self.pick("authorities", region["authorities"])
        return self.by_name(found, "place") if len({record["country"] for record in found}) > 1 else []

    def local(self, text: dict[str, str]) -> str:
        """The text of a record in the page's language."""
        return text[self.language]

    def contact(self, record: Record) -> str:
        """Where a reader of the page's language turns to an authority."""
        return contact(record, self.language)

    def label(self, identifier: str, language: str = "") -> Markup:
        """An interface label, marked as such, with its `lang` where it is not the page's. Without `language`: the
        page's, or the first language in which the label was seen."""
        return self.marked(*self.seen(identifier, language))

    def seen(self, identifier: str, language: str = "") -> tuple[str, str]:
        """The text of an interface label and its language; `label` says which. KeyError where it was not seen in it."""
        texts = self.records.labels[identifier]["text"]
        language = language or (self.language if self.language in texts else next(iter(texts)))
        return texts[language], language

    def marked(self, text: str, language: str) -> Markup:
        """`text` marked as an interface label in `language`."""
        lang = Markup(' lang="{}"').format(language) if language != self.language else ""
        return Markup('<b class="ui" translate="no"{}>{}</b>').format(lang, text)

    def cite(self, *claims: str) -> Markup:
        """Citation marks; the citations extension numbers them once the whole page is known."""
        return Markup("").join(Markup('<cite-mark claim="{}"></cite-mark>').format(claim) for claim in claims)

    def once(self, template: str, **record: Record) -> Markup:
        """A component that says the same of a record on every page of a language, drawn once."""
        key = self.language, template, *(one.id for one in record.values())
        if key not in self.uses.notes:
            self.uses.notes[key] = Markup(self.render(template, **record).strip())
        return self.uses.notes[key]

    def by_name(self, records: list[Record], name: str) -> list[Record]:
        """`records` sorted by the text of field `name`, accents and case aside, as a reader looks for them."""
        def plain(record: Record) -> str:
            return "".join(letter for letter in unicodedata.normalize("NFKD", self.local(record[name]))
                           if not unicodedata.combining(letter)).casefold()
        return sorted(records, key=plain)

    def by_date(self, records: Iterable[Record]) -> list[Record]:
        """`records` by date, earliest first; a month or a year before the days in it, or where the record says."""
        return sorted(records,
                      key=lambda record: (dates.earliest(record.get("placed", record["date"])), record["date"]))

    def groups(self, records: Iterable[Record], prefix: str, name: str = "") -> list[tuple[str, str, list[Record]]]:
        """`records` by field `name`, or by file without one: (group, title, records), in the order of the strings
        that start with `prefix` and hold the titles; a group without a string comes last, under its own name."""
        found: dict[str, list[Record]] = {}
        for record in records:
            group = record[name] if name else posixpath.basename(record.path).removesuffix(".yml")
            found.setdefault(group, []).append(record)
        strings = {group: prefix + group.replace("-", "_") for group in found}
        places = {string: place for place, string in enumerate(self.strings)}
        ordered = sorted(found, key=lambda group: places.get(strings[group], len(places)))
        return [(group, self.strings.get(strings[group], group), found[group]) for group in ordered]

    def picture(self, name: str) -> pictures.Picture:
        """The picture `name` in the page's language."""
        return pictures.picture(name, self.records, self.strings)

    def render(self, template: str, **values: Any) -> str:
        """One component as HTML. The template sees the context itself as `page` and the shortcuts below."""
        return components(self.project.root / "overrides/partials/components").get_template(template + ".html").render(
            page=self, records=self.records, t=self.strings, language=self.language, link=self.link, date=self.date,
            local=self.local, label=self.label, cite=self.cite, by_name=self.by_name, dated=self.dated, age=self.age,
            filled=self.filled,
            groups=self.groups, uses=self.uses, settings=self.settings, **values)

    def made_of(self, text: object) -> object:
        """Everything the HTML of a page with this text depends on, or that of a block in it: compared, never guessed,
        so that a page is converted again only when it can have changed."""
        return (self.language, self.page, text, self.arrivals, addresses.first_keys(self.project), self.settings,
                self.project.languages, self.project.made_with[self.language], self.uses.fingerprint)
