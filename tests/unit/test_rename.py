"""A page or a heading id renamed: everything that names it follows, and the old address leads on."""

from __future__ import annotations

import pytest
from guide.content import translations
from guide.content.addresses import MOVED, arrivals, first_keys
from guide.content.faults import GuideError
from guide.content.pages import Page
from guide.desk import rename
from guide.rules.source import source_faults

MENU = "site_name: Tiny\nnav:\n  - index.md\n  - group:\n      - second.md\n"


@pytest.fixture
def guide(guide):
    """A sound tiny guide whose pages link to each other and whose template names a page."""
    for language in ("fr", "en"):
        guide.append(f"docs/{language}/index.md",
                     "\n[Lire](second.md#second-one), [lire](second.md) et [ici](#index-two).\n\n[là]: "
                     "second.md#second-two")
        guide.append(f"docs/{language}/second.md", "\n[Lire](index.md#index-one) et [ici](#second-one).")
    guide.write("overrides/main.html",
                """<a href="{{ link('second.md', 'second-two') }}">{{ t.language_name }}</a> {{ t("zones") }}\n""")
    return guide


def sound(guide) -> list[str]:
    return [str(fault) for fault in source_faults(guide.project())]


def page(guide, old: str, new: str) -> None:
    rename.rename_page(guide.project(), old, new).apply()


def heading(guide, place: str, new: str) -> None:
    rename.rename_id(guide.project(), place, new).apply()


