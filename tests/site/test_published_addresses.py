"""Every address ever published answers in the built site, directly or by leading on; and does so after pages and ids
were renamed.

The copy that has them renamed is built for a folder of its host, as on GitHub Pages: nothing it says or asks for lies
outside that folder, all of it is there. (`SITE_URL=https://host.example/project/ python3 scripts/dev.py test` asks the
same of every other test; this is in each run.)
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from guide.content.addresses import SHORT, published
from guide.content.languages import languages
from guide.content.pages import page_url
from guide.content.project import Project, load
from guide.publish.html import Document, documents, sources
from guide.publish.policy import single_file
from guide.render import card
from selectolax.lexbor import LexborHTMLParser

# The command, then a build without the pictures for posts, which take longest, and without the budget: longer names
# weigh more.
RENAME = """
from guide.__main__ import main
for arguments in ("page opt-out/web computer", "id computer#web-switch web-toggle", "page computer opt-out/desktop", "id faq#faq-cv faq-resume",
                  "page timeline opt-out/when"):
    assert main("rename", dict(zip(("kind", "old", "new"), arguments.split()))) == 0
"""
BUILD = """
from guide.rules.built import OF_THE_SITE
from guide.publish import cards, redirects
from mkdocs.__main__ import cli
cards.write = redirects.keep_cards = lambda project, site: None
del OF_THE_SITE["weight"]
cli(["build", "--strict", "--site-dir", "site"])
"""
ADDRESS = "https://host.example/project/"
HOST = ADDRESS.removesuffix("project/")
TOLD = {"EDIT_URL": "https://code.example/edit/main/docs/", "SOURCE_COMMIT": "0455d0a", "PUBLISHER_NAME": "A <b> & C",
        "HOST_NAME": "A host"}
NAMED = "href", "src", "srcset", "action", "poster", "cite", "content"
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
STARTS = re.compile(r"\.{1,2}/|/(?!/)|" + re.escape(HOST))
REMOVED = """
about.md#about-verify:
  to: sources.md
  why: {fr: Ce passage a été retiré., en: This passage was removed.}

data-used.md#used-table:
  to: data-excluded.md#excluded-table

glossary.md#term-dpo:
  to: glossary.md#term-data-officer
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
    """Where the address leads in the end; None where it leads to nothing. An id is there, or its page says the page is
    elsewhere."""
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
    files = ["api/v1/schema.json",
             *(f"api/v1/{kind}.json" for kind in ("claims", "sources", "regions", "authorities", "milestones"))]
    for language in project.languages:
        files += [project.prefix(language) + "feed.xml", single_file(language)]
        files += [project.prefix(language) + sheet for sheet in ("handout/", "kit/poster/", "kit/flyers/")]
        files += [f"cards/kit-slide.{language}.png"]
        files += [f"cards/{item.name}" for item in card.cards(project)]
    files += [f"{address.rstrip('/')}/code.svg" for address in addresses(project) if address.startswith("go/")]
    assert [name for name in files if answer(site, name) is None] == []


@pytest.mark.skipif(not shutil.which("git"), reason="no git on this machine")
def test_what_was_published_stays_in_the_register(root):
    """Everything a line of the register ever said, as far back as this copy's history goes, it still says."""
    log = subprocess.run(["git", "log", "-p", "--format=", "--", "docs/records/published-ids.yml"],
                         cwd=root, check=False, capture_output=True, encoding="utf-8")
    if log.returncode:
        pytest.skip("no history: this copy was not made by git")
    lines = set((root / "docs/records/published-ids.yml").read_text("utf-8").splitlines())
    once = {line[1:] for line in log.stdout.splitlines() if re.match(r"[+-](  - |[a-z0-9/-]+(\.md|/):)", line)}
    assert {line for line in once
            if line.removesuffix(" []") not in {known.removesuffix(" []") for known in lines}} == set()


