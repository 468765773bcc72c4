"""The region finder: what holds in each place, for the place the reader names; a list of links without scripts."""

from __future__ import annotations

import pytest
from guide.content import dates
from test_accessibility import violations
from test_reply_deadline import places, press_until

PATHS = {"fr": "regions/", "en": "en/regions/"}
# What is shown of each place, chosen in turn.
ANSWERS = """places => Object.fromEntries(places.map(place => {
  const field = document.getElementById("finder-place"), links = (selector) => [...document.querySelectorAll(selector)];
  field.value = place;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, {bubbles: true}));
  return [place, {facts: document.querySelector(".finder-facts").innerText, all: document.querySelector("region-finder").innerText,
    named: links(".finder-facts a").map(link => [link.innerText, link.href]), links: links(".finder-links a").map(link => link.href)}];
}))"""


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.engines(language="fr")
def test_every_place(reader, project, language):
    """Since when, which company, which law, which authority, and guides that exist."""
    page, targets = reader(PATHS[language]), set()
    for place, shown in page.evaluate(ANSWERS, list(places(project))).items():
        region, authority = places(project)[place]
        facts = shown["facts"].replace("\u00a0", " ")
        since = project.records.milestones[region["since"]]["date"]
        for text in (dates.in_words(since, language), *(region[field][language] for field in
                     ("controller", "law", "answer_limit"))):
            assert text.replace("\u00a0", " ") in facts, place
        assert [name for name, _ in shown["named"]] == ([authority["name"][language]] if authority else []), place
        assert all(link.endswith(f"rights/#authority-{authority.id}") for _, link in shown["named"]), place
        targets.update(shown["links"], *[links for _, *links in shown["named"]])
        assert "{" not in shown["all"], place
    assert page.locator("region-finder [role=status]").count() == 1
    assert targets
    names: dict[str, set[str]] = {}
    for target in targets:
        names.setdefault(target.partition("#")[0], set()).add(target.partition("#")[2])
    for target, wanted in names.items():
        page.goto(target)
        assert wanted - {""} <= set(page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")), target


@pytest.mark.engines
def test_by_keyboard_alone(reader, project):
    """Reach the list, type the start of a name, go on to the first guide."""
    page = reader("regions/", width=320)
    page.locator("#finder-place").focus()
    page.keyboard.type("Belg")
    assert project.records.authorities["be"]["name"]["fr"] in page.locator(".finder-facts").inner_text()
    press_until(page, ".finder-links a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/opt-out/")


@pytest.mark.parametrize("language, width", [("fr", 320), ("en", 1280)])
def test_named_and_legible(reader, project, language, width):
    """A label, a target of 24 px, nothing for axe to say, no sideways scrolling; an emptied choice empties the
    answer."""
    page = reader(PATHS[language], width=width)
    field = page.get_by_label(project.strings[language]["finder_label"], exact=True)
    assert field.bounding_box()["height"] >= 24
    field.select_option("ee")
    assert violations(page, within="region-finder") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    field.select_option("")
    assert page.locator(".finder-facts").inner_text() == "" and page.locator(".finder-links").inner_text() == ""


def test_without_scripts(reader, project):
    """No form; every place in a list, each leading to a section of the page."""
    page = reader("en/regions/", java_script_enabled=False)
    assert not page.locator("region-finder form").is_visible()
    links = page.locator(".finder-list a")
    assert links.count() == len(places(project))
    for name in links.evaluate_all("links => [...new Set(links.map((link) => link.hash.slice(1)))]"):
        assert page.locator(f"[id='{name}']").count() == 1


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.engines(language="en")
def test_the_authority_of_a_country(reader, project, language):
    """Rights begin with the reader's place: its authority, law and time limit, as the table has them; without a script,
    the table."""
    path = PATHS[language].replace("regions", "rights")
    page = reader(path, width=320)
    for name in ("be", "uk", "qc"):
        record = project.records.authorities[name]
        page.get_by_label(project.strings[language]["finder_label"], exact=True).select_option(f"authority-{name}")
        facts = page.locator("authority-finder [role=status]")
        for field in ("name", "law", "answer_limit"):
            assert record[field][language].replace("\u00a0", " ") in facts.inner_text().replace("\u00a0", " ")
        page.goto(facts.locator("a[href^='#']").evaluate("link => link.href"))
        assert page.locator(":target").is_visible()
    assert violations(page, within="authority-finder") == []
    page = reader(path, java_script_enabled=False)
    assert not page.locator("authority-finder form").is_visible() and page.locator("#authority-be a").first.is_visible()


def test_is_light(site):
    """The element's share of a page, compressed: little enough for any page that wants it."""
    import brotli

    for path in PATHS.values():
        html = (site / path / "index.html").read_text("utf-8")
        part = html[html.index("<region-finder"):html.index("</region-finder>")]
        assert len(brotli.compress(part.encode())) < 4096
