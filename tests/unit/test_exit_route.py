"""The proof of the exit route: what counts as a lost address, and that the face needs nothing of the theme. No other
generator is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands.exit_route import (
    LOCKS,
    WITHOUT_OURS,
    WITHOUT_THEME,
    at_the_root,
    changed,
    counted,
    ids,
    lost,
    other_bytes,
    typed_ids,
)
from commands.system import Failure

FILES = {"index.html": '<h1 id="top"><a id=b>', "en/faq/index.html": '<p id="a"><p id="b">', "404.html": "<p>",
         "a.txt": "x"}


def site(folder: Path, **other: str) -> Path:
    for name, text in {**FILES, **other}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_addresses_and_ids_of_a_site(tmp_path):
    assert ids(site(tmp_path)) == {"/": {"top", "b"}, "/en/faq/": {"a", "b"}, "/404.html": set()}


def test_the_same_site_has_no_differences(tmp_path):
    ours, theirs = site(tmp_path / "a"), site(tmp_path / "b")
    assert [*lost(ids(ours), ids(theirs)), *other_bytes(ours, theirs)] == []


def test_a_page_or_an_id_that_is_gone_is_a_line_and_one_more_is_none():
    ours = {"/": {"a", "b", "c", "d", "e"}, "/faq/": {"a"}, "/x/": set()}
    theirs = {"/": {"e"}, "/faq/": {"a", "new"}, "/new/": {"a"}}
    assert list(lost(ours, theirs)) == ["/ lacks 4 of 5 ids: a, b, c, …", "/x/ is not there"]


def test_every_other_file_is_a_line(tmp_path):
    ours, theirs = site(tmp_path / "a", gone="1"), site(tmp_path / "b", new="1", **{"a.txt": "y"})
    assert list(other_bytes(ours, theirs)) == ["a.txt has other bytes", "gone is not there", "new is new"]


def test_ids_that_the_markdown_of_pages_gives(tmp_path):
    pages = {"fr/index.md": "# T\n\n## A {#a}\n",
             "en/opt-out/index.md": "## B {#b-1 .step}\n\n### C {.x #no} {#c}\n\n[x](y.md#d) {#e}\n"}
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert typed_ids(tmp_path) == {"/fr/": {"a"}, "/en/opt-out/": {"b-1", "c"}}
    assert counted(typed_ids(tmp_path)) == "2 addresses and 3 ids"


def test_pages_of_a_folder_are_compared_with_those_at_the_root():
    assert at_the_root({"/fr/": {"a"}, "/fr/faq/": set(), "/en/": set()},
                       "fr/") == ({"/": {"a"}, "/faq/": set(), "/en/": set()}, True)
    assert at_the_root({"/": {"a"}}, "fr/") == ({"/": {"a"}}, False)


def test_the_configuration_still_has_what_is_changed_for_other_generators(root):
    text = (root / "mkdocs.yml").read_text("utf-8")
    without = changed(text, WITHOUT_THEME)
    assert "material" in text and not re.search(r"^  name: material", without,
                                                re.M) and "custom_dir: overrides" in without
    assert "overrides" not in changed(text,
                                      WITHOUT_OURS).partition("plugins:")[0].partition("theme:")[2].partition("hooks:")[0]
    with pytest.raises(Failure, match="exit_route.py"):
        changed("theme:\n  name: other\n", WITHOUT_THEME)


def test_other_generators_get_the_packages_the_site_is_built_with(root):
    """Else a difference could be a package's. Only the generator, the theme and what they alone need may be missing."""
    ours = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (root / "requirements/site.txt").read_text("utf-8"), re.M))
    for lock in LOCKS.glob("*.txt"):
        theirs = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock.read_text("utf-8"), re.M))
        assert {name: version for name, version in theirs.items()
                if name in ours} == {name: ours[name] for name in theirs if name in ours}, lock.name
        assert {"jinja2", "markdown", "pymdown-extensions"} <= theirs.keys()


def test_the_face_is_drawn_without_the_theme(root):
    """Every template that ours name is ours, so that a theme that ends takes nothing with it."""
    named = {}
    for path in sorted((root / "overrides").rglob("*.html")):
        for name in re.findall(r"""{%-?\s*(?:include|import|from|extends)\s+["']([^"']+)["']""",
                               path.read_text("utf-8")):
            named.setdefault(name, path.name)
    assert len(named) > 10
    for name, by in named.items():
        assert any((root / folder / name).is_file()
                   for folder in ("overrides", "overrides/partials/components")), f"{by} needs {name}"
    for path in (root / "overrides/assets").rglob("*.css"):
        assert not re.search(r"\.md-|--md-", path.read_text("utf-8")), f"{path.name} styles something of the theme's"


def test_the_lock_without_the_theme_holds_whatever_the_project_imports(root):
    """What is missing there stops the build of the other generator, on a day nobody has the time for it."""
    asked = re.findall(r"^([a-z][\w.-]*)", (root / "requirements/site.in").read_text("utf-8"), re.MULTILINE)
    there = re.findall(r"^([a-z0-9._-]+)==", (root / "scripts/exit_route/properdocs.txt").read_text("utf-8"), re.MULTILINE)
    assert set(asked) - {"mkdocs-material"} <= set(there)
