"""Join the style sheets and the scripts into a few files for each kind of page, without a bundler.

overrides/assets/css: every page's sheet is tokens, base, layout, the components in SHARED, then print; the other
components make a second sheet, with those that occur in the page; apart, handout (one page) and single-file.
overrides/assets/js: scheme.js (runs before the first paint), go.js (short addresses), moved.js (old ones), search.js
(fetched at the first search), lib/ (shared functions), site/ (every page), components/<tag>.js (only on pages that
contain the element <tag>).

Every page has the site's module, and those with tools a second one, which comes once the page is loaded and imports
from the first what both need: a reader's next page fetches only what that page adds. A script file may `import { x }
from "../lib/y.js"` and `export` names: the imports say the order. `t("...")` in one stands for those words of the
interface, so that there is a file for each language, and no page carries what only its scripts say; `icon("name")`
draws that icon. Names carry a hash of the content, so that a host may cache them for ever.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable
from pathlib import Path

import rcssmin
import rjsmin
from guide.content.cache import remembered
from guide.content.languages import Strings
from guide.content.project import Project

from .icons import drawing

# Components of the page shell, or of many pages. Any other is named after an element or a class of its HTML, or a kind
# of page.
SHARED = ("citation", "contents", "evidence-list", "fold", "menu", "moved-section", "picture", "search", "send-step",
          "step", "step-done", "table")
STYLES = "tokens", "base", "layout", *(f"components/{name}" for name in SHARED), "print"
# The one element with a script that nearly every page contains.
SITE_ELEMENTS = "review-dates",
_IMPORT = re.compile(r'^import\s+\{([^}]*)\}\s+from\s+"(\.[^"]+)";\n', re.M)
_FOR_EACH = re.compile(r"^.*:lang\(LANGUAGE\).*$", re.M)
# What of a page's HTML says which components it holds: a twentieth of its text.
_TRACE = re.compile(r'<[a-z][\w-]*|class="[^"]*"')
_WORDS = re.compile(r'\bt\("(\w+)"\)')
_ICON = re.compile(r'(?<=\bicon\(")([\w-]+)(?="\))')
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|class|const|let)\s+(\w+))", re.M)


@remembered
def assets(project: Project) -> Assets:
    """The scripts and styles of one reading of the repository."""
    return Assets(project.root / "overrides/assets", project.strings)


class Assets:
    """The scripts and styles of one build. Names are asked for while pages are drawn; `files` are those asked for.
    `strings` are the words of each language."""

    def __init__(self, folder: Path, strings: dict[str, Strings]):
        self.folder, self.strings = folder, strings
        self.files: dict[str, bytes] = {}
        self.style = self._sheet("style", STYLES)
        self.handout = self._sheet("handout", ["handout"])
        self.scheme, self.go, self.moved = (
            self._add(name, ".js", rjsmin.jsmin((folder / f"js/{name}.js").read_text("utf-8")))
            for name in ("scheme", "go", "moved"))
        self.icon, self.touch_icon = (self._add(path.stem, path.suffix, path.read_bytes())
                                      for path in (folder / "icons/icon.svg", folder / "icons/touch-icon.png"))
        self._site_scripts = _in_order([*sorted((folder / "js/site").glob("[!.]*.js")),
                                        *map(self._component, SITE_ELEMENTS)])
        self.site = {language: self._module("site", self._site_scripts, (), language) for language in strings}
        self.search = {language: self._module("search", [folder / "js/search.js"], self._site_scripts, language)
                       for language in strings}
        self.components = sorted(path.stem for path in (folder / "js/components").glob("[!.]*.js")
                                 if path.stem not in SITE_ELEMENTS)
        self._tools: dict[tuple[str, ...], str] = {}
        found = sorted(path.stem for path in (folder / "css/components").glob("[!.]*.css"))
        self._styled = {name: re.compile(rf'<{name}\b|class="[^"]*\b{name}\b') for name in found if name not in SHARED}
        self._sheets: dict[tuple[str, ...], str] = {(): ""}

    def tools(self, html: str, language: str) -> str:
        """The name of the second module for a page with this content, or an empty text when it contains no tool."""
        traces = _traces(html)
        tags = [tag for tag in self.components if f"<{tag}" in traces]
        key = (language, *tags)
        if tags and key not in self._tools:
            self._tools[key] = self._module("tools", map(self._component, tags), self._site_scripts, language)
        return self._tools.get(key, "")

    def sheet(self, html: str, kind: str = "") -> str:
        """The name of the second style sheet for a page of this kind and content; "" when it needs none."""
        traces = _traces(html)
        names = tuple(name for name, pattern in self._styled.items() if name == kind or pattern.search(traces))
        if names not in self._sheets:
            self._sheets[names] = self._sheet("parts", [f"components/{name}" for name in names])
        return self._sheets[names]

    def _sheet(self, stem: str, names: Iterable[str]) -> str:
        return self._add(stem, ".css", rcssmin.cssmin("\n".join(
            self._spoken((self.folder / "css" / f"{name}.css").read_text("utf-8")) for name in names)))

    def _component(self, tag: str) -> Path:
        return self.folder / f"js/components/{tag}.js"

    def _module(self, stem: str, paths: Iterable[Path], elsewhere: Collection[Path], language: str) -> str:
        """Add a module; what it shares with the site's, whose files are `elsewhere`, it imports from there."""
        files = [path for path in _in_order(paths) if path not in elsewhere]
        shared = sorted({name for path in files for names, source in _imports(path) if source in elsewhere
                         for name in names})
        exported = sorted(name for path in files for name in _EXPORT.findall(path.read_text("utf-8")))
        text = f'import {{ {", ".join(shared)} }} from "./{self.site[language]}";\n' if shared else ""
        text += join_scripts(files, elsewhere)
        if exported and stem != "tools":  # nothing imports from a page's tools
            text += f'\nexport {{ {", ".join(exported)} }};'
        text = _ICON.sub(lambda match: "".join(drawing(match[1]).paths), text)
        text = _WORDS.sub(lambda match: json.dumps(self.strings[language][match[1]], ensure_ascii=False), text)
        return self._add(stem, ".js", rjsmin.jsmin(text))

    def _spoken(self, text: str) -> str:
        """A style sheet with its line for LANGUAGE written once for each: what is said of a link to another site."""
        return _FOR_EACH.sub(lambda line: "\n".join(
            line[0].replace("LANGUAGE", language)
            .replace("WORDS", words["external_link"].replace("\\", "").replace('"', ""))
            for language, words in self.strings.items()), text)

    def _add(self, stem: str, suffix: str, content: str | bytes) -> str:
        data = content.encode("utf-8") if isinstance(content, str) else content
        name = f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}{suffix}"
        self.files[name] = data
        return name


def _traces(html: str) -> str:
    """The tags and classes of a page, each once."""
    return "\n".join(dict.fromkeys(_TRACE.findall(html)))


def join_scripts(paths: Iterable[Path], elsewhere: Collection[Path] = ()) -> str:
    """The files and what they import, each once, imported first, as one module without those in `elsewhere`."""
    files = [path for path in _in_order(paths) if path not in elsewhere]
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", path.read_text("utf-8"))) for path in files)


def _in_order(paths: Iterable[Path]) -> list[Path]:
    """The files and what they import, each once, imported ones first."""
    done: list[Path] = []

    def add(path: Path) -> None:
        for _, source in _imports(path):
            if source not in done:
                add(source)
        if path not in done:
            done.append(path)

    for path in paths:
        add(path.resolve())
    return done


def _imports(path: Path) -> list[tuple[list[str], Path]]:
    """What a script imports: the names, and the file they come from."""
    return [([name.strip() for name in names.split(",")], (path.parent / source).resolve())
            for names, source in _IMPORT.findall(path.read_text("utf-8"))]
