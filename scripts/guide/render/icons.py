"""Icons of two open sets, as Material for MkDocs ships them, drawn into the page: for templates, for Markdown, for
pictures.

A name is looked up when it is asked for: the sets hold eight thousand. An icon is an ornament beside words
(`aria-hidden`), and none is the mark of a company. A file in overrides/assets/icons comes first, so that the site is
drawn without that package once those it uses are there: `python -m guide.render.icons FOLDER` puts them into FOLDER
(decisions/0001-outlive-the-generator.md).
"""

import importlib.util
import re
import sys
import xml.etree.ElementTree as etree
from collections import Counter
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import TemplateRuntimeError
from markupsafe import Markup
from pymdownx.emoji import EmojiExtension

ROOT = Path(__file__).resolve().parents[3]
COPIES = ROOT / "overrides/assets/icons"
_NAME = re.compile(r"(material|octicons)-([a-z0-9]+(?:-[a-z0-9]+)*)")
_FILE = re.compile(r'<svg [^<>]*viewBox="0 0 (\d+) (\d+)"[^<>]*>((?:<path d="[^"<>]+"/>)+)</svg>\s*')
_SET = re.compile(r"(?:material|octicons|fontawesome-[a-z]+|simple)-")
_MARKS = re.compile(r"(?:octicons-(?:logo|mark|copilot)|fontawesome-brands|simple)-.*")
# An icon in a page, however its attributes are ordered and quoted.
_DRAWN = re.compile(r'<svg\b(?=[^>]*\bclass="?icon\b)[^>]*\bviewbox="([\d ]+)"[^>]*>(.*?)</svg>', re.I)
_PATH = re.compile(r'\bd="?([^">]+?)"?(?=/?>)')


class UnknownIcon(TemplateRuntimeError):
    """Raised for a name that is no icon of ours; `message` says which to write."""


class Drawing(NamedTuple):
    """An icon: the width and height of its own units, and its paths, which are to be filled."""

    width: int
    height: int
    paths: tuple[str, ...]


@cache
def drawing(name: str) -> Drawing:
    """The icon `name`, such as material-cellphone. Raises UnknownIcon."""
    match = _NAME.fullmatch(name)
    path = match and next((path for path in (folder / match[1] / f"{match[2]}.svg" for folder in _folders())
                           if path.is_file()), None)
    if _of_a_company(name):
        raise UnknownIcon(f"{name} is the mark of a company, which would seem to speak here; leave it out")
    if not path:
        near = " or ".join(nearest(name)) or "the name of one"
        raise UnknownIcon(f"{name} is no icon of the sets material- and octicons-, the only ones here (no emoji); "
                          f"write {near}")
    parts = _FILE.fullmatch(path.read_text("utf-8"))
    if not parts:
        raise UnknownIcon(f"{path.name} holds more than paths; save it as they are in its set")
    return Drawing(int(parts[1]), int(parts[2]), tuple(re.findall(r'd="([^"]+)"', parts[3])))


def svg(name: str) -> Markup:
    """The icon `name` for a page, in its style sheet's size and colour, else 24 pixels, black. UnknownIcon."""
    width, height, paths = drawing(name)
    return Markup(_svg(f"0 0 {width} {height}", "".join(f'<path d="{path}"/>' for path in paths)))


def once(html: str) -> str:
    """The page with each icon drawn where it first stands, then referred to, by ids that no heading can have."""
    times, ids = Counter(_inside(match) for match in _DRAWN.finditer(html)), dict[str, str]()

    def shorter(match: re.Match[str]) -> str:
        inside = _inside(match)
        if inside in ids:
            inside = f'<use href="#{ids[inside]}"/>'
        elif times[inside] > 1:
            name = ids[inside] = f"icon:{len(ids) + 1}"
            inside = f'<g id="{name}">{inside}</g>' if inside.count("<path") > 1 else f'{inside[:-2]} id="{name}"/>'
        return _svg(match[1], inside)

    return _DRAWN.sub(shorter, html)


def _svg(box: str, inside: str) -> str:
    return f'<svg class="icon" viewBox="{box}" width="24" aria-hidden="true">{inside}</svg>'


def _inside(match: re.Match[str]) -> str:
    return "".join(f'<path d="{path}"/>' for path in _PATH.findall(match[2]))


def in_markdown() -> EmojiExtension:
    """The extension that draws `:material-cellphone:`; what is no icon stays as typed, and a rule reports it."""
    return EmojiExtension(emoji_index=lambda options, md: {"name": "icons", "emoji": _Index(), "aliases": {}},
                          emoji_generator=lambda index, name, *others: etree.fromstring(svg(name.strip(":"))),
                          title="none")


def nearest(name: str) -> list[str]:
    """Up to three names of icons that look like `name`, whatever set it is of."""
    known = {path.stem: f"{folder}-{path.stem}" for parent in _folders() for folder in ("material", "octicons")
             for path in (parent / folder).glob("*.svg")}
    stem = _SET.sub("", name)
    sizes = [f"{stem}-{size}" for size in (16, 24) if f"{stem}-{size}" in known]
    return [known[stem] for stem in [*sizes, *get_close_matches(stem, known, 6, .75)]
            if not _of_a_company(known[stem])][:3]


class _Index:
    """What pymdownx.emoji takes for the list of all it may draw: asked for a name, it looks for the file."""

    def get(self, name: str, default: None) -> dict[str, str] | None:
        try:
            drawing(name.strip(":"))
        except UnknownIcon:
            return default
        return {"name": name}


@cache
def _folders() -> tuple[Path, ...]:
    """Where icons are looked for: our own copies, and the package of Material where installed, not imported."""
    package = importlib.util.find_spec("material")
    return (COPIES, *(Path(place) / "templates/.icons"
                      for place in (package.submodule_search_locations or () if package else ())))


def _of_a_company(name: str) -> bool:
    """Whether an icon is a trademark: of a set of them, one of the octicons that are, or named, from its first word on,
    like a brand of Font Awesome's, since the set material- has some too."""
    words = name.split("-")[1:]
    names = ["-".join(words[:number]) for number in range(1, len(words) + 1)] if name.startswith("material-") else []
    return bool(_MARKS.fullmatch(name)) or any((folder / f"fontawesome/brands/{name}.svg").is_file()
                                                               for folder in _folders() for name in names)


def main(target: Path) -> None:
    """Put every icon that a page, a template or a module names into `target`; LICENSE-ICONS.md has their terms."""
    texts = [path.read_text("utf-8") for pattern in ("docs/**/*.md", "overrides/**/*.html", "overrides/**/*.js",
                                                              "scripts/guide/**/*.py")
             for path in ROOT.glob(pattern)]
    for name in sorted({"/".join(match) + ".svg" for text in texts for match in _NAME.findall(text)}):
        if path := next((folder / name for folder in _folders() if (folder / name).is_file()), None):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(path.read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
