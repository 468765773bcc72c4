"""The search index, made by Pagefind from the built pages: one index a language, fetched when a reader searches."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

# Pagefind's own interface: ours is overrides/assets/js/site/search.js.
UNUSED = ("pagefind-ui.js", "pagefind-ui.css", "pagefind-modular-ui.js", "pagefind-modular-ui.css", "pagefind-highlight.js",
          "pagefind-component-ui.js", "pagefind-component-ui.css")


# Marks that stand among the words without being part of a sentence.
NOISE = ".cites, .anchor, .step-number"


class SearchError(RuntimeError):
    """Pagefind could not make the index; the text is what it printed."""


def index(site: Path) -> None:
    """Write `site`/pagefind. Only elements marked data-pagefind-body are indexed. Raises SearchError."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", "pagefind",
               "--exclude-selectors", NOISE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchError((done.stderr or done.stdout).strip())
    folder = site / "pagefind"
    for name in UNUSED:
        (folder / name).unlink(missing_ok=True)
    # Pagefind lists the languages in a random order; sorted, two builds give the same bytes.
    entry = folder / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True), "utf-8")
