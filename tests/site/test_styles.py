"""No rule of the style sheets is for a class or an element that no page has: such rules are only ever noticed by slow
connections."""

from __future__ import annotations

import re

from guide.render.assets import STYLES

# What Markdown may write and no page needs today; the guide as one file writes headings one level lower.
WRITABLE = {"align-right", "align-center", "blockquote", "h4", "h5"}
# What other copies of the site show: a name that has no drawing, addresses for editing.
WRITABLE |= {"wordmark-words", "edit"}


def selectors(text: str) -> list[str]:
    """What stands before each brace, at-rules apart."""
    text = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", text, flags=re.S)
    return [found for found in (piece.strip() for piece in re.findall(r"([^{};]+)\{", text))
            if not found.startswith("@")]


def names(selector: str) -> set[str]:
    """The classes and the elements a selector asks for."""
    plain = re.sub(r"\[[^\]]*\]|:(?:lang|nth-child)\([^)]*\)|::?[a-z-]+", " ", selector)
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", plain)) | set(re.findall(r"(?:^|[\s>+~(,])([a-z][a-z0-9-]*)", plain))


def written(text: str) -> set[str]:
    """The classes and the elements of a page or a template."""
    return {name for value in re.findall(r'class="?([^">]*)', text)
            for name in value.split()} | set(re.findall(r"<([a-z][a-z0-9-]*)", text))


def test_every_rule_has_something_to_style(root, site):
    """Every page pays for what is shared, so a page must have it; what only comes with the pages that use it, a
    template must write."""
    folder = root / "overrides/assets"
    pages = written("".join(path.read_text("utf-8") for path in site.rglob("*.html"))) | WRITABLE
    scripts = "".join(path.read_text("utf-8") for path in (folder / "js").rglob("*.js"))
    pages |= set(re.findall(r"[a-z][\w-]*", " ".join(re.findall(r"\"[^\"\n]*\"", scripts))))
    templates = pages | written("".join(path.read_text("utf-8") for path in (root / "overrides").rglob("*.html")))
    unused = []
    for path in sorted((folder / "css").rglob("*.css")):
        shared = path.relative_to(folder / "css").with_suffix("").as_posix() in STYLES
        unused += [f"{path.name}: {selector} ({', '.join(sorted(missing))})"
                   for selector in selectors(path.read_text("utf-8"))
                   if (missing := names(selector) - (pages if shared else templates))]
    assert unused == []


def test_names_are_found():
    assert names('.a > li:not(.b)::before, check-list[complete] .c:has(> [popover])') == {"a", "li", "b", "check-list",
                                                                                          "c"}
    assert selectors('/* x { */ @media print { .a { color: red } .b::after { content: "{" } }') == [".a", ".b::after"]
