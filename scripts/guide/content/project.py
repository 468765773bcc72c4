"""Everything read from the repository before a build: records, strings, pages, component templates, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import jinja2
from guide.render.assets import Assets
from guide.render.context import components

from .faults import Fault, GuideError
from .pages import Page, load_pages
from .records import Records, load_records
from .strings import Strings, load_strings
from .yaml_lines import read_text

# Every text somebody may contribute, whoever reads it later.
WRITTEN = ("*.md", "*.yml", "*.cff", "decisions/*", ".github/**/*", "docs/**/*", "overrides/**/*")
TEXT = frozenset(".cff .css .html .js .json .lock .md .svg .txt .yml".split())
# What the build environment may say of this copy of the site; unset values are said to be unset on the page.
SETTINGS = ("PUBLISHER_NAME", "PUBLISHER_ADDRESS", "PUBLISHER_CONTACT", "HOST_NAME", "HOST_ADDRESS", "EDIT_URL", "REPOSITORY_URL", "SOURCE_COMMIT")

Part = TypeVar("Part")


@dataclass(eq=False)
class Project:
    """One reading of the repository. `site_url` ends with a slash; `languages` starts with the one served at the root."""

    root: Path
    languages: tuple[str, ...]
    site_url: str
    records: Records
    strings: dict[str, Strings]
    pages: list[Page]
    components: jinja2.Environment
    settings: dict[str, str]
    assets: Assets

    def prefix(self, language: str) -> str:
        """The folder of a language in the site: an empty text for the first, `en/` for others."""
        return "" if language == self.languages[0] else f"{language}/"


def load(root: Path, languages: tuple[str, ...], default: str, site_url: str, environment: Mapping[str, str]) -> Project:
    """Read everything. Raises GuideError with the faults of records, strings and files together, or of texts nobody could read, alone."""
    if unread := list(unreadable(root)):
        raise GuideError(unread)
    docs = root / "docs"
    ordered = (default, *(language for language in languages if language != default))
    faults: list[Fault] = []
    records = _read(lambda: load_records(docs / "records", root, ordered), faults)
    strings = _read(lambda: load_strings(docs / "strings", root, ordered), faults)
    pages = _read(lambda: load_pages(docs, root, ordered), faults)
    if records is None or strings is None or pages is None:
        raise GuideError(faults)
    site_url = site_url.rstrip("/") + "/"
    external = {language: words["external_link"] for language, words in strings.items()}
    settings = {"site_url": site_url, **{name.lower(): environment.get(name, "").strip() for name in SETTINGS}}
    return Project(root, ordered, site_url, records, strings, pages, components(root / "overrides/partials/components"), settings,
                   Assets(root / "overrides/assets", external))


def unreadable(root: Path) -> Iterator[Fault]:
    """What is wrong with texts before anybody asks what they say: half merged, not UTF-8, a link, not to be read."""
    for path in sorted(path for pattern in WRITTEN for path in root.glob(pattern)):
        if (path.suffix in TEXT or path.is_symlink()) and not path.name.startswith("."):
            try:
                read_text(path, root, 1_000_000)
            except GuideError as error:
                yield from error.faults


def _read(read: Callable[[], Part], faults: list[Fault]) -> Part | None:
    """What `read` gives; None when it finds faults, which are added to `faults`."""
    try:
        return read()
    except GuideError as error:
        faults.extend(error.faults)
        return None
