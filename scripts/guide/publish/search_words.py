"""What readers type for a place, in words its page may not use: docs/records/search-words.yml, and the names of what
pages list (authorities, terms). One small file a language, fetched with the search."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from guide.content.addresses import Place, page_url
from guide.content.project import Project
from guide.content.redirects import place
from guide.content.registry import recorded
from guide.content.values import title
from guide.render.page import weights

from .files import save

# Of the records that pages list, by what their ids begin with: the fields by which a reader may look for one.
NAMES = {"authority": ("name", "place"), "term": ("term",)}
SHORT_NAME = re.compile(r" \(([^)]+)\)")  # Commission nationale de l'informatique et des libertés (CNIL)


def write(project: Project, site: Path) -> None:
    """Write `site`/pagefind/words.<language>.js, a module: a list of [address in the language, title of the page, title
    of the section or "", words and phrases], a list of all titles, against whose words slips are mended, and how the
    engine ranks."""
    for language in project.languages:
        found = [[_address(at), title(project, (at[0], ""), language), name, words]
                 for at, name, words in _places(project, language)]
        parts = [found, _titles(project, language), weights(project)["ranking"]]
        words = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        save(site / f"pagefind/words.{language}.js", f"export default {words};\n")


def _places(project: Project, language: str) -> Iterator[tuple[Place, str, list[str]]]:
    for record in project.records.search_words.values():
        at = place(record["to"])
        yield at, title(project, at, language) if at[1] else "", record["words"][language].split(", ")
    listed: set[str] = set()
    for page in sorted(project.pages, key=lambda page: page.name.count("/")):
        for identifier, record in recorded(project, page).items() if page.language == language else ():
            names = [record[field][language] for field in NAMES.get(identifier.partition("-")[0], ())]
            if names and identifier not in listed:
                listed.add(identifier)
                parts = [part for name in names for part in SHORT_NAME.split(name) if part]
                yield (page.name, identifier), names[0], parts


def _titles(project: Project, language: str) -> list[str]:
    """Every title, heading and keyword of a language."""
    pages = [page for page in project.pages if page.language == language]
    places = [(page.name, identifier) for page in pages for identifier in ("", *(h.id for h in page.headings if h.id))]
    keywords = [str(page.front.get("keywords", "")) for page in pages]
    return list(dict.fromkeys([title(project, at, language) for at in places] + keywords))


def _address(at: Place) -> str:
    page, identifier = at
    return page_url(page) + (f"#{identifier}" if identifier else "")
