"""Cards: the words they take from a page, how these are set in lines, the wordmark they draw."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from guide.publish.drawing import AROUND, Painter, fitted, png, sentences, sized
from guide.render import card
from guide.render.pictures.metrics import balanced
from PIL import Image


@pytest.fixture(scope="module")
def face(root):
    return root / "overrides/assets/fonts/commissioner-500.ttf"


def test_the_words_are_the_page_s_own(project):
    """Home shows its heading and the part of it that is marked; a guide its title and how long it takes. Wherever a card
    is shown, it says what about: the company and its AI."""
    found = {(item.name, item.language): item for item in card.cards(project)}
    home, guide = found["index.fr.png", "fr"], found["opt-out-web.en.png", "en"]
    assert home.home and home.marks and home.title.endswith(home.marks) and "*" not in home.title
    page = next(page for page in project.pages if page.path.endswith("en/opt-out/web.md"))
    assert guide.title == page.front["title"] and guide.time and not guide.home
    for item in found.values():
        said = f"{item.title} {item.text}"
        assert "LinkedIn" in said and re.search(r"\b(AI|IA)\b", said), f"{item.name}: {said}"


def test_every_page_has_a_card_or_shares_one(project):
    names = {item.name for item in card.cards(project)}
    for page in project.pages:
        assert card.address(project, page.name, page.language).rpartition("/")[2] in names
        assert card.title(project, page.name, page.language)
    assert card.holder(project, "privacy.md") == "about.md"
    assert card.holder(project, "faq.md") == "faq.md"


def test_the_same_words_give_the_same_bytes(project, root):
    painter = Painter(root / "overrides")
    one = next(iter(card.cards(project)))
    assert png(painter.picture(one)) == png(painter.picture(one))


def test_lines_lose_no_word_and_keep_no_break_spaces(face):
    text = "Un mois\u202f: c’est le délai, le 3\u00a0novembre 2025, pour toute demande"
    lines = balanced(text, 300, sized(face, 40).getlength)
    assert " ".join(lines) == text and len(lines) > 2
    assert any("3\u00a0novembre" in line for line in lines)


def test_a_text_that_does_not_fit_loses_whole_sentences(face):
    text = "The first sentence stands. The second is left out where there is no room."
    _, lines = sentences(face, text, range(40, 38, -1), 480, 60, 1.34)
    assert " ".join(lines) == "The first sentence stands."
    _, lines = sentences(face, text, range(40, 38, -1), 480, 400, 1.34)
    assert " ".join(lines) == text


def test_a_title_too_long_becomes_smaller(face):
    short, _ = fitted(face, ["Short"], range(80, 50, -2), 600, 100, 1.1)
    long, _ = fitted(face, ["A title of quite a few words, on and on"], range(80, 50, -2), 600, 130, 1.1)
    assert short.size == 80 > long.size


def test_the_wordmark_is_the_pages_own(root):
    """Each name drawn for the pages has its masks: of the drawing's size, inked where its strokes begin and where its
    switch is."""
    source = (root / "overrides/partials/wordmark.html").read_text("utf-8")
    names = re.findall(r'name == "(.+?)"', source)
    drawings = re.findall(r'viewBox="(.+?)".*?<path d="(.+?)".*?<rect x="(.+?)" y="(.+?)".*?cx="(.+?)" cy="(.+?)" '
                          r'r="13"', source)
    assert len(names) == len(drawings) == len(list((root / "overrides/assets/fonts").glob("wordmark-*.png")))
    for name, (box, path, *switch) in zip(names, drawings, strict=True):
        left, top, width, height = map(float, box.split())
        letters, track, knob = Image.open(root / (f"overrides/assets/fonts/wordmark-{name.lower().replace(' ', '-')}.png")).split()
        scale = 48 / height
        assert letters.size == (round(width * scale) + 2 * AROUND, 48 + 2 * AROUND)

        def at(x, y, left=left, top=top, scale=scale):
            return round((float(x) - left) * scale + AROUND), round((float(y) - top) * scale + AROUND)

        assert all(letters.getpixel(at(*start)) > 200 for start in re.findall(r"M([\d.]+) ([\d.]+)", path))
        x, y, centre, middle = switch
        assert track.getpixel(at(float(x) + 29, float(y) + 4)) > 200 and knob.getpixel(at(centre, middle)) > 200
        assert not letters.getpixel(at(centre, middle)) and not knob.getpixel(at(float(x) + 45, middle))


def test_a_name_that_nobody_has_drawn_is_written(project, root):
    one = next(iter(card.cards(project)))
    painter = Painter(root / "overrides")
    assert painter.picture(replace(one, site="Probe")).tobytes() != painter.picture(replace(one, site="")).tobytes()


def test_a_font_that_is_none_is_named(tmp_path):
    (tmp_path / "font.ttf").write_bytes(b"")
    with pytest.raises(OSError) as error:
        sized(tmp_path / "font.ttf", 12)
    assert error.value.filename == str(tmp_path / "font.ttf")