def test_a_page_is_renamed_everywhere(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/index.md", "description:", "next: second.md\ndescription:")
    page(guide, "second", "folder/other")
    assert sound(guide) == []
    assert not (guide.root / "docs/fr/second.md").exists()
    assert ("[Lire](folder/other.md#second-one), [lire](folder/other.md) et [ici](#index-two)" in guide.read("docs/fr/index.md"))
    assert "[là]: folder/other.md#second-two" in guide.read("docs/en/index.md")
    assert "\nnext: folder/other.md\n" in guide.read("docs/en/index.md")
    assert "[Lire](../index.md#index-one) et [ici](#second-one)" in guide.read("docs/en/folder/other.md")
    assert guide.read("mkdocs.yml").startswith(MENU.replace("second.md", "folder/other.md"))
    assert "link('folder/other.md', 'second-two')" in guide.read("overrides/main.html")
    assert "folder/other.md:\n  - second-one\n  - second-two\n" in guide.read("docs/records/published-ids.yml")
    assert "\nsecond.md:\n  - second-one\n" in guide.read("docs/records/published-ids.yml"), ("what was published stays in the register")
    assert guide.read(MOVED).endswith("\n\nsecond.md:\n  to: folder/other.md\n")


def test_only_what_changed_is_written_and_its_lines_end_as_they_did(guide):
    """As on Windows, where Git or an editor may end every line with two signs."""
    for path in (path for path in guide.root.rglob("*") if path.suffix in (".md", ".yml", ".html")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    edits = rename.rename_id(guide.project(), "second#second-two", "second-end")
    edits.apply()
    assert sorted(edits.texts) == ["docs/en/index.md", "docs/en/second.md", "docs/fr/index.md", "docs/fr/second.md",
                                   "docs/records/published-ids.yml",
                                   MOVED, "docs/records/translations.lock", "overrides/main.html"]
    assert b"{#second-end}\r\n" in (guide.root / "docs/fr/second.md").read_bytes()


def test_an_id_is_renamed_everywhere(guide):
    heading(guide, "second#second-two", "second-end")
    heading(guide, "second#second-one", "second-begin")
    assert sound(guide) == []
    assert ("{#second-begin .step}" in guide.read("docs/fr/second.md")
            and "[ici](#second-begin)" in guide.read("docs/fr/second.md"))
    assert "[Lire](second.md#second-begin), [lire](second.md)" in guide.read("docs/en/index.md")
    assert "link('second.md', 'second-end')" in guide.read("overrides/main.html")
    assert ("second.md#second-one:\n  to: second.md#second-begin\n\ngo/second-one/:\n  to: go/second-begin/\n" in guide.read(MOVED))


def test_a_second_renaming_leads_the_first_address_on(guide):
    page(guide, "second", "third")
    heading(guide, "third#second-one", "third-one")
    page(guide, "third", "fourth")
    assert sound(guide) == []
    text = guide.read(MOVED)
    for entry in ("second.md:\n  to: fourth.md", "third.md:\n  to: fourth.md",
                  "third.md#second-one:\n  to: fourth.md#third-one", "go/second-one/:\n  to: go/third-one/"):
        assert entry in text
    # A reader's tick is kept under the first name, and an old id lands on the heading.
    assert first_keys(guide.project())["fourth#third-one"] == "second#second-one"
    assert [(item.id, item.before, item.title)
            for item in arrivals(guide.project(), "fourth.md", "fr")] == [("second-one", "third-one", "")]


def test_a_name_given_back_has_no_redirect_any_more(guide):
    page(guide, "second", "third")
    page(guide, "third", "second")
    assert (sound(guide) == [] and "\nsecond.md:" not in guide.read(MOVED)
            and "third.md:\n  to: second.md" in guide.read(MOVED))


def test_an_id_that_went_to_another_page_points_there_from_where_it_stood(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/index.md", " {#index-one .step}", " {#index-new .step}")
    guide.write(MOVED, "index.md#index-one:\n  to: second.md#second-two\n")
    arrival, = arrivals(guide.project(), "index.md", "en")
    assert (arrival.id, arrival.page, arrival.fragment, arrival.title,
            arrival.before) == ("index-one", "second.md", "second-two", "The end", "index-two")


def test_a_page_name_that_cannot_be(guide, subtests):
    project = guide.project()
    for old, new, words in (
        ("third", "fourth", "third.md: is no page"), ("index", "home", "is the home page"),
        ("second", "index", "docs/fr/index.md: exists already"),
        ("second", "Second page", "Second page.md: is no name for a page"),
        ("second", "go/second", "the site keeps go/ for something else"),
        ("second", "en/second", "the site keeps en/"),
    ):
        with subtests.test(f"{old} → {new}"), pytest.raises(GuideError, match=words):
            rename.rename_page(project, old, new)


def test_an_id_that_cannot_be(guide, subtests):
    project = guide.project()
    for place, new, words in (
        ("second#nothing", "second-three", "second.md#nothing: is no heading"),
        ("second", "second-three", "is no heading"),
        ("second#second-one", "index-one", r"docs/fr/index.md:10: has the id index-one already"),
        ("second#second-two", "second-one", "has the id second-one already"),
        ("second#second-two", "Two", "Two: is no id"), ("second#second-two", "2-steps", "start with a letter"),
    ):
        with subtests.test(f"{place} → {new}"), pytest.raises(GuideError, match=words):
            rename.rename_id(project, place, new)


def test_a_name_that_other_readers_have_links_to_is_not_given_again(guide):
    heading(guide, "second#second-two", "second-end")
    guide.edit(MOVED, "to: second.md#second-end", "to: index.md")
    with pytest.raises(GuideError, match="second-two was published for something else"):
        heading(guide, "second#second-end", "second-two")


def test_code_and_addresses_elsewhere_are_left_alone():
    text = ("---\ntitle: x\n---\n\n`[x](a.md)` [x](https://a.example/a.md) "
            "[y](../assets/p.svg)\n\n```\n[x](a.md)\n```\n[x\ny](a.md)\n")
    page = Page("folder/b.md", "en", "docs/en/folder/b.md", text)
    moved = rename.relinked(page, "b.md", lambda place: place)
    assert ("`[x](a.md)` [x](https://a.example/a.md) [y](assets/p.svg)" in moved and "```\n[x](a.md)" in moved
            and "y](folder/a.md)" in moved)


def test_what_a_person_must_judge_is_listed(guide):
    guide.write("README.md", "# x\n\nSee second.md and /second/ but not second-hand.\n\nAnd /second-rate/.\n")
    edits = rename.rename_page(guide.project(), "second", "third")
    assert rename.mentions(guide.project(), edits, "second.md") == ["README.md:3"]


def test_what_was_compared_stays_compared(guide):
    (guide.root / translations.PATH).unlink()
    translations.register(guide.project(), "2026-11-22")
    page(guide, "second", "folder/other")
    heading(guide, "index#index-two", "index-end")
    project = guide.project()
    lock, current = translations.read(guide.root), translations.pairs(project.pages, project.languages)
    assert lock.keys() == current.keys() and translations.differences(lock, current) == []
    guide.edit("docs/en/folder/other.md", "## The end", "## The very end")
    page(guide, "folder/other", "third")
    project = guide.project()
    behind = translations.differences(translations.read(guide.root),
                                      translations.pairs(project.pages, project.languages))
    assert [("#".join(item.key[:2]), item.changed)
            for item in behind] == [("third.md#second-two", ("en",))], "what was behind stays behind"
