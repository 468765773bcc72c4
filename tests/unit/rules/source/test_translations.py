"""The lock that remembers when languages were compared: a line for every section, which follows it wherever it goes."""

from __future__ import annotations

import pytest
from guide.content.addresses import register as register_ids
from guide.content.translations import PATH, differences, pairs, read, register
from guide.desk.review import advice

LATER = "2026-12-01"


def lines(guide, start: str = "") -> list[str]:
    """The lines of the lock without fingerprints: `index.md#index-one 2026-11-20`."""
    found = [line.split() for line in guide.read(PATH).splitlines() if not line.startswith("#")]
    return [f"{parts[0]} {parts[-1]}" for parts in found if parts[0].startswith(start)]


def both(guide, name: str, old: str, new: str) -> None:
    """The same edit in both languages; `old` ends with what they share."""
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/{name}", old, new)


def behind(guide) -> dict[str, tuple[str, ...]]:
    """Section → the languages that have changed since it was compared."""
    project = guide.project()
    return {"#".join(difference.key[:2]): difference.changed
            for difference in differences(read(guide.root), pairs(project.pages, project.languages))}


def registered(guide) -> int:
    """What `check --register` does."""
    register_ids(guide.project())
    return register(guide.project(), LATER)


def test_every_section_has_a_line_sorted(guide):
    assert lines(guide) == [f"{page}.md#{section} 2026-11-20" for page in ("index", "second")
                            for section in (".front", ".opening", f"{page}-one", f"{page}-two")]
    assert registered(guide) == 0


@pytest.mark.parametrize(("language", "word", "new"), [("fr", "La fin", "Le bout"), ("en", "The end", "The very end")])
def test_one_side_changed_in_either_direction(guide, language, word, new):
    guide.edit(f"docs/{language}/index.md", word, new)
    assert behind(guide) == {"index.md#index-two": (language,)}
    assert guide.faults("translations") == [], "drift is shown, and never stops a build"
    assert registered(guide) == 0 and behind(guide), "registering ids declares nothing compared"


def test_both_sides_changed(guide):
    guide.edit("docs/fr/index.md", "La fin", "Le bout")
    guide.edit("docs/en/index.md", "The end", "The very end")
    assert behind(guide) == {"index.md#index-two": ("fr", "en")}


@pytest.mark.parametrize(("old", "new", "section"), [
    ("description: A sentence", "description: One sentence", ".front"),
    ("title: The title", "title: A title", ".front"),
    ("Acme says one thing.", "Acme says two things.", ".opening"),
    ("# The title", "# A title", ".opening"),
])
def test_what_stands_above_the_first_section_counts_too(guide, old, new, section):
    guide.edit("docs/en/index.md",
               old + (" index.md" if old.startswith("title") else "\n" if old.startswith("#") else ""),
               new + (" index.md" if old.startswith("title") else "\n" if old.startswith("#") else ""))
    assert behind(guide) == {f"index.md#{section}": ("en",)}


@pytest.mark.parametrize(("old", "new"), [
    ("one thing.", "one\nthing."),  # reflowed
    ("one thing.", "one\u00a0 thing.\n"),
    ("[@a-claim]", ""),  # held equal by another rule
    ("[@a-claim]", "[@a-claim]\n\n/// glossary\n///\n"),
    ("one thing.", "one thing.<!-- to be reviewed -->"),
    ("says one thing", "says *one*{lang=en .x} thing".replace("*", "")),
    ("{#index-one .step}", "{ .step #index-one }"),
])
def test_what_is_no_change_of_words(guide, old, new):
    guide.edit("docs/en/index.md", old, new)
    assert behind(guide) == {}


def test_typography_is_no_change_of_words(guide):
    line = "It's \"so\" - or « not »: why?"
    guide.append("docs/en/index.md", line)
    guide.append("docs/fr/index.md", line)
    (guide.root / PATH).unlink()
    register(guide.project(), LATER)
    guide.edit("docs/en/index.md", line, "It’s “so” – or «\u202fnot\u202f» :\nwhy ?")
    assert behind(guide) == {}


def test_code_counts(guide):
    guide.append("docs/en/index.md", "\n```letter\nDear Sir\n```")
    assert behind(guide) == {"index.md#index-two": ("en",)}


def test_a_new_section_is_matched_on_the_day_it_is_registered(guide):
    for language in ("fr", "en"):
        guide.append(f"docs/{language}/index.md", "\n## New {#index-three}\n\nWords.")
    assert registered(guide) == 1
    assert "index.md#index-three 2026-12-01" in lines(guide) and behind(guide) == {}


def test_a_section_of_one_language_only_is_left_to_the_rule_of_parity(guide):
    guide.append("docs/fr/index.md", "\n## Plus {#index-three}\n\nWords.")
    assert registered(guide) == 0
    assert guide.faults("parity") and guide.faults("translations") == []


