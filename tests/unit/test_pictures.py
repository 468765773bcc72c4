"""The pictures: light, in every language, with no word that the records do not hold and nothing that loads or runs."""

from __future__ import annotations

import re
import shutil
import zlib
from itertools import product
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from guide.content.faults import GuideError
from guide.content.records import load_records
from guide.content.translations import sections
from guide.render import pictures
from guide.render.pictures import DRAWN, every, metrics, picture, shows

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGES = "fr", "en"
GUIDES = "opt-out/web.md", "opt-out/app.md"
BUDGET = 15 * 1024  # brotli; deflate, which is never smaller here, is in every Python


@pytest.fixture(scope="module")
def drawn(project) -> dict[tuple[str, str], object]:
    """Every picture in every language."""
    return {(name, language): picture(name, project.records, project.strings[language])
            for name in every(project.records) for language in LANGUAGES}


def texts(data: bytes) -> list[str]:
    """The lines of text in a picture."""
    return [element.text or "" for element in ElementTree.fromstring(data).iter(SVG + "text")]


def test_every_file_is_light(drawn):
    """The bar is the project's: 15 KiB a picture, compressed."""
    sizes = {file.name: len(zlib.compress(file.data, 9)) for shown in drawn.values() for file in shown.files}
    assert {name: size for name, size in sizes.items() if size > BUDGET} == {}


def test_files_hold_only_shapes_words_and_colours(drawn):
    """A picture is no document: nothing in it runs, embeds or loads."""
    for shown in drawn.values():
        for file in shown.files:
            root = ElementTree.fromstring(file.data)
            tags = {element.tag.removeprefix(SVG) for element in root.iter()}
            assert tags <= {"svg", "title", "style", "rect", "circle", "path", "text", "pattern"}, file.name
            attributes = {name for element in root.iter() for name in element.attrib
                          if (element.tag, name) != (SVG + "pattern", "id")}
            assert not [name for name in attributes if name.startswith("on") or name.endswith("href")
                        or name in ("style", "class", "id")], file.name
            rest = file.data.decode("utf-8").replace("http://www.w3.org/2000/svg", "")
            assert "url(" not in rest.replace('="url(#', "") and "//" not in rest and "@import" not in rest and "<!" not in rest, file.name


def test_every_colour_changes_for_dark(drawn):
    """A colour without a rule would stay light on a dark page."""
    for shown in drawn.values():
        for file in shown.files:
            text = file.data.decode("utf-8")
            rules, body = re.search(r"<style>(.*?)</style>", text)[1], text.partition("</style>")[2]
            assert set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]+)"',
                                  body)) <= set(re.findall(r'\[fill="(#[0-9a-f]+)"\]', rules)), file.name


def test_words_on_a_screen_are_those_of_the_records(drawn, project):
    """Letter for letter: a label retyped in a drawing would drift from the one on the page."""
    for (name, language), shown in drawn.items():
        if name in DRAWN:
            continue
        known = [text for label in project.records.labels.values() for text in label["text"].values()]
        known += [urlsplit(address["url"]).hostname.removeprefix("www.")
                  for address in project.records.addresses.values()]
        known += [code.upper() for code in ("fr", "en", "de")]
        for line in texts(shown.files[0].data):
            assert any(line in text for text in known), f"{name}, {language}: {line!r} is in no record"


def test_a_screen_shows_whole_labels(drawn, project):
    """Lines put together again are the label."""
    for (name, language), shown in drawn.items():
        if name not in DRAWN:
            together = " ".join(texts(shown.files[0].data))
            for label, _ in shows.texts_of(project.records, project.records.screens[name], language):
                assert label in together, f"{name}, {language}"


def test_one_thing_is_marked_on_each_screen(drawn):
    """The reader sees at a glance where to press."""
    light = re.search(r"--marigold: light-dark\((#\w+)", (shows.OVERRIDES / "assets" / "css/tokens.css").read_text("utf-8"))[1]
    for (name, _), shown in drawn.items():
        if name not in DRAWN:
            assert shown.files[0].data.partition(b"</style>")[2].count(f'stroke="{light}"'.encode()) == 1, name


def test_alternatives_name_every_label(drawn, project):
    """What the drawing says in words, its text alternative says too."""
    for (name, language), shown in drawn.items():
        assert 20 < len(shown.alt) < 400 and "[=" not in shown.alt
        if name not in DRAWN:
            for label, _ in shows.texts_of(project.records, project.records.screens[name], language):
                assert label in shown.alt, f"{name}, {language}: {label}"


def test_words_seen_in_another_language_are_marked(drawn, project):
    """The send button has been seen in French only: the English page says so, in the drawing and below."""
    shown = drawn["form-send", "en"]
    assert shown.other_languages == ("fr",) and "FR" in texts(shown.files[0].data)
    assert drawn["form-send", "fr"].other_languages == ()


