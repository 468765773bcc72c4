"""The colours of overrides/assets/css/tokens.css, by name, for what is drawn outside a browser and for the computing of
contrast.

A set of colours is one look of the site: "light", "dark", "hero" (the ground of the home page's opening, the same in
both schemes), and "more light" and "more dark" for readers who ask their system for more contrast.
"""

import re
from pathlib import Path

FILE = Path(__file__).resolve().parents[3] / "overrides/assets/css/tokens.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_BLOCK = re.compile(r"(?:^|(?<=[{}]))\s*(:root|\.hero)\s*\{([^{}]*)\}")
_COLOUR = re.compile(r"--([a-z-]+):\s*(?:light-dark\(\s*(#[0-9a-f]{3,6})\s*,\s*(#[0-9a-f]{3,6})\s*\)|(#[0-9a-f]{3,6}))")


def colours(css: str) -> dict[str, dict[str, str]]:
    """The sets of colours in the text of tokens.css: six digits by name, in each set all names of the page, changed
    where the set says so. Raises ValueError where the file has not the blocks it is known by: `:root`, `.hero`, and
    `:root` for more contrast."""
    css, _, more = _COMMENT.sub("", css).partition("@media (prefers-contrast: more)")
    page, hero, wanted = _block(css, ":root"), _block(css, ".hero"), _block(more[more.find("{") + 1:], ":root")
    light, dark = ({name: pair[index] for name, pair in page.items()} for index in (0, 1))
    return {
        "light": light, "dark": dark, "hero": dark | {name: pair[1] for name, pair in hero.items()},
        "more light": light | {name: pair[0] for name, pair in wanted.items()},
        "more dark": dark | {name: pair[1] for name, pair in wanted.items()}}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours of six digits, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + .05) / (darker + .05)


def _luminance(colour: str) -> float:
    """Relative luminance, of sRGB (WCAG 2.2, definition of relative luminance)."""
    parts = (int(colour[index:index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= .04045 else ((part + .055) / 1.055) ** 2.4 for part in parts)
    return .2126 * red + .7152 * green + .0722 * blue


def _block(css: str, selector: str) -> dict[str, tuple[str, str]]:
    """(light, dark) by name in the first block of this selector."""
    for found, body in _BLOCK.findall(css):
        if found == selector:
            return {name: (_six(light or both), _six(dark or both)) for name, light, dark,
                    both in _COLOUR.findall(body)}
    raise ValueError(f"tokens.css: no block {selector} where it is looked for")


def _six(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])
