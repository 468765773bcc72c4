"""Pages a preview converted after an earlier save, given again while nothing they are made of has changed.

Converting every page takes most of the time between a save and the page on the screen, and one save changes one file. What a page
is made of is compared, never guessed: its own text, the files all pages of its language are made with (`files`), and what it may show
of other pages (`shown`). A save of a record or of a component's template so converts every page again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.render.context import Context, Uses

# Folders of what is drawn inside a page. The document around it, overrides/*.html and partials/*.html, is drawn after every save.
_FOLDERS = ("docs/records", "overrides/partials/components", "overrides/assets")


@dataclass(frozen=True)
class Converted:
    """One page: its HTML, its table of contents, the ids in it, the claims it cites."""

    content: str
    contents: Any
    ids: set[str]
    cited: list[str]


class Kept:
    """The last conversion of each page, by its path, with what it was made of."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[object, Converted]] = {}

    def get(self, path: str, made_of: object) -> Converted | None:
        """The page as it was converted from the same, if it was."""
        before, converted = self._pages.get(path, (None, None))
        return converted if before == made_of else None

    def keep(self, path: str, made_of: object, converted: Converted) -> None:
        """Keep a page, in place of its earlier conversion."""
        self._pages[path] = (made_of, converted)


def files(root: Path, language: str) -> str:
    """The fingerprint of what every page of a language is made with: files, and the names of those a page may link to. To be taken
    before they are read for the build: what is saved in between then differs at the next save, whose build is already asked for."""
    read = [root / "mkdocs.yml", root / f"docs/strings/{language}.yml"]
    read += sorted(path for folder in _FOLDERS for path in (root / folder).rglob("*") if path.is_file())
    digest = hashlib.sha256("\n".join(sorted(map(str, (root / "docs").rglob("*")))).encode())
    for path in read:
        data = path.read_bytes() if path.exists() else b""
        digest.update(f"{path}\n{len(data)}\n".encode() + data)
    return digest.hexdigest()


def shown(uses: Uses, settings: dict[str, str]) -> str:
    """The fingerprint of what a page may show of the others, and of who publishes the site."""
    return hashlib.sha256(repr((uses.cited_on, uses.blocks, uses.titles, uses.behind, settings)).encode()).hexdigest()


def made_of(markdown: str, context: Context, *shared: str) -> object:
    """What the conversion of one page depends on: its text, the old ids that land on it, and the fingerprints above."""
    return markdown, context.arrivals, tuple(context.first_keys.items()), shared
