"""Contrast of the colours, computed from tokens.css: every pair of its table, in every look of the site, and no use
outside the table."""

from __future__ import annotations

import re

import pytest
from guide.render import tokens

ROW = re.compile(r"^ {3}([a-z-]+) on ([a-z-]+) +(3|4\.5|7)((?: +\d+\.\d){3})$", re.M)
LOOKS = "light", "dark", "hero", "more light", "more dark"
# Put to no contrast: drawn behind or around what is said otherwise (a rail beside steps, the ground of a dialog, a
# stroke of the highlighter).
DECORATION = {"line", "marigold", "veil", "shade"}


@pytest.fixture(scope="module")
def css() -> str:
    return tokens.FILE.read_text("utf-8")


def table(css: str) -> list[tuple[str, str, float, list[float]]]:
    """(colour, ground, asked, figures for light, dark and hero) of each row."""
    return [(one, ground, float(asked), [float(figure) for figure in figures.split()]) for one, ground, asked,
            figures in ROW.findall(css)]


def too_weak(css: str) -> list[str]:
    """The pairs of the table that have less contrast than is asked of them."""
    sets = tokens.colours(css)
    return [f"{one} on {ground}, {look}: {tokens.contrast(sets[look][one], sets[look][ground]):.2f}, not {asked:g}"
            for one, ground, asked,
            _ in table(css) for look in LOOKS if tokens.contrast(sets[look][one], sets[look][ground]) < asked]


def test_contrast_is_that_of_the_standard():
    """Black on white is 21 to 1; the grey that is just enough on white is well known."""
    assert tokens.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert tokens.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=.005)
    assert tokens.contrast("#0a5740", "#0a5740") == 1


def test_every_pair_has_the_contrast_asked_of_it(css):
    assert too_weak(css) == []


def test_a_pale_ink_is_refused(css):
    assert too_weak(css.replace("--ink-soft: light-dark(#484d48", "--ink-soft: light-dark(#8a8f8a")) != []


def test_words_of_the_page_reach_the_higher_level(css):
    """What is read at length stands on paper: 7 to 1 (WCAG 1.4.6)."""
    asked = {(one, ground): ratio for one, ground, ratio, _ in table(css)}
    assert all(asked[one, "paper"] == 7 for one in ("ink", "ink-soft", "action"))


def test_the_figures_of_the_table_are_true(css):
    sets = tokens.colours(css)
    for one, ground, _, figures in table(css):
        computed = [tokens.contrast(sets[look][one], sets[look][ground]) for look in ("light", "dark", "hero")]
        assert [int(ratio * 10) / 10 for ratio in computed] == figures, f"{one} on {ground}"


def test_no_colour_is_put_to_a_use_that_is_not_in_the_table(css, root):
    """A rule that writes in, or lays under words, a colour without computed contrast."""
    written, grounds = ({row[place] for row in table(css)} for place in (0, 1))
    words = {one for one, _, asked, _ in table(css) if asked >= 4.5}
    for path in sorted((root / "overrides/assets/css").rglob("*.css")):
        text = path.read_text("utf-8")
        assert set(re.findall(r"(?:[;{]| )color: var\(--([a-z-]+)\)", text)) <= words, path.name
        assert set(re.findall(r"background(?:-color)?: var\(--([a-z-]+)\)", text)) <= grounds | DECORATION, path.name
        assert set(re.findall(r"border(?:-color)?: [^;}]*var\(--([a-z-]+)\)",
                              text)) <= written | DECORATION | {"action-soft"}, path.name


def test_old_browsers_get_the_light_page(css):
    """The values for browsers without light-dark() are the light ones."""
    fallback = re.search(r"@supports not \(color: light-dark.*?\n}\n", css, re.S)[0]
    given = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", fallback))
    light = tokens.colours(css)["light"]
    assert given == {name: light[name] for name in given}
    assert set(given) == set(re.findall(r"--([a-z-]+): light-dark\(#", css.partition("@supports")[0]))


def test_the_browser_s_own_bar_has_the_colour_of_the_page(css, root):
    """theme-color is written in the head, where no token reaches."""
    head = (root / "overrides/partials/assets.html").read_text("utf-8")
    sets = tokens.colours(css)
    assert re.findall(r'name="theme-color" content="(#\w+)"', head) == [sets["light"]["paper"], sets["dark"]["paper"]]
