"""The proof of the exit route: what counts as a lost address, and that the face needs nothing of the theme. No other
generator is run."""

from __future__ import annotations

import re

import pytest
from commands.exit_route import LOCK, different, themeless
from commands.system import Failure


def test_every_file_that_is_not_the_same_is_a_line():
    ours = {"1  a", "1  b", "1  gone"}
    assert different(ours, ours) == [] and different(ours, {"1  a", "2  b", "1  new"}) == ["b", "gone", "new"]


def test_the_configuration_still_has_what_is_changed_for_another_generator(root):
    text = (root / "mkdocs.yml").read_text("utf-8")
    without = themeless(text)
    assert not re.search(r"^  name: material", without, re.M) and "custom_dir: overrides" in without
    with pytest.raises(Failure, match="exit_route.py"):
        themeless("theme:\n  name: other\n")


def test_the_other_generator_gets_the_packages_the_site_is_built_with(root):
    """Else a difference could be a package's. Only the generator, the theme and what they alone need may be missing."""
    ours = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (root / "requirements/site.txt").read_text("utf-8"), re.M))
    theirs = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", LOCK.read_text("utf-8"), re.M))
    assert {name: theirs[name] for name in theirs.keys() & ours} == {name: ours[name] for name in theirs.keys() & ours}


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
    there = re.findall(r"^([a-z0-9._-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)
    assert set(asked) - {"mkdocs-material"} <= set(there)
