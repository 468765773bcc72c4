"""The search index, made by Pagefind from the built pages: one index a language, fetched when a reader searches."""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

from guide.content.cache import fingerprint
from guide.content.project import Project

# Pagefind's own interface: ours is overrides/assets/js/site/search.js.
UNUSED = "pagefind-*ui.*", "pagefind-highlight.js"

# Pagefind takes a piece of its index that does not come for an empty one, and says that nothing was found. Here it
# fails instead.
UNHEARD = b"console.error(`Failed to load the index chunk ${url}:\n${e?.toString()}`);"
# Marks that stand among the words without being part of a sentence, and lists of what stands elsewhere.
NOISE = ".cite, .anchor, .step-number, .claim-groups, .claim-group, .cited, #cite"


class SearchError(RuntimeError):
    """Pagefind could not make the index; the text is what it printed."""


def index(project: Project, site: Path) -> None:
    """Write `site`/pagefind, of what is marked data-pagefind-body. SearchError, also where UNHEARD is not found."""
    pages = sorted(site.rglob("*.html"))
    made_of = [path.relative_to(site).as_posix() for path in pages], fingerprint(pages)
    for name, data in project.cache.kept("search", made_of, partial(_made, site)).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)


def _made(site: Path) -> dict[str, bytes]:
    """The files of the index, by their names in the site."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", "pagefind",
               "--exclude-selectors", NOISE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
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
