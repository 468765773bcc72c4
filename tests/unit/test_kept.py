"""A preview converts again only what a save can have changed, and shows the same as one that was just started."""

from __future__ import annotations

import logging
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

PAGES = {f"{language}/{name}" for language in ("fr", "en") for name in ("index.md", "opt-out/index.md", "faq.md", "sources.md")}
SOURCE = "docs/records/sources/all.yml"


class Preview:
    """A small guide, and what `mkdocs serve` does after each save of one of its files."""

    def __init__(self, root: Path, folder: Path):
        self.folder = folder
        for name in ("overrides", "docs/strings", "docs/records/schema"):
            shutil.copytree(root / name, folder / name)
        shutil.copytree(root / "tests/data/third-language/docs", folder / "docs", dirs_exist_ok=True, ignore=shutil.ignore_patterns("de"))
        (folder / "docs/records/published-ids.yml").write_text("index.md: []\n")
        nav = "nav:\n  - index.md\n  - menu_group_say_no:\n      - opt-out/index.md\n  - menu_group_understand:\n      - faq.md\n      - sources.md\n"
        text = re.sub(r"^nav:\n(?: .*\n)+", nav, (root / "mkdocs.yml").read_text("utf-8"), flags=re.M)
        (folder / "mkdocs.yml").write_text(text.replace("scripts/hooks.py", str(root / "scripts/hooks.py")), "utf-8")
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
        return {path.relative_to(self.folder / "site").as_posix(): path.read_text("utf-8") for path in (self.folder / "site").rglob("*.html")}

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


# What is saved, what was there, what is there then; addresses that must say it; pages that may be converted for it.
ENGLISH = {page for page in PAGES if page.startswith("en/")}
EVIDENCE, FOOTER = "overrides/partials/components/evidence.html", "overrides/partials/footer.html"
SAVES = {
    "a sentence": ("docs/en/faq.md", "says one thing.[@", "says one ZQ thing.[@", {"en/faq/"}, {"en/faq.md"}),
    "a title, which the sources name": ("docs/en/faq.md", "title: Rehearsal", "title: ZQ Rehearsal", {"en/faq/", "en/sources/"}, PAGES),
    "a citation, gone from its page": ("docs/en/faq.md", "[@a-claim]", "ZQ", {"en/faq/"}, PAGES),
    "a record": (SOURCE, "publisher: Acme", "publisher: ZQ", {"faq/", "en/faq/", "en/sources/"}, PAGES),
    "a word of the interface": ("docs/strings/en.yml", "\nskip_to_content: ", "\nskip_to_content: ZQ ", {"en/", "en/faq/"}, ENGLISH),
    "a component": (EVIDENCE, '<div class="evidence"', '<div class="evidence" data-zq="ZQ"', {"faq/", "en/faq/"}, PAGES),
    "the document around the page": (FOOTER, 'class="site-footer"', 'class="site-footer ZQ"', {"en/", "faq/"}, set()),
}


@pytest.mark.parametrize("name", SAVES)
def test_what_is_saved_is_shown_everywhere_and_nothing_old_with_it(preview, name):
    path, old, new, shown, may_convert = SAVES[name]
    preview.site()
    preview.save(path, old, new)
    after, converted = preview.site(), preview.converted
    preview.forget()
    started_again = preview.site()
    preview.save(path, new, old)
    assert after == started_again
    assert {address for address in shown if "ZQ" not in after[f"{address}index.html"]} == set()
    assert converted <= may_convert


def test_a_file_that_came_is_known_to_the_links_of_the_pages(preview):
    preview.save("docs/en/faq.md", "says one thing.", "says [one thing](new.txt).")
    assert 'href="new.txt"' in preview.site()["en/faq/index.html"]
    file = preview.folder / "docs/en/new.txt"
    file.touch()
    assert 'href="../new.txt"' in preview.site()["en/faq/index.html"]
    file.unlink()
    preview.save("docs/en/faq.md", "says [one thing](new.txt).", "says one thing.")
