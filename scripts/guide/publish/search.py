"""The search index, made by Pagefind from the built pages: one index a language, fetched when a reader searches.

And what readers type for a place, in words its page may not use: docs/records/search-words.yml, and the names of what
pages list (authorities, terms). One small file a language, fetched with the search.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from guide.content.addresses import place, recorded
from guide.content.cache import fingerprint
from guide.content.pages import Place, page_url
from guide.content.project import Project, title
from guide.render.page import weights

from .files import save

# Pagefind's own interface: ours is overrides/assets/js/site/search.js.
UNUSED = "pagefind-*ui.*", "pagefind-highlight.js"

# Pagefind takes a piece of its index that does not come for an empty one, and says that nothing was found. Here it
# fails instead.
UNHEARD = b"console.error(`Failed to load the index chunk ${url}:\n${e?.toString()}`);"
# Marks that stand among the words without being part of a sentence, and lists of what stands elsewhere.
NOISE = ".cite, .anchor, .step-number, .claim-groups, .claim-group, .cited, #cite"

# Of the records that pages list, by what their ids begin with: the fields by which a reader may look for one.
NAMES = {"authority": ("name", "place"), "term": ("term",)}
SHORT_NAME = re.compile(r" \(([^)]+)\)")  # Commission nationale de l'informatique et des libertés (CNIL)


class SearchError(RuntimeError):
    """Pagefind could not make the index; the text is what it printed."""


def index(project: Project, site: Path) -> None:
    """Write `site`/pagefind, of what is marked data-pagefind-body. SearchError, also where UNHEARD is not found."""
    pages = sorted(site.rglob("*.html"))
    made_of = [path.relative_to(site).as_posix() for path in pages], fingerprint(pages)
    for name, data in project.cache.kept("search", made_of, partial(_made, site)).items():
        save(site / name, data)


def _made(site: Path) -> dict[str, bytes]:
    """The files of the index, by their names in the site."""
    done = subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", "pagefind",
                           "--exclude-selectors", NOISE], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchError((done.stderr or done.stdout).strip())
    folder = site / "pagefind"
    for path in [path for pattern in UNUSED for path in folder.glob(pattern)]:
        path.unlink()
    script = folder / "pagefind.js"
    text = script.read_bytes()
    if text.count(UNHEARD) != 1:
        raise SearchError("this version of pagefind meets a piece of its index that does not come otherwise: read "
                          "_loadGenericChunk in pagefind.js, and correct UNHEARD in scripts/guide/publish/search.py")
    script.write_bytes(text.replace(UNHEARD, b"throw e;"))
    # Pagefind lists the languages in a random order; sorted, two builds give the same bytes.
    entry = folder / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True), "utf-8", newline="\n")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_words(project: Project, site: Path) -> None:
    """Write `site`/pagefind/words.<language>.js, a module: a list of [address, title of the page, title of the section
    or "", words and phrases], a list of all titles, against whose words slips are mended, how the engine ranks."""
    for language in project.languages:
        pages = [page for page in project.pages if page.language == language]
        headings = [(page.name, name) for page in pages for name in ("", *(h.id for h in page.headings if h.id))]
        titles = [title(project, at, language) for at in headings]
        titles += [str(page.front.get("keywords", "")) for page in pages]
        found = [[page_url(at[0]) + (f"#{at[1]}" if at[1] else ""), title(project, (at[0], ""), language), name, words]
                 for at, name, words in _places(project, language)]
        words = json.dumps([found, list(dict.fromkeys(titles)), weights(project)["ranking"]], ensure_ascii=False,
                           separators=(",", ":"))
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
                yield ((page.name, identifier), names[0],
                       [part for name in names for part in SHORT_NAME.split(name) if part])