def test_each_screen_is_that_of_a_step_and_shows_words_reported_of_it(project):
    """A drawing without a label would be of a screen of our own making; in the guides of the switch each later step has
    one."""
    steps = {heading.id: page.name for page in project.pages for heading in page.headings if "step" in heading.classes}
    drawn = project.records.screens
    assert drawn.keys() <= steps.keys()
    for name in drawn:
        assert all(shows.texts_of(project.records, drawn[name], language) for language in LANGUAGES), name
    missing = [name for name, page in steps.items() if page in GUIDES and name not in drawn]
    assert [name for name in missing if not name.endswith("-open")] == []


def test_large_pictures_come_in_two_widths(drawn):
    """The narrow one is for phones: at 320 px it is shown almost as drawn."""
    for name in DRAWN:
        for language in LANGUAGES:
            wide, narrow = drawn[name, language].files
            assert wide.width > 2 * narrow.width and narrow.width <= 304


def test_large_pictures_say_in_words_what_they_show(drawn, project):
    """Every region, every item, and the time limits of an objection: those in days are for access."""
    for language in LANGUAGES:
        said = {name: "\n".join(drawn[name, language].said) for name in DRAWN}
        for region in shows.drawn(project.records):
            assert region["title"][language] in said["map"]
        assert len(drawn["map",
                         language].said) == 6 and project.records.regions["quebec"]["title"][language] not in said["map"], "five zones, and elsewhere"
        for item in project.records.data_items.values():
            assert item["item"][language] in said["in-out"] or item["status"] not in shows.CLEAR
        for region in project.records.regions.values():
            shown = region["authorities"] and "months" in region["reply"]
            assert bool(shown) == (region["answer_limit"][language] in said["objection-path"])


def test_places_without_a_list_are_hatched_in_the_colour_of_training(drawn):
    """They were in the palest tone of the map, which says "no data"."""
    for language in LANGUAGES:
        for file in drawn["map", language].files:
            shapes = [element.attrib for element in ElementTree.fromstring(file.data).iter()]
            colour = {shape["stroke"] for shape in shapes if shape.get("fill", "").startswith("url(#hatch")}
            assert colour == {shape["fill"] for shape in shapes if shape.get("opacity") == "0.65"} and len(colour) == 1


def test_lines_fit_and_lose_nothing():
    """Broken at ordinary spaces only, none longer than the room, except a word that alone is longer."""
    for text in ("Utiliser mes données pour entraîner des modèles d’IA de création de contenu", "mot",
                 "Hong\u00a0Kong\u202f: suspension"):
        for room in (60, 120, 240):
            lines = metrics.lines(text, room, 15)
            assert " ".join(lines) == text
            assert all(metrics.width(line, 15) <= room or " " not in line for line in lines)


def test_a_step_says_first_the_label_that_its_screen_asks_to_look_for(project):
    """A cue in other words ("the entry about generative AI") sends the reader after words that are not on the
    screen."""
    sought = {name: part["row"] for name,
              screen in project.records.screens.items() for part in screen["parts"] if part.get("look")}
    assert len(sought) >= 3
    for (name, label), language in product(sought.items(), LANGUAGES):
        section = next(found[name] for page in project.pages if page.language == language
                       and name in (found := sections(page)))
        first = re.split(r"(?<=[.?!])\s", section.text.removeprefix(section.title).strip())[0]
        assert f"[={label}]" in first, (language, name)


def test_a_word_longer_than_its_room_gives_way(root):
    """There is nowhere to break it: its letters are narrowed, in any font."""
    draw = pictures._pictures().get_template("pictures/_draw.html").make_module({"width": 100, "language": "de"})
    word = "Datenschutzgrundverordnung"
    in_room, on_sheet = (float(re.search(r'textLength="([\d.]+)" lengthAdjust="spacingAndGlyphs"', drawn)[1])
                         for drawn in (draw.paragraph(10, 0, word, 60, 15), draw.word(50, 40, word, 15, anchor="middle")))
    assert in_room == 60 and 60 < on_sheet < 100


def test_a_screen_that_names_no_label_is_refused(root, tmp_path):
    """The error names the file and the line."""
    shutil.copytree(root / "docs/records", tmp_path / "records")
    path = tmp_path / "records/screens.yml"
    path.write_text(path.read_text("utf-8").replace("row: ai-switch", "row: no-such-label", 1), "utf-8")
    with pytest.raises(GuideError, match=r"records/screens\.yml:\d+: .*no-such-label"):
        load_records(tmp_path / "records", tmp_path, LANGUAGES)
