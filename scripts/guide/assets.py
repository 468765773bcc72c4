"""Join the style sheets into one, and the scripts into one module for each kind of page, without a bundler.

overrides/assets/css: tokens, base, layout, then components/ (one file each), then print; apart, handout (one page) and single-file (one file).
overrides/assets/js:  scheme.js (runs before the first paint), go.js (short addresses), lib/ (shared functions), site/ (every page),
                      components/<tag>.js (only on pages that contain the element <tag>).

A script file may `import { x } from "../lib/y.js"` and `export` names: the imports say the order, both words are dropped when
the files are joined. Names carry a hash of the content, so that a host may cache them for ever.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import rcssmin
import rjsmin

STYLES = ("tokens.css", "base.css", "layout.css", "components", "print.css")
_IMPORT = re.compile(r'^import\s+\{[^}]*\}\s+from\s+"(\.[^"]+)";\n', re.M)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|class|const|let)\b)", re.M)


class Assets:
    """The scripts and styles of one build. Names are asked for while pages are drawn; `write` puts the files in place."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.files: dict[str, bytes] = {}
        self.style = self._add("style", ".css", self._joined_styles())
        self.handout = self._add("handout", ".css", rcssmin.cssmin((folder / "css/handout.css").read_text("utf-8")))
        self.scheme = self._add("scheme", ".js", rjsmin.jsmin((folder / "js/scheme.js").read_text("utf-8")))
        self.go = self._add("go", ".js", rjsmin.jsmin((folder / "js/go.js").read_text("utf-8")))
        self.components = sorted(path.stem for path in (folder / "js/components").glob("*.js"))
        self._modules: dict[tuple[str, ...], str] = {}

    def module(self, html: str) -> str:
        """The name of the module for a page with this content: the site's scripts and those of the elements in it."""
        tags = tuple(tag for tag in self.components if f"<{tag}" in html)
        if tags not in self._modules:
            paths = sorted((self.folder / "js/site").glob("*.js"))
            paths += [self.folder / f"js/components/{tag}.js" for tag in tags]
            self._modules[tags] = self._add("site", ".js", rjsmin.jsmin(join_scripts(paths)))
        return self._modules[tags]

    def write(self, site: Path) -> None:
        """Put every file asked for so far into `site`/assets, and the icons beside them."""
        target = site / "assets"
        target.mkdir(parents=True, exist_ok=True)
        for name, data in self.files.items():
            (target / name).write_bytes(data)
        for path in sorted((self.folder / "icons").glob("*")):
            (target / path.name).write_bytes(path.read_bytes())

    def _joined_styles(self) -> str:
        parts = []
        for name in STYLES:
            path = self.folder / "css" / name
            parts += [file.read_text("utf-8") for file in (sorted(path.glob("*.css")) if path.is_dir() else [path])]
        return rcssmin.cssmin("\n".join(parts))

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

