"""Join the style sheets into one, and the scripts into one module for each kind of page, without a bundler.

overrides/assets/css: every page's sheet is tokens, base, layout, the components in SHARED, then print; the other components
                      make a second sheet, with those that occur in the page; apart, handout (one page) and single-file (one file).
overrides/assets/js:  scheme.js (runs before the first paint), go.js (short addresses), lib/ (shared functions), site/ (every page),
                      components/<tag>.js (only on pages that contain the element <tag>).

A script file may `import { x } from "../lib/y.js"` and `export` names: the imports say the order, both words are dropped when
the files are joined. Names carry a hash of the content, so that a host may cache them for ever.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import rcssmin
import rjsmin

# Components of the page shell, or of nearly every page. Any other is named after an element or a class of its HTML.
SHARED = ("ask", "callout", "citation", "contents", "evidence-list", "menu", "search", "step", "table")
STYLES = ("tokens", "base", "layout", *(f"components/{name}" for name in SHARED), "print")
_IMPORT = re.compile(r'^import\s+\{[^}]*\}\s+from\s+"(\.[^"]+)";\n', re.M)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|class|const|let)\b)", re.M)


class Assets:
    """The scripts and styles of one build. Names are asked for while pages are drawn; `write` puts the files in place."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.style = self._sheet("style", STYLES)
        self.handout = self._sheet("handout", ["handout"])
        self.scheme = self._add("scheme", ".js", rjsmin.jsmin((folder / "js/scheme.js").read_text("utf-8")))
        self.go = self._add("go", ".js", rjsmin.jsmin((folder / "js/go.js").read_text("utf-8")))
        self.components = sorted(path.stem for path in (folder / "js/components").glob("*.js"))
        self._modules: dict[tuple[str, ...], str] = {}
        found = sorted(path.stem for path in (folder / "css/components").glob("*.css"))
        self._styled = {name: re.compile(rf'<{name}\b|class="[^"]*\b{name}\b') for name in found if name not in SHARED}
        self._sheets: dict[tuple[str, ...], str] = {(): ""}

    def module(self, html: str) -> str:
        """The name of the module for a page with this content: the site's scripts and those of the elements in it."""
        tags = tuple(tag for tag in self.components if f"<{tag}" in html)
        if tags not in self._modules:
            paths = sorted((self.folder / "js/site").glob("*.js"))
            paths += [self.folder / f"js/components/{tag}.js" for tag in tags]
            self._modules[tags] = self._add("site", ".js", rjsmin.jsmin(join_scripts(paths)))
        return self._modules[tags]

    def sheet(self, html: str) -> str:
        """The name of the second style sheet for a page with this content, or an empty text when it needs none."""
        names = tuple(name for name, pattern in self._styled.items() if pattern.search(html))
        if names not in self._sheets:
            self._sheets[names] = self._sheet("parts", [f"components/{name}" for name in names])
        return self._sheets[names]

    def write(self, site: Path) -> None:
        """Put every file asked for so far into `site`/assets, and the icons beside them."""
        target = site / "assets"
        target.mkdir(parents=True, exist_ok=True)
        for name, data in self.files.items():
            (target / name).write_bytes(data)
        for path in sorted((self.folder / "icons").glob("*")):
            (target / path.name).write_bytes(path.read_bytes())

    def _sheet(self, stem: str, names: Iterable[str]) -> str:
        texts = [(self.folder / "css" / f"{name}.css").read_text("utf-8") for name in names]
        return self._add(stem, ".css", rcssmin.cssmin("\n".join(texts)))

    def _add(self, stem: str, suffix: str, text: str) -> str:
        data = text.encode("utf-8")
        name = f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}{suffix}"
        self.files[name] = data
        return name


def join_scripts(paths: list[Path]) -> str:
    """The files and what they import, each once, imported ones first, as the text of one module."""
    done: dict[Path, str] = {}

    def add(path: Path) -> None:
        path = path.resolve()
        if path in done:
            return
        text = path.read_text("utf-8")
        for name in _IMPORT.findall(text):
            add(path.parent / name)
        done[path] = _EXPORT.sub("", _IMPORT.sub("", text))

    for path in paths:
        add(path)
    return "\n".join(done.values())

