"""Addresses inside the site: of a page, of a section of it, of a step.

Plain functions on names; whether something is there, `project` and `registry` know.
"""

import posixpath

# A section of a page: the page's name inside its language folder, and the id of the heading (or "").
Place = tuple[str, str]

# First parts of addresses that are not for pages: what the build writes beside them, and folders of docs/ that are no
# language.
RESERVED = frozenset(("404", "api", "assets", "cards", "facts", "go", "handout", "pagefind", "records", "strings"))


def page_url(name: str) -> str:
    """The address of a page inside its language: `opt-out/web.md` gives `opt-out/web/`, `index.md` gives ""."""
    stem = name.removesuffix(".md")
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else stem + "/"


def fact_page(claim: str) -> str:
    """The name of a statement's page, as if it were written by hand: its addresses follow from it."""
    return f"facts/{claim}.md"


def step_key(href: str, page: str) -> str:
    """A step in any language: `opt-out/web#web-switch`, from a link as written on `page` or resolved by MkDocs."""
    path, _, fragment = href.partition("#")
    here = posixpath.dirname(page) if path.endswith(".md") else page.removesuffix(".md").removesuffix("index")
    path = posixpath.normpath(posixpath.join(here, path)) if path else page
    return f"{path.removesuffix('.md').removesuffix('/index')}#{fragment}"
