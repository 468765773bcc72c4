"""Short addresses before a build: which steps there are, and pictures that say the address they should."""

from __future__ import annotations

import re

import segno
from guide.content.pages import Page
from guide.publish.redirects import code, steps


def pages(*texts: tuple[str, str, str]) -> list[Page]:
    return [Page(name, language, f"docs/{language}/{name}", f"---\ntitle: A title\n---\n\n# Title\n\n{text}\n")
            for name, language, text in texts]


def with_pages(project, *texts):
    from guide.content.project import Project

    fields = {name: getattr(project, name) for name in Project.__dataclass_fields__}
    return Project(**{**fields, "pages": pages(*texts)})


def test_steps_of_every_language_meet(project):
    found = steps(with_pages(project, ("opt-out/web.md", "fr", "## Ouvrir {#web-open .step}\n\n## Autre {#other}"),
                             ("opt-out/web.md", "en", "## Open *it*, **now** {#web-open .step}")))
    assert list(found) == ["web-open"] and found["web-open"].page == "opt-out/web.md"
    assert found["web-open"].titles == {"fr": "Ouvrir",
                                        "en": "Open it, now"} and found["web-open"].guides["en"] == "A title"


def test_a_value_in_a_heading_is_written_out(project):
    found = steps(with_pages(project, ("a.md", "en", "## Press [=ai-switch] {#press .step}")))
    assert found["press"].titles["en"] == "Press " + project.records.labels["ai-switch"]["text"]["en"]


def modules(svg: str) -> list[list[bool]]:
    """The squares of a QR code drawn by rows of horizontal strokes."""
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    grid = [[False] * size for _ in range(size)]
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]*)", re.search(r'stroke="#000" d="([^"]+)"', svg)[1]):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            for column in range(int(x), int(x + values[0])):
                grid[int(y)][column] = True
            x += values[0]
        else:
            x, y = values if command == "M" else (x + values[0], y + values[1])
    return grid


def test_the_picture_holds_the_address():
    """Its squares are those of the standard's symbol for this address, inside a white margin of four."""
    for address in ("https://guide.example/go/web-switch/",
                    "https://someone.github.io/a-long-name-of-a-guide/go/clean-other-settings/"):
        svg = code(address).decode("utf-8")
        drawn = modules(svg)
        symbol = [[bool(square) for square in line]
                  for line in segno.make(address, error="m", micro=False, boost_error=False).matrix]
        assert [line[4:-4] for line in drawn[4:-4]] == symbol
        assert not any(drawn[0] + drawn[3] + [line[3] for line in drawn])
        assert 'fill="#fff"' in svg and "style" not in svg and "<script" not in svg
        assert code(address).decode("utf-8") == svg
