"""What is read from the repository before a build: records, strings, pages, settings; what is asked of all: texts as
plain words, for titles, front matter, feeds.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from . import dates
from .cache import Cache, fingerprint
from .faults import Fault, GuideError, collected, refuse
from .files import there, unreadable
from .languages import GRAMMAR, Strings, load_strings, typeset
from .pages import ICON, VALUE, Page, Place, fact_page, load_pages, page_url
from .records import Records, load_records
from .settings import settings

_EMPHASIS = re.compile(r"[*_`]+(\S(?:.*?\S)?)[*_`]+(?:\{[^}]*\})?")


@dataclass(eq=False)
class Project:
    """One reading of the repository. `site_url` ends with a slash; `languages` starts with the one served at the root;
    `made_with` is the fingerprint of what all pages of a language are made with."""

    root: Path
    languages: tuple[str, ...]
    site_url: str
    records: Records
    strings: dict[str, Strings]
    pages: list[Page]
    settings: dict[str, str]
    made_with: dict[str, str]

    def prefix(self, language: str) -> str:
        """The folder of a language in the site: an empty text for the first, `en/` for others."""
        return "" if language == self.languages[0] else f"{language}/"

    def address(self, name: str, language: str, fragment: str = "") -> str:
        """The address of the page `name` from the site's root, or of an id on it."""
        return self.prefix(language) + page_url(name) + (f"#{fragment}" if fragment else "")

    def page(self, name: str, language: str) -> Page | None:
        """The page `name` in a language; None where it does not exist."""
        return next((page for page in self.pages if (page.name, page.language) == (name, language)), None)

    def versions(self, name: str) -> list[Page]:
        """The page `name` in each language that has it, the first language first."""
        return [page for page in self.pages if page.name == name]

    def with_role(self, *roles: str) -> list[str]:
        """The names of the pages whose front matter has one of these roles (pages.ROLES), in their order."""
        return [page.name for page in self.pages if page.language == self.languages[0] and page.role in roles]

    def the(self, role: str) -> str:
        """The name of the one page with this role; the home page where no page has it."""
        return next(iter(self.with_role(role)), "index.md")

    def alternates(self, name: str) -> list[dict[str, str]]:
        """Each language's page `name`: `language`, its own `title`, `path` from the site's root, absolute `url`."""
        return [{"language": language, "title": self.strings[language]["language_name"], "path": path,
                 "url": self.site_url + path} for language in self.languages for path in [self.address(name, language)]]

    @cached_property
    def cache(self) -> Cache:
        """What earlier builds made."""
        return Cache(self.root)


def load(root: Path, languages: tuple[str, ...], default: str, site_url: str,
         environment: Mapping[str, str]) -> Project:
    """Read everything. Raises GuideError with the faults of the environment, or of texts nobody could read, or else of
    records, strings and pages together."""
    told = settings({**environment, "SITE_URL": site_url})
    refuse(unreadable(root) or [
            Fault("scripts/guide/content/languages.py", 0, f"has no entry for {language}, which mkdocs.yml lists; add "
                  f"its months and plurals to GRAMMAR") for language in languages if language not in GRAMMAR])
    docs = root / "docs"
    ordered = default, *(language for language in languages if language != default)
    faults: list[Fault] = []
    fingerprints = made_with(root, ordered)
    records = collected(faults, load_records, docs / "records", root, ordered)
    strings = collected(faults, load_strings, docs / "strings", root, ordered)
    pages = collected(faults, load_pages, docs, root, ordered)
    if records is None or strings is None or pages is None:
        raise GuideError(faults)
    return Project(root, ordered, told["site_url"], records, strings, pages, told, fingerprints)


def made_with(root: Path, languages: Iterable[str]) -> dict[str, str]:
    """By language, the fingerprint of what every page is made with: files, and the names of those it may link to. Taken
    before they are read for the build: what is saved in between then differs at the next one."""
    folders = "docs/records", "overrides/partials/components", "overrides/assets"
    files = [root / "mkdocs.yml", *(path for name in folders for path in there(root / name, "**/*", root))]
    shared = fingerprint(files), [path.relative_to(root).as_posix() for path in there(root / "docs", "**/*", root)]
    return {language: f"{fingerprint([root / f'docs/strings/{language}.yml'])}{shared}" for language in languages}


def plain(text: str, project: Project, language: str) -> str:
    """`text` with its `[=id]` written as plain words: for front matter, which holds no markup."""
    def word(match: re.Match) -> str:
        records = project.records
        if match[1] in records.milestones:
            return dates.in_words(records.milestones[match[1]]["date"], language)
        if match[1] in records.labels:
            texts = records.labels[match[1]]["text"]
            return texts.get(match[2] or language) or next(iter(texts.values()))
        return project.strings[language]["zones"] if match[1] == "zones" else match[0]
    return VALUE.sub(word, text)


def spoken(text: str, project: Project, language: str) -> str:
    """A heading or a title as plain words, as the page shows them."""
    return typeset(_EMPHASIS.sub(r"\1", ICON.sub("", plain(text, project, language)).strip()), language)


def title(project: Project, place: Place, language: str) -> str:
    """The words of the heading at `place`, else the title of its page; a statement's words;
    the page's name where there is no such page."""
    name, identifier = place
    page = project.page(name, language)
    if page is None:
        facts = project.records.claims.values()
        return next((claim["statement"][language] for claim in facts if fact_page(claim.id) == name), name)
    heading = next((heading for heading in page.headings if identifier and heading.id == identifier), None)
    return spoken(heading.text if heading else str(page.front.get("title", "")), project, language)