@pytest.fixture(scope="module")
def renamed(root: Path, tmp_path_factory) -> Project:
    """The guide after two pages and two ids were renamed by the command, and two sections and a record went by hand;
    built for ADDRESS."""
    copy = tmp_path_factory.mktemp("renamed")
    for name in ("docs", "overrides", "scripts"):
        shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "budget.yml"):
        shutil.copy(root / name, copy)
    environment = {**os.environ, "PYTHONPATH": str(copy / "scripts"), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1",
                   "PYTHONDONTWRITEBYTECODE": "1",
                   "SITE_URL": ADDRESS, **TOLD}

    def run(code: str) -> None:
        done = subprocess.run([sys.executable, "-c", code], cwd=copy, env=environment, check=False, capture_output=True,
                              encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr
        assert "WARNING" not in done.stderr, done.stderr

    run(RENAME)
    for language in languages(copy):
        for name, old, new in (("about", " {#about-verify}", " {#about-check}"),
                               ("data-used", " {#used-table}", " {#used-items}")):
            path = copy / f"docs/{language}/{name}.md"
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        path = copy / f"docs/{language}/legal.md"
        path.write_text(path.read_text("utf-8").replace("#about-verify", "#about-check"), "utf-8")
    terms = copy / "docs/records/glossary.yml"
    terms.write_text(terms.read_text("utf-8").replace("\ndpo:\n", "\ndata-officer:\n"), "utf-8")
    led = copy / "docs/records/redirects.yml"
    led.write_text(led.read_text("utf-8").replace("to: glossary.md#term-dpo\n", "to: glossary.md#term-data-officer\n"), "utf-8")
    with (copy / "docs/records/redirects.yml").open("a", encoding="utf-8") as file:
        file.write(REMOVED)
    register = copy / "docs/records/published-ids.yml"
    text = register.read_text("utf-8").replace("  - about-verify\n", "  - about-verify\n  - about-check\n")
    register.write_text(text.replace("  - used-table\n", "  - used-table\n  - used-items\n"), "utf-8")
    environment["REGISTER_IDS"] = "1"
    run(BUILD)
    codes = languages(copy)
    return load(copy, codes, codes[0], ADDRESS, {})


def test_after_renaming_every_address_still_answers(renamed, project):
    site = renamed.root / "site"
    assert set(addresses(project)) < set(addresses(renamed)), "the register forgot something"
    assert [address for address in addresses(renamed) if answer(site, address) is None] == []
    for old, new in (
        ("opt-out/web/", "opt-out/desktop/"), ("en/opt-out/web/#web-verify", "en/opt-out/desktop/#web-verify"),
        ("computer/", "opt-out/desktop/"),
        ("en/timeline/", "en/opt-out/when/"), ("faq/#faq-cv", "faq/#faq-cv"),
    ):
        assert answer(site, old) == new


def test_an_old_id_stands_at_its_heading_or_points_to_where_its_subject_is(renamed):
    site = renamed.root / "site"
    for path, old, new in (("opt-out/desktop", "web-switch", "web-toggle"), ("en/faq", "faq-cv", "faq-resume")):
        text = (site / path / "index.html").read_text("utf-8")
        assert re.search(rf'<div class="heading"><moved-section [^>]*data-to="#{new}" '
                         rf'id="{old}"></moved-section><h2[^>]* id="{new}"', text), path
    assert re.search(r'<moved-section [^>]*data-to="" id="used-table"><p>This '
                     r'passage is now elsewhere. '
                     r'<a href="\.\./data-excluded/#excluded-table">Read “Item by item”</a>',
                     (site / "en/data-used/index.html").read_text("utf-8"))
    assert re.search(r'data-to="" id="term-dpo"><p>This passage is now elsewhere. <a '
                     r'href="#term-data-officer">',
                     (site / "en/glossary/index.html").read_text("utf-8")), "a record's too"
    removed = re.search(r'<moved-section ([^>]*)><p>Ce passage a été retiré. <a href="\.\./sources/">',
                        (site / "about/index.html").read_text("utf-8"))
    assert 'id="about-verify"' in removed[1] and "data-to" not in removed[1], "readers see why before they go on"


def test_a_tick_is_kept_under_the_first_name_of_its_step(renamed):
    for path in ("opt-out/desktop", "checklist", "en/checklist"):
        assert 'data-key="opt-out/web#web-switch"' in (renamed.root / "site" / path / "index.html").read_text("utf-8")


def test_hosts_are_told_what_moved(renamed):
    site, at = renamed.root / "site", urlsplit(renamed.site_url).path
    rules = (site / "_redirects").read_text("utf-8").splitlines()
    assert (f"{at}opt-out/web/ {at}opt-out/desktop/ 301" in rules
            and f"{at}en/computer/ {at}en/opt-out/desktop/ 301" in rules and len(rules) == 6)
    assert (f"location = {at}en/timeline/ {{ return 308 {at}en/opt-out/when/; }}" in (site / "_nginx.conf").read_text("utf-8"))


def test_a_page_at_an_old_address_is_whole_without_a_script(renamed):
    text = (renamed.root / "site/en/opt-out/web/index.html").read_text("utf-8")
    assert '<html lang="en">' in text and '<meta name="robots" content="noindex">' in text
    assert f'<link rel="canonical" href="{renamed.site_url}en/opt-out/desktop/">' in text
    assert '<noscript><meta http-equiv="refresh" content="0; url=../../../en/opt-out/desktop/"></noscript>' in text
    assert ("<h1>This page has a new address</h1>" in text
            and '<a class="action" href="../../../en/opt-out/desktop/" data-forward>' in text)
    assert "style=" not in text and not re.search(r"<script(?![^>]*\bsrc=)", text)


def test_old_short_addresses_lead_to_the_step_under_its_new_name(renamed):
    site = renamed.root / "site"
    assert ((site / "go/web-switch/index.html").read_text("utf-8") == (site / "go/web-toggle/index.html").read_text("utf-8"))
    assert "opt-out/desktop/#web-toggle" in (site / "go/web-switch/index.html").read_text("utf-8")


def asked_for(document: Document) -> Iterator[str]:
    """Everything in a page that leads somewhere: by the attribute's name or, for what scripts use, its look."""
    for element in document.elements:
        for name, value in element.attributes.items():
            first = value.split(" ")[0]  # of a srcset
            if STARTS.match(value) or name in NAMED and element.tag != "meta" and value and not value.startswith("#"):
                yield first


def home(path: str) -> str:
    """The address a page is read at. The 404 page answers at any, the deepest included."""
    return ADDRESS + ("en/no/such/page/" if path == "404.html" else path.removesuffix("index.html"))


def is_there(site: Path, address: str) -> bool:
    """Whether the site holds what an address below its folder asks for."""
    path = unquote(urlsplit(address).path).removeprefix(urlsplit(ADDRESS).path)
    return (site / path / "index.html" if path.endswith("/") or not path else site / path).is_file()


def test_every_address_in_every_page_lies_in_the_folder_and_is_there(renamed):
    built = renamed.root / "site"
    pages = documents(built)
    assert {"404.html", "index.html", "en/index.html"} <= pages.keys() and any(path.startswith("go/") for path in pages)
    wrong, seen = [], 0
    for path, document in pages.items():
        for value in asked_for(document):
            address = urljoin(home(path), value)
            if not address.startswith(HOST):
                continue
            seen += 1
            if not address.startswith(ADDRESS) or "/cards/" not in address and not is_there(built, address):
                wrong.append(f"{path}: {value}")
    assert seen > 1000 and not wrong, "\n".join(sorted(set(wrong)))


def test_what_pages_say_of_themselves_names_the_folder(renamed):
    """Canonical, hreflang, cards and structured data are absolute; others go by nothing else."""
    for path, document in documents(renamed.root / "site").items():
        for element in document.all("link", "meta"):
            alternate = element.get("hreflang") and not element.get("type")
            if element.get("rel") == "canonical" or alternate or element.get("property") in ("og:url", "og:image"):
                assert (element.get("href") or element.get("content") or "").startswith(ADDRESS), path
            if element.get("rel") == "canonical" and path in sources(renamed):
                assert element.get("href") == home(path), path
        for element in document.all("script"):
            if element.get("type") == "application/ld+json":
                text = element.text_as_is()
                assert f'"{ADDRESS}' in text and "guide.example" not in text, path
                json.loads(text)


def test_feeds_sitemap_robots_and_interface_name_the_folder(renamed):
    built = renamed.root / "site"
    locations = [element.text for element in etree.parse(built / "sitemap.xml").iter(LOCATION)]
    assert len(locations) == len(renamed.pages) + 2 * len(renamed.records.claims)
    assert all(address.startswith(ADDRESS) and is_there(built, address) for address in locations)
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (built / "robots.txt").read_text("utf-8")
    for path in [*built.rglob("feed.xml"), *built.glob("api/**/*.json"), *built.glob("guide-*.html")]:
        text = path.read_text("utf-8")
        assert "guide.example" not in text, path.name
        for address in re.findall(re.escape(HOST) + r"[^\s\"'<>#]*", text):
            assert address.startswith(ADDRESS) and is_there(built, address), f"{path.name}: {address}"


def test_scripts_and_styles_ask_for_nothing_from_the_root_of_the_host(renamed):
    built = renamed.root / "site"
    files = [*built.glob("assets/*.js"), *built.glob("assets/*.css")]
    assert files
    for path in files:
        assert not re.findall(r"""url\(["']?/|(?:import\(|fetch\(|from |href ?= ?|src ?= ?|open\()["'`]/""",
                              path.read_text("utf-8")), path.name


def test_host_files_are_for_the_folder(renamed):
    nginx = (renamed.root / "site" / "_nginx.conf").read_text("utf-8")
    assert "error_page 404 /project/404.html;" in nginx
    assert all(re.match(r"location (\^~ |= )?/project/", line) for line in nginx.splitlines()
               if line.startswith("location"))


def test_pages_say_what_the_environment_says_of_the_copy(renamed):
    """Who publishes it and made of what, and where each page can be improved; untold: test_edit_links.py."""
    site = renamed.root / "site"
    for page in renamed.pages:
        folder = site / renamed.prefix(page.language) / page_url(page.name)
        html = LexborHTMLParser((folder / "index.html").read_text("utf-8"))
        assert [link.attributes["href"]
                for link in html.css("a.edit")] == [f"{TOLD['EDIT_URL']}{page.language}/{page.name}"], page.path
    legal = "".join((site / name / "index.html").read_text("utf-8") for name in ("legal", "about"))
    assert all(words in legal for words in ("A &lt;b&gt; &amp; C", "A host", "<code>0455d0a</code>"))
