"""The search index, made by Pagefind from the built pages: one index a language, fetched when a reader searches."""

import json
import subprocess
import sys
from pathlib import Path

from guide.content.cache import fingerprint
from guide.content.project import Project

# Pagefind's own interface: ours is overrides/assets/js/site/search.js.
UNUSED = ("pagefind-ui.js", "pagefind-ui.css", "pagefind-modular-ui.js", "pagefind-modular-ui.css",
          "pagefind-highlight.js",
          "pagefind-component-ui.js", "pagefind-component-ui.css")

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
    if kept := project.cache.get("search", made_of):
        for name, data in kept.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(data)
        return
    _run(site)
    files = [path for path in (site / "pagefind").rglob("*") if path.is_file()]
    project.cache.put("search", made_of, {path.relative_to(site).as_posix(): path.read_bytes() for path in files})


def _run(site: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", "pagefind",
               "--exclude-selectors", NOISE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchError((done.stderr or done.stdout).strip())
    folder = site / "pagefind"
    for name in UNUSED:
        (folder / name).unlink(missing_ok=True)
    script = folder / "pagefind.js"
    text = script.read_bytes()
    if text.count(UNHEARD) != 1:
        raise SearchError("this version of pagefind meets a piece of its index that does not come otherwise: read "
                          "_loadGenericChunk in "
                          "pagefind.js, and correct UNHEARD in scripts/guide/publish/search.py")
    script.write_bytes(text.replace(UNHEARD, b"throw e;"))
    # Pagefind lists the languages in a random order; sorted, two builds give the same bytes.
    entry = folder / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True), "utf-8", newline="\n")
