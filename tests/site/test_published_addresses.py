"""Every address ever published answers in the built site, directly or by leading on; and does so after pages and ids were renamed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from guide.content.addresses import page_url
from guide.content.languages import languages
from guide.content.project import Project, load
from guide.content.registry import SHORT, published
from guide.publish.policy import single_file
from guide.render import card

# The command, then a build without the pictures for posts, which take longest, and without the budget: longer names weigh more.
RENAME = """
from guide.__main__ import main
for arguments in ("page opt-out/web computer", "id computer#web-switch web-toggle", "page computer opt-out/desktop", "id faq#faq-cv faq-resume",
                  "page timeline opt-out/when"):
    assert main("rename", dict(zip(("kind", "old", "new"), arguments.split()))) == 0
"""
BUILD = """
from guide.rules.built import weight
from guide.publish import cards, redirects
from mkdocs.__main__ import cli
cards.write = redirects.keep_cards = lambda project, site: None
weight.check = lambda project, site: []
cli(["build", "--strict", "--site-dir", "site"])
"""
REMOVED = """
about.md#about-verify:
  to: sources.md
  why: {fr: Ce passage a été retiré., en: This passage was removed.}

data-used.md#used-table:
  to: data-excluded.md#excluded-table

rights.md#term-dpo:
  to: rights.md#term-data-officer
"""


LINK = re.compile(r"<a [^>]*>")
FORWARD = re.compile(r'<a (?:class="action" )?(?:id="(?P<id>[^"]*)" )?href="(?P<href>[^"]*)"[^>]* data-forward>')


def addresses(project: Project) -> list[str]:
    """Every page and id of the register in every language, and every short address, from the root of the site."""
    found = []
    for page, ids in published(project).items():
        if page == SHORT:
            found += [f"go/{step}/" for step in ids]
            continue
        for language in project.languages:
            here = project.prefix(language) + page_url(page)
            found += [here, *(f"{here}#{identifier}" for identifier in ids)]
    return found


def answer(site: Path, address: str, steps: int = 2) -> str | None:
    """Where the address leads in the end; None where it leads to nothing. An id is there, or its page says the page is elsewhere."""
    path, identifier = urldefrag(address)
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    if not file.is_file():
        return None
    if file.suffix != ".html":
        return address
    text = file.read_text("utf-8")
    forward = {found["id"] or "": found["href"] for found in map(FORWARD.match, LINK.findall(text)) if found}
    if forward and steps:
        if identifier in forward:
            return answer(site, _joined(path, forward[identifier]), steps - 1)
        if "" in forward:
            target = _joined(path, forward[""])
            return answer(site, target if "#" in target or not identifier else f"{target}#{identifier}", steps - 1)
    removed = "noindex" in text and not forward  # a removed page: its notice answers for all of it
    return address if not identifier or removed or f'id="{identifier}"' in text else None


def _joined(path: str, href: str) -> str:
    return urljoin(f"https://site.example/{path}", href).removeprefix("https://site.example/")


def test_every_page_id_and_short_address_answers(site, project):
    every = addresses(project)
    assert len(every) > 1000
    assert [address for address in every if answer(site, address) is None] == []


def test_every_file_for_programs_and_for_keeping_answers(site, project):
    files = ["api/v1/schema.json", *(f"api/v1/{kind}.json" for kind in ("claims", "sources", "regions", "authorities", "milestones"))]
    for language in project.languages:
        files += [project.prefix(language) + "feed.xml", project.prefix(language) + "handout/", single_file(language)]
        files += [f"cards/{item.name}" for item in card.cards(project)]
    files += [f"{address.rstrip('/')}/code.svg" for address in addresses(project) if address.startswith("go/")]
    assert [name for name in files if answer(site, name) is None] == []


def test_what_was_published_stays_in_the_register(root):
    """Everything a line of the register ever said, as far back as this copy's history goes, it still says."""
    log = subprocess.run(["git", "log", "-p", "--format=", "--", "docs/records/published-ids.yml"],
                         cwd=root, check=False, capture_output=True, encoding="utf-8")
    if log.returncode:
        pytest.skip("no history: this copy was not made by git")
    lines = set((root / "docs/records/published-ids.yml").read_text("utf-8").splitlines())
    once = {line[1:] for line in log.stdout.splitlines() if re.match(r"[+-](  - |[a-z0-9/-]+(\.md|/):)", line)}
    assert {line for line in once if line.removesuffix(" []") not in {known.removesuffix(" []") for known in lines}} == set()


