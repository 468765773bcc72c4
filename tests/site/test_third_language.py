"""A third language in an hour: the steps of "Add a language" done on a guide of four pages, and built as any build is.

What a build reads is copied (templates, scripts, strings), the pages and records are those of
tests/data/third-language. Only what the README tells a translator to do is done to the copy; everything else must
follow from it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from guide.content.pages import load_pages
from guide.content.translations import pairs, registered, write
from selectolax.lexbor import LexborHTMLParser

LANGUAGES = "fr", "en", "de"
PREFIX = {"fr": "", "en": "en/", "de": "de/"}
PAGES = "", "opt-out/", "faq/", "sources/", "facts/a-claim/"
SITE = "https://guide.example/"
# What systems and editors leave, and Git ignores.
LEFT = ("docs/.DS_Store", "docs/Thumbs.db", "docs/.#faq.md", "docs/fr/.#faq.md", "docs/fr/faq.md~",
        "docs/records/claims/._all.yml",
        "docs/.dot.png.swp", "overrides/main.html~", "overrides/assets/js/site/.#menu.js")
MENU = ("nav:\n  - index.md\n  - menu_group_say_no:\n      - opt-out/index.md\n  - menu_group_understand:\n      - "
        "faq.md\n      - sources.md\n")


RULES = """
from pathlib import Path
from guide.content.project import load
from guide.rules.source import source_faults
print(*source_faults(load(Path.cwd(), ("fr", "en", "de"), "fr", "https://guide.example/", {})), sep="\\n")
"""


def edit(path: Path, pattern: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert len(re.findall(pattern, text, re.M)) == 1, f"{pattern} in {path}"
    path.write_text(re.sub(pattern, lambda match: new.replace("\\0", match[0]), text, flags=re.M), "utf-8")


def prepare(root: Path, copy: Path) -> None:
    """A guide of four pages that has just been given a third language."""
    for name in ("overrides", "scripts"):
        shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    data = root / "tests/data/third-language"
    shutil.copytree(data / "docs", copy / "docs")
    shutil.copytree(root / "docs/records/schema", copy / "docs/records/schema")
    shutil.copytree(root / "docs/strings", copy / "docs/strings")
    for path in (copy / "docs/strings").glob("*.yml"):  # it has no letters either
        path.write_text(re.sub(r"^letter_autofill_.*\n", "", path.read_text("utf-8"), flags=re.M), "utf-8")
    shutil.copy(root / "mkdocs.yml", copy)
    budget = (root / "budget.yml").read_text("utf-8")
    (copy / "budget.yml").write_text(budget[: budget.index("\npages:")] + "\npages: {}\n", "utf-8")
    edit(copy / "mkdocs.yml", r"^nav:\n(?: .*\n)+", MENU)
    for page in (copy / "docs").glob("??/faq.md"):
        page.write_text(page.read_text("utf-8"), "utf-8")
    shutil.copy(root / ".gitignore", copy)
    for name in LEFT:
        (copy / name).write_bytes(b"\0 LinkedIn {{ left by an editor")
    # The steps.
    edit(copy / "mkdocs.yml", r"^ +- \{locale: en, .*\}$",
         "\\0\n        - {locale: de, name: Deutsch, theme: {language: de}, site_name: Probe}")
    edit(copy / "scripts/guide/content/languages.py", r"^GRAMMAR = \{$",
         '\\0\n    "de": Grammar(tuple("Januar Februar März April Mai Juni Juli August September Oktober November '
         'Dezember".split()), "1", '
         'lambda number: number == 1, ("„", "“")),')
    strings = (copy / "docs/strings/en.yml").read_text("utf-8")
    for line in (data / "strings.yml").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            strings = re.sub(rf"^{line.partition(':')[0]}:.*$", line.replace("\\", r"\\"), strings, flags=re.M)
    (copy / "docs/strings/de.yml").write_text(strings, "utf-8")


def build(copy: Path) -> subprocess.CompletedProcess:
    """What `check --register` runs, into site/."""
    environment = {**os.environ, "PYTHONPATH": str(copy / "scripts"), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1",
                   "PYTHONDONTWRITEBYTECODE": "1",
                   "SITE_URL": SITE, "REGISTER_IDS": "1"}
    return subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(copy / "site")],
                          cwd=copy, env=environment,
                          capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def built(root, tmp_path_factory) -> tuple[Path, str]:
    """The guide in three languages, and what its build said. Its French has changed in one section since all were
    compared."""
    copy = tmp_path_factory.mktemp("three")
    prepare(root, copy)
    write(copy, registered({}, pairs(load_pages(copy / "docs", copy, LANGUAGES), LANGUAGES), lambda key: False,
                           "2026-11-20"), LANGUAGES)
    edit(copy / "docs/fr/faq.md", "^## Pourquoi trois", "## Pourquoi donc trois")
    done = build(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    return copy, done.stdout + done.stderr


@pytest.fixture(scope="module")
def three(built) -> Path:
    """The same: its folder, with `site` in it."""
    return built[0]


def tree(three: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((three / "site" / path / "index.html").read_text("utf-8"))


def test_what_git_ignores_is_not_there(three):
    names = [path.name for path in (three / "site").rglob("*")]
    assert [name for name in names if name in {Path(left).name for left in LEFT}] == []


def test_every_page_offers_the_other_two_and_names_all_three(three, subtests):
    for page, language in product(PAGES, LANGUAGES):
        with subtests.test(PREFIX[language] + page):
            html = tree(three, PREFIX[language] + page)
            assert html.css_first("html").attributes["lang"] == language
            others = [code for code in LANGUAGES if code != language]
            switch = [(link.attributes["hreflang"], link.attributes["lang"]) for link in html.css("header a.language")]
            assert switch == [(code, code) for code in others]
            assert [notice.attributes["lang"] for notice in html.css("aside.notice[lang]")] == others
            named = {link.attributes["hreflang"]: link.attributes["href"]
                     for link in html.css("link[rel=alternate][hreflang]")}
            assert named == {**{code: SITE + PREFIX[code] + page for code in LANGUAGES},
                             "x-default": f"{SITE}en/{page}"}


def test_the_switch_and_the_shell_speak_the_third_language(three):
    german = tree(three, "de/faq")
    assert german.css_first("a.skip").text() == "Zum Inhalt" and german.css_first(".wordmark-words").text() == "Probe"
    assert tree(three, "faq").css_first("header a[hreflang=de] .long").text() == "Deutsch"
    style = next((three / "site/assets").glob("style.*.css")).read_text("utf-8")
    assert re.search(r":lang\(de\)::after\{content:[^}]*andere Website", style)


def test_the_sitemap_lists_every_page_in_every_language(three):
    text = (three / "site/sitemap.xml").read_text("utf-8")
    assert set(re.findall(r"<loc>([^<]+)", text)) == {SITE + PREFIX[code] + page for code in LANGUAGES
                                                      for page in PAGES}
    assert text.count('hreflang="de"') == text.count('hreflang="x-default"') == 15


def test_search_has_an_index_of_each_language(three):
    entry = json.loads((three / "site/pagefind/pagefind-entry.json").read_text("utf-8"))
    assert {code: index["page_count"] for code, index in entry["languages"].items()} == {"fr": 5, "en": 5, "de": 5}


def test_what_is_made_beside_the_pages_speaks_it_too(three):
    for path in ("de/feed.xml", "de/handout/index.html", "guide-de.html"):
        assert ('lang="de"' in (three / "site" / path).read_text("utf-8")
                or "lang=de" in (three / "site" / path).read_text("utf-8")), path
    step = tree(three, "go/open-door")
    assert [link.attributes["hreflang"] for link in step.css("a.action")] == ["en", "fr", "de"]


def test_a_change_in_the_first_language_is_told_in_the_others_and_fails_nothing(built):
    three, said = built
    for language in ("en", "de"):
        notice, = tree(three, PREFIX[language] + "faq").css(".behind")
        link = notice.css_first("a")
        assert link.attributes == {"href": "../../faq/#faq-why", "hreflang": "fr", "lang": "fr"}
        assert f"docs/{language}/faq.md:17: is behind docs/fr/faq.md:17, which has changed since 2026-11-20" in said
    assert "20 November 2026" in tree(three, "en/faq").css_first(".behind").text().replace("\u00a0", " ")
    for page in ("faq", "en", "en/opt-out", "handout", "en/handout"):
        assert not tree(three, page).css(".behind"), page


def test_its_sections_count_as_matched_with_the_first_language(three):
    lines = [line for line in (three / "docs/records/translations.lock").read_text("utf-8").splitlines()
             if not line.startswith("#")]
    assert sum(" de:" in line for line in lines) == sum(" en:" in line for line in lines) == 13 and all(" fr:" in line
                                                                                                        for line in lines)


def test_a_page_that_the_third_language_lacks_is_named_with_its_path(three):
    """By the rules of the copy, whose code knows the grammar of the language."""
    page = three / "docs/de/faq.md"
    text = page.read_bytes()
    page.unlink()
    done = subprocess.run([sys.executable, "-c", RULES], cwd=three,
                          env={**os.environ, "PYTHONPATH": str(three / "scripts"), "PYTHONUTF8": "1"},
                          capture_output=True, encoding="utf-8", check=False)
    page.write_bytes(text)
    assert "docs/de/faq.md:1: is missing; translate docs/fr/faq.md into this file" in done.stdout, done.stderr

