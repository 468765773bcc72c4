"""Everything read from the repository before a build: records, strings, pages, component templates, settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import jinja2

from .assets import Assets
from .context import components
from .faults import Fault, GuideError
from .pages import Page, load_pages
from .records import Records, load_records
from .settings import settings
from .strings import Strings, load_strings

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
    """Read everything. Raises GuideError with the faults of the environment, or else of records, strings and files together."""
    told = settings({**environment, "SITE_URL": site_url})
    docs = root / "docs"
    ordered = (default, *(language for language in languages if language != default))
    faults: list[Fault] = []
    records = _read(lambda: load_records(docs / "records", root, ordered), faults)
    strings = _read(lambda: load_strings(docs / "strings", root, ordered), faults)
    pages = _read(lambda: load_pages(docs, root, ordered), faults)
    if records is None or strings is None or pages is None:
        raise GuideError(faults)
    external = {language: words["external_link"] for language, words in strings.items()}
    return Project(root, ordered, told["site_url"], records, strings, pages, components(root / "overrides/partials/components"), told,
                   Assets(root / "overrides/assets", external))


def _read(read: Callable[[], Part], faults: list[Fault]) -> Part | None:
    """What `read` gives; None when it finds faults, which are added to `faults`."""
    try:
        return read()
    except GuideError as error:
        faults.extend(error.faults)
        return None