@pytest.fixture(scope="module")
def renamed(root: Path, tmp_path_factory) -> Project:
    """The guide after two pages and two ids were renamed by the command, and two sections and a record went by hand; built."""
    copy = tmp_path_factory.mktemp("renamed")
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "budget.yml"):
        shutil.copy(root / name, copy)
    environment = {**os.environ, "PYTHONPATH": str(copy / "scripts"), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}

    def run(code: str) -> None:
        done = subprocess.run([sys.executable, "-c", code], cwd=copy, env=environment, check=False, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr
        assert "WARNING" not in done.stderr, done.stderr

    run(RENAME)
    for language in languages(copy):
        for name, old, new in (("about", " {#about-verify}", " {#about-check}"), ("data-used", " {#used-table}", " {#used-items}")):
            path = copy / f"docs/{language}/{name}.md"
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        path = copy / f"docs/{language}/legal.md"
        path.write_text(path.read_text("utf-8").replace("#about-verify", "#about-check"), "utf-8")
    terms = copy / "docs/records/glossary.yml"
    terms.write_text(terms.read_text("utf-8").replace("\ndpo:\n", "\ndata-officer:\n"), "utf-8")
    with (copy / "docs/records/redirects.yml").open("a", encoding="utf-8") as file:
        file.write(REMOVED)
    register = copy / "docs/records/published-ids.yml"
    text = register.read_text("utf-8").replace("  - about-verify\n", "  - about-verify\n  - about-check\n")
    register.write_text(text.replace("  - used-table\n", "  - used-table\n  - used-items\n"), "utf-8")
    environment["REGISTER_IDS"] = "1"
    run(BUILD)
    codes = languages(copy)
    return load(copy, codes, codes[0], os.environ.get("SITE_URL") or "https://guide.example/", {})


def test_after_renaming_every_address_still_answers(renamed, project):
    site = renamed.root / "site"
    assert set(addresses(project)) < set(addresses(renamed)), "the register forgot something"
    assert [address for address in addresses(renamed) if answer(site, address) is None] == []
    for old, new in (
        ("opt-out/web/", "opt-out/desktop/"), ("en/opt-out/web/#web-verify", "en/opt-out/desktop/#web-verify"), ("computer/", "opt-out/desktop/"),
        ("en/timeline/", "en/opt-out/when/"), ("faq/#faq-cv", "faq/#faq-cv"),
    ):
        assert answer(site, old) == new


def test_an_old_id_stands_at_its_heading_or_points_to_where_its_subject_is(renamed):
    site = renamed.root / "site"
    for path, old, new in (("opt-out/desktop", "web-switch", "web-toggle"), ("en/faq", "faq-cv", "faq-resume")):
        text = (site / path / "index.html").read_text("utf-8")
        assert re.search(rf'<div class="heading"><moved-section [^>]*data-to="#{new}" id="{old}"></moved-section><h2[^>]* id="{new}"', text), path
    assert re.search(r'<moved-section [^>]*data-to="\.\./data-excluded/#excluded-table" id="used-table"><p>This passage is now elsewhere. '
                     r'<a href="\.\./data-excluded/#excluded-table">Read “Item by item”</a>', (site / "en/data-used/index.html").read_text("utf-8"))
    assert re.search(r'data-to="#term-data-officer" id="term-dpo"><p>This passage is now elsewhere. <a href="#term-data-officer">',
                     (site / "en/rights/index.html").read_text("utf-8")), "a record's too"
    removed = re.search(r'<moved-section ([^>]*)><p>Ce passage a été retiré. <a href="\.\./sources/">', (site / "about/index.html").read_text("utf-8"))
    assert 'id="about-verify"' in removed[1] and "data-to" not in removed[1], "readers see why before they go on"


def test_a_tick_is_kept_under_the_first_name_of_its_step(renamed):
    for path in ("opt-out/desktop", "checklist", "en/checklist"):
        assert 'data-key="opt-out/web#web-switch"' in (renamed.root / "site" / path / "index.html").read_text("utf-8")


def test_hosts_are_told_what_moved(renamed):
    site, at = renamed.root / "site", urlsplit(renamed.site_url).path
    rules = (site / "_redirects").read_text("utf-8").splitlines()
    assert f"{at}opt-out/web/ {at}opt-out/desktop/ 301" in rules and f"{at}en/computer/ {at}en/opt-out/desktop/ 301" in rules and len(rules) == 6
    assert f"location = {at}en/timeline/ {{ return 308 {at}en/opt-out/when/; }}" in (site / "_nginx.conf").read_text("utf-8")


def test_a_page_at_an_old_address_is_whole_without_a_script(renamed):
    text = (renamed.root / "site/en/opt-out/web/index.html").read_text("utf-8")
    assert '<html lang="en">' in text and '<meta name="robots" content="noindex">' in text
    assert f'<link rel="canonical" href="{renamed.site_url}en/opt-out/desktop/">' in text
    assert '<noscript><meta http-equiv="refresh" content="0; url=../../../en/opt-out/desktop/"></noscript>' in text
    assert "<h1>This page has a new address</h1>" in text and '<a class="action" href="../../../en/opt-out/desktop/" data-forward>' in text
    assert "style=" not in text and not re.search(r"<script(?![^>]*\bsrc=)", text)


def test_old_short_addresses_lead_to_the_step_under_its_new_name(renamed):
    site = renamed.root / "site"
    assert (site / "go/web-switch/index.html").read_text("utf-8") == (site / "go/web-toggle/index.html").read_text("utf-8")
    assert "opt-out/desktop/#web-toggle" in (site / "go/web-switch/index.html").read_text("utf-8")
