"""A preview converts again only what a save can have changed, and shows the same as one that was just started."""

from __future__ import annotations

import html
import logging
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

PAGES = {f"{language}/{name}" for language in ("fr", "en")
         for name in ("index.md", "opt-out/index.md", "faq.md", "sources.md")}
SOURCE = "docs/records/sources/all.yml"


class Preview:
    """A small guide, and what `mkdocs serve` does after each save of one of its files."""

    def __init__(self, root: Path, folder: Path):
        self.folder = folder
        for name in ("overrides", "docs/strings", "docs/records/schema"):
            shutil.copytree(root / name, folder / name)
        shutil.copytree(root / "tests/data/third-language/docs", folder / "docs", dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns("de"))
        (folder / "docs/records/published-ids.yml").write_text("index.md: []\n")
        nav = ("nav:\n  - index.md\n  - menu_group_say_no:\n      - opt-out/index.md\n  - menu_group_understand:\n    "
               "  - faq.md\n      - sources.md\n")
        text = re.sub(r"^nav:\n(?: .*\n)+", nav, (root / "mkdocs.yml").read_text("utf-8"), flags=re.M)
        (folder / "mkdocs.yml").write_text(text, "utf-8")
        (folder / "scripts").symlink_to(root / "scripts")
        self.hooks: Any = None
        self.converted: set[str] = set()

    def save(self, path: str, old: str, new: str) -> None:
        """Change the one place of a file that says `old`."""
        text = (self.folder / path).read_text("utf-8")
        assert text.count(old) == 1, f"{old} in {path}"
        (self.folder / path).write_text(text.replace(old, new), "utf-8")

    def site(self) -> dict[str, str]:
        """Every page, built again as a preview does; `converted` then holds those whose Markdown was read again."""
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / "site"))
        if not self.hooks:
            self.hooks = next(iter(config["hooks"].values()))
            self.hooks._afterwards.start = lambda *_: None
        self.hooks.on_startup("serve", dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/")
        self.converted = {f"{made_of[0]}/{made_of[1]}" for made_of, _ in self.hooks._state["converted"]}
        return pages(self.folder / "site")

    def forget(self) -> None:
        """As if nothing had been built before."""
        shutil.rmtree(self.folder / ".cache")


@pytest.fixture(scope="module")
def preview(root, tmp_path_factory):
    """One that has shown every page once."""
    level = logging.root.manager.disable
    logging.disable(logging.WARNING)
    preview = Preview(root, tmp_path_factory.mktemp("kept"))
    preview.site()
    assert preview.converted == PAGES
    yield preview
    logging.disable(level)


# What is saved, one after the other: what was there, what is there then; addresses that must say it; pages that may be
# converted for it.
ENGLISH = {page for page in PAGES if page.startswith("en/")}
EVIDENCE, FOOTER = "overrides/partials/components/evidence.html", "overrides/partials/footer.html"
SAVES = {
    "a sentence": ("docs/en/faq.md", "says one thing.[@", "says one ZQ0 thing.[@", {"en/faq/"}, {"en/faq.md"}),
    "a title, which the sources name": ("docs/en/faq.md", "title: Rehearsal", "title: ZQ1 Rehearsal",
                                        {"en/faq/", "en/sources/"}, PAGES),
    "a record": (SOURCE, "publisher: Acme", "publisher: ZQ2", {"faq/", "en/faq/", "en/sources/"}, PAGES),
    "a word of the interface": ("docs/strings/en.yml", '\nevidence_close: "', '\nevidence_close: "ZQ3 ', {"en/faq/"},
                                ENGLISH),
    "a component": (EVIDENCE, '<div class="evidence"', '<div class="evidence" data-zq="ZQ4"', {"faq/", "en/faq/"},
                    PAGES),
    "the document around the page": (FOOTER, 'class="site-footer"', 'class="site-footer ZQ5"', {"en/", "faq/"}, set()),
    "a citation, gone from its page": ("docs/en/faq.md", "[@a-claim]", "ZQ6", {"en/faq/"}, PAGES),
}


def test_what_is_saved_is_shown_everywhere_and_nothing_old_with_it(preview, subtests):
    for number, (name, (path, old, new, shown, may_convert)) in enumerate(SAVES.items()):
        preview.save(path, old, new)
        with subtests.test(name):
            after, converted = preview.site(), preview.converted
            preview.forget()
            assert after == preview.site()
            assert {address for address in shown if f"ZQ{number}" not in after[f"{address}index.html"]} == set()
            assert converted <= may_convert
    for path, old, new, _, _ in reversed(SAVES.values()):
        preview.save(path, new, old)


def test_a_file_that_came_is_known_to_the_links_of_the_pages(preview):
    preview.save("docs/en/faq.md", "says one thing.", "says [one thing](new.txt).")
    assert 'href="new.txt"' in preview.site()["en/faq/index.html"]
    file = preview.folder / "docs/en/new.txt"
    file.touch()
    assert 'href="../new.txt"' in preview.site()["en/faq/index.html"]
    file.unlink()
    preview.save("docs/en/faq.md", "says [one thing](new.txt).", "says one thing.")


def put(path: str, data: bytes):
    return lambda folder: (folder / path).write_bytes(data)


# What is saved, and what the pages then say of it.
BREAKS = {
    "a tab in a record": (put(SOURCE, b"a:\n\tb: c\n"), f"{SOURCE}:2: is not valid YAML: the line begins with a tab"),
    "strings half written": (put("docs/strings/en.yml", b"a: ["), "docs/strings/en.yml:"),
    "settings half written": (put("mkdocs.yml", b"plugins: ["), "mkdocs.yml:1: is not valid YAML"),
    "settings that are gone": (lambda folder: (folder / "mkdocs.yml").unlink(), "mkdocs.yml: cannot be read"),
    "a component that cannot be compiled": (put(EVIDENCE, b"{% if %}"), f"{EVIDENCE}:1: Expected an expression"),
    "a template wrong in one language alone": (put(FOOTER, b"\n{% if language == 'en' %}{{ nothing.here }}{% endif %}"),
                                               f"{FOOTER}:2: 'nothing' is"),
    "a template that is gone": (lambda folder: (folder / FOOTER).unlink(), "there is no template partials/footer.html"),
    "a script that is gone": (lambda folder: (folder / "overrides/assets/js/search.js").unlink(),
                              "overrides/assets/js/search.js: cannot be read"),
    "a page not in UTF-8": (put("docs/en/faq.md", b"\xe9"), "docs/en/faq.md:1: is not UTF-8 text"),
    "a schema half written": (put("docs/records/schema/claims.json", b"{"),
                              "docs/records/schema/claims.json:1: is not valid JSON"),
    "a link that leads nowhere": (lambda folder: (folder / "docs/en/x.png").symlink_to("nowhere"),
                                  "docs/en/x.png:1: is a link to another place"),
    "a folder named as a record": (lambda folder: (folder / "docs/records/claims/x.yml").mkdir(),
                                   "docs/records/claims/x.yml: cannot be read"),
}


def test_whatever_is_saved_the_pages_stay_and_say_what_is_wrong(preview, tmp_path):
    """Until it is mended; the server of MkDocs lets a request wait for a build that succeeds, so none may fail."""
    before, site, sound = preview.site(), preview.folder / "site", tmp_path / "sound"
    shutil.copytree(preview.folder, sound, symlinks=True, ignore=shutil.ignore_patterns("site"))
    server = LiveReloadServer(preview.site, "127.0.0.1", 0, str(site))
    preview.hooks.on_serve(server, load_config(str(preview.folder / "mkdocs.yml"), site_dir=str(site)), preview.site)

    def shown() -> str:
        return html.unescape(server._inject_js_into_html(before["faq/index.html"].encode(), 0).decode())

    for name, (save, words) in BREAKS.items():
        save(preview.folder)
        server.builder()
        assert words in shown(), name
        assert pages(site) == before, name
        for part in ("docs", "overrides"):
            shutil.rmtree(preview.folder / part)
        shutil.copytree(sound, preview.folder, symlinks=True, dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns("scripts"))
    for language in ("fr", "en"):
        (preview.folder / f"docs/{language}/faq.md").unlink()
    server.builder()
    assert "role=\"alert\"" not in shown() and pages(site).keys() == before.keys() - {"faq/index.html",
                                                                                      "en/faq/index.html"}


def pages(site: Path) -> dict[str, str]:
    """Every page in the folder `site`."""
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