def test_a_section_without_a_line_is_named_once_a_page_and_fails_nothing(guide):
    """Who adds a section in a browser cannot run the command; somebody else will."""
    guide.write(PATH, "\n".join(line for line in guide.read(PATH).splitlines() if not line.startswith("index.md#")))
    assert guide.faults("translations") == []
    assert list(advice(guide.root, guide.project().pages, ("fr", "en"))) == [
        f"docs/fr/index.md:1: index.md has sections that {PATH} does not know; run: python3 scripts/dev.py check "
        f"--register"]
    assert registered(guide) == 4


def test_a_lost_lock_is_a_fault_and_can_be_made_again(guide):
    (guide.root / PATH).unlink()
    guide.only("translations", PATH, "restore it from git")
    assert registered(guide) == 8 and guide.faults("translations") == []


def test_a_section_that_moves_within_its_page_changes_nothing(guide):
    before = guide.read(PATH)
    for language, words in (("fr", "## La fin"), ("en", "## The end")):
        text = guide.read(f"docs/{language}/index.md")
        step, end = text.index("## ", text.index("\n# ") + 4), text.index(words)
        guide.write(f"docs/{language}/index.md", text[:step] + text[end:] + "\n" + text[step:end])
    assert behind(guide) == {} and registered(guide) == 0 and guide.read(PATH) == before


@pytest.mark.parametrize("drifted", [False, True])
def test_a_section_that_moves_to_another_page_brings_its_line(guide, drifted):
    if drifted:
        guide.edit("docs/fr/index.md", "La fin", "Le bout")
    for language in ("fr", "en"):
        head, mark, tail = guide.read(f"docs/{language}/index.md").rpartition("## ")
        guide.write(f"docs/{language}/index.md", head)
        guide.append(f"docs/{language}/second.md", "\n" + mark + tail)
    registered(guide)
    assert lines(guide, "index.md#index-two") == [] and "second.md#index-two 2026-11-20" in lines(guide)
    assert behind(guide) == ({"second.md#index-two": ("fr",)} if drifted else {})


@pytest.mark.parametrize("drifted", [False, True])
def test_a_renamed_page_brings_its_lines(guide, drifted):
    if drifted:
        guide.edit("docs/en/second.md", "Acme says one thing.", "Acme says two things.")
    for language in ("fr", "en"):
        (guide.root / f"docs/{language}/second.md").rename(guide.root / f"docs/{language}/third.md")
    registered(guide)
    assert lines(guide, "third.md") == [f"third.md#{name} 2026-11-20"
                                        for name in (".front", ".opening", "second-one", "second-two")]
    assert behind(guide) == ({"third.md#.opening": ("en",)} if drifted else {})


def test_a_renamed_id_brings_its_line(guide):
    guide.edit("docs/fr/index.md", "{#index-two}", "{#index-end}")
    guide.edit("docs/en/index.md", "{#index-two}", "{#index-end}")
    guide.edit("docs/en/index.md", "The end", "The very end")
    registered(guide)
    assert "index.md#index-end 2026-11-20" in lines(guide) and behind(guide) == {"index.md#index-end": ("en",)}


def test_the_line_of_a_removed_section_goes_when_its_address_is_given_up(guide):
    for language in ("fr", "en"):
        text = guide.read(f"docs/{language}/index.md")
        guide.write(f"docs/{language}/index.md", text[: text.rindex("## ")])
    assert registered(guide) == 0, "while its address is promised it may come back"
    guide.edit("docs/records/published-ids.yml", "  - index-two\n", "")
    assert registered(guide) == 1 and lines(guide, "index.md#index-two") == []


@pytest.mark.parametrize(("line", "words"), [
    ("<<<<<<< ours", "is what a merge left over"),
    ("index.md#index-one fr:12 en:34 2026-11-20", "is not a line of this file"),
    ("index.md#index-one fr:000000000000 fr:000000000000 2026-11-20", "is not a line of this file"),
    ("index.md#index-one fr:000000000000 en:000000000000 2026-13-20", "is not a line of this file"),
    ("index.md#index-one fr:000000000000 en:000000000000 2026-11-20",
     "names index.md#index-one again (first on line 6); keep either line"),
])
def test_a_malformed_lock_is_answered_with_its_line(guide, line, words):
    number = guide.append(PATH, line)
    guide.only("translations", f"{PATH}:{number}", words)


def test_a_third_language_is_compared_with_the_first(guide):
    for name in ("index.md", "second.md"):
        guide.write(f"docs/de/{name}", guide.read(f"docs/en/{name}"))
    languages = "fr", "en", "de"
    from guide.content.pages import load_pages
    from guide.content.translations import registered as with_lines

    def current():
        return pairs(load_pages(guide.root / "docs", guide.root, languages), languages)

    lock = with_lines(read(guide.root), current(), lambda key: False, LATER)
    assert len(lock) == 16 and not differences(lock, current())
    guide.edit("docs/fr/index.md", "La fin", "Le bout")
    assert [(sorted(item.key[2]), item.changed) for item in differences(lock, current())] == [(["en", "fr"], ("fr",)),
                                                                                              (["de", "fr"], ("fr",))]
