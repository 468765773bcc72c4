"""A bad record is refused by one line: the file, the line, what is wrong and what to write instead."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from guide.content.faults import GuideError
from guide.content.records import KINDS, load_records

SOURCE = """\
a-source:
  publisher: Somebody
  title: What they said
  language: en
  url: https://example.org/said
  published: '2025-11'
  text_of: unknown
  read_on: '2026-11-21'
  kind: press
  access: original
"""
CLAIM = """\
a-claim:
  statement:
    fr: Une phrase.
    en: A sentence.
  status: one-source
  sources: [a-source]
  read_on: '2026-11-21'
  review_by: '2027-05-21'
"""


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """Two records that are right, one that names the other, with the repository's own schemas."""
    target = tmp_path / "records"
    shutil.copytree(root / "docs/records/schema", target / "schema")
    (target / "sources.yml").write_text(SOURCE, "utf-8")
    (target / "claims.yml").write_text(CLAIM, "utf-8")
    return target


def faults(folder: Path) -> list[str]:
    """What is said of the records in `folder`, one line a fault."""
    try:
        load_records(folder, folder.parent, ("fr", "en"))
    except GuideError as error:
        return str(error).splitlines()
    return []


def with_claim(folder: Path, old: str, new: str) -> list[str]:
    """What is said once `old` in the claim has become `new`."""
    assert CLAIM.count(old) == 1
    (folder / "claims.yml").write_text(CLAIM.replace(old, new), "utf-8")
    return faults(folder)


def test_right_records_are_accepted(folder):
    assert faults(folder) == []


# (what the claim's text becomes, the line of the fault, words of the message and of its remedy)
BAD_CLAIMS = {
    "a language is missing": ("    en: A sentence.\n", "", 2, ("en",)),
    "a text is empty": ("    en: A sentence.", "    en: ' '", 4, ("statement.en",)),
    "a field is missing": ("  status: one-source\n", "", 1, ("status",)),
    "a field is unknown": ("  status: one-source", "  status: one-source\n  colour: red", 6,
                           ("colour is a field nobody reads", "remove it")),
    "a field is misspelt": ("  status: one-source", "  statuts: one-source", 5,
                            ("statuts is a field nobody reads; write status",)),
    "a status is unknown": ("one-source", "rumour", 5, ("rumour", "one-source")),
    "a source is unknown": ("[a-source]", "[a-source, no-source]", 6, ("no-source", "sources", "add the record")),
    "there is no source": ("[a-source]", "[]", 6, ("sources",)),
    "a day does not exist": ("'2027-05-21'", "'2027-02-30'", 8, ("2027-02-30", "a date that exists")),
    "a date is in another shape": ("'2026-11-21'", "21/11/2026", 7, ("YYYY-MM-DD",)),
    "it is due before it was read": ("'2027-05-21'", "'2026-05-21'", 8,
                                     ("review_by (2026-05-21) is before read_on (2026-11-21)", "correct them")),
    "a text holds HTML": ("A sentence.", "A <b>sentence</b>.", 4, ("HTML", "plain text")),
    "a text holds a script": ("A sentence.", "A sentence.<script>alert(1)</script>", 4, ("HTML", "plain text")),
    "a text holds an entity": ("A sentence.", "A &lt;sentence.", 4, ("entity", "plain text")),
    "a text turns its direction": ("A sentence.", "A \u202esentence.", 4, ("direction", "retype")),
    "a key stands twice": ("  status: one-source", "  status: one-source\n  status: contested", 6,
                           ("status twice", "line 5")),
    "an id is not a slug": ("a-claim:", "A_Claim:", 1, ("slug", "small letters")),
}


def test_a_bad_claim_is_one_line_with_its_place(folder, subtests):
    for name, (old, new, line, words) in BAD_CLAIMS.items():
        with subtests.test(name):
            found = with_claim(folder, old, new)
            assert len(found) == 1 and found[0].startswith(f"records/claims.yml:{line}: "), found
            assert [word for word in words if word not in found[0]] == [], found[0]


def test_an_id_taken_in_another_file(folder):
    (folder / "claims").mkdir()
    (folder / "claims/more.yml").write_text(CLAIM, "utf-8")
    assert faults(folder) == ["records/claims/more.yml:1: id a-claim is already taken in records/claims.yml:1; choose "
                              "another"]


def test_a_source_that_cannot_be_published_does_not_stand_alone(folder):
    (folder / "sources.yml").write_text(SOURCE.replace("  url: https://example.org/said\n",
                                                       "") + "  publishable: false\n", "utf-8")
    assert len(found := faults(folder)) == 1
    assert found[0].startswith("records/claims.yml:6: ") and "add one a reader can open" in found[0]


def test_an_address_that_is_not_one(folder):
    for url in ("javascript:alert(1)", "//example.org/x", "https://user@example.org/", 'https://example.org/"x',
                "https://exam ple.org/"):
        (folder / "sources.yml").write_text(SOURCE.replace("https://example.org/said", f"'{url}'"), "utf-8")
        assert [line.partition(": ")[0] for line in faults(folder)] == ["records/sources.yml:5"], url


def test_a_text_is_not_read_before_it_is_published(folder):
    (folder / "sources.yml").write_text(SOURCE.replace("'2025-11'", "'2027'"), "utf-8")
    assert len(found := faults(folder)) == 1
    assert "read_on (2026-11-21) is before published (2027)" in found[0]


def test_every_field_of_ids_says_what_they_name(root):
    """An id in one that does not could name what is not there, and what it should show would be left out in silence."""
    def unsaid(value, said=False):
        if isinstance(value, dict):
            said = "names" in value or said and "$ref" in value
            if str(value.get("$ref")).endswith(("/id", "/ids")) and not said:
                yield value
            for key, item in value.items():
                yield from unsaid(item, said or key == "items" and "names" in value)
    for kind in KINDS:
        schema = json.loads((root / f"docs/records/schema/{kind}.json").read_text("utf-8"))
        assert list(unsaid(schema)) == [], kind


def test_a_label_in_a_language_where_nobody_saw_it(guide):
    line = guide.edit("docs/records/labels.yml", "seen: {en: [a-source], fr: [a-source]}", "seen: {en: [a-source]}")
    with pytest.raises(GuideError) as error:
        guide.project()
    assert str(error.value).startswith(f"docs/records/labels.yml:{line}: the-switch: fr is in one of text: and seen: "
                                       f"alone")


def test_a_country_beside_the_authorities_of_its_region(guide):
    """Without an authority of its own it would be in no list and in no finder."""
    line = guide.edit("docs/records/regions.yml", "  authorities: [zz]", "  countries: [fr, al]\n  authorities: [zz]")
    with pytest.raises(GuideError) as error:
        guide.project()
    assert str(error.value).startswith(f"docs/records/regions.yml:{line}: here: its countries are those of its "
                                       f"authorities; remove this line")


def test_a_schema_that_cannot_be_read(folder, subtests):
    for kind, old, new, words in (
        ("common", '"type"', "type", "common.json:6: is not valid JSON"),
        ("claims", '"type"', "type", "claims.json:4: is not valid JSON"),
        ("claims", '"additionalProperties"', '"properties"', "claims.json:1: is no schema of records"),
        ("claims", '"required": [', '"required": [3, ', "claims.json:1: is no schema of records"),
    ):
        path = folder / f"schema/{kind}.json"
        before = path.read_text("utf-8")
        path.write_text(before.replace(old, new, 1), "utf-8")
        with subtests.test(kind, new=new):
            assert len(found := faults(folder)) == 1 and words in found[0], found
        path.write_text(before, "utf-8")


def test_a_file_of_ten_megabytes(folder):
    (folder / "claims.yml").write_text("#" * 10_000_000, "utf-8")
    assert faults(folder) == ["records/claims.yml:1: is 10,000,000 bytes; keep a file under 400,000, split it by "
                              "subject"]


def test_a_few_lines_that_expand_to_gigabytes(folder):
    lines = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"{name}: &{name} [{', '.join(['*' + before] * 9)}]" for before,
              name in zip("abcdefgh", "bcdefghi", strict=True)]
    (folder / "claims.yml").write_text("\n".join(lines), "utf-8")
    assert faults(folder) == ["records/claims.yml:1: uses an anchor, an alias or a tag (& * !); write the value out"]


def test_yaml_that_is_not_a_mapping_of_records(folder):
    for text, line in (("a-claim:\n  statement: [\n", 2), ("- a\n- b\n", 1), ("a-claim: text\n", 1),
                       ("a: {}\n---\nb: {}\n", 2),
                       ("a: !!python/name:os.system\n", 1)):
        (folder / "claims.yml").write_text(text, "utf-8")
        assert len(found := faults(folder)) == 1, text
        assert found[0].startswith(f"records/claims.yml:{line}: "), text


def test_a_file_that_is_not_utf_8(folder):
    (folder / "claims.yml").write_bytes(CLAIM.replace("A sentence.", "Déjà.").encode("latin-1"))
    assert faults(folder) == ["records/claims.yml:4: is not UTF-8 text; save the file with the UTF-8 encoding"]


def test_all_faults_are_told_at_once(folder):
    text = CLAIM.replace("one-source", "rumour").replace("A sentence.", "<i>A sentence.</i>")
    (folder / "claims.yml").write_text(text, "utf-8")
    assert [line.split(":")[1] for line in faults(folder)] == ["4", "5"]


def test_texts_are_typeset_and_titles_left_as_published(folder):
    (folder / "sources.yml").write_text(SOURCE.replace("What they said", '"L\'annonce : ce qu\'on sait"'), "utf-8")
    (folder / "claims.yml").write_text(CLAIM.replace("Une phrase.", "« Une phrase » d'ici."), "utf-8")
    records = load_records(folder, folder.parent, ("fr", "en"))
    assert records.claims["a-claim"]["statement"]["fr"] == "«\u202fUne phrase\u202f» d’ici."
    assert records.sources["a-source"]["title"] == "L'annonce : ce qu'on sait"


def test_every_file_names_its_schema(root):
    """The first line gives an editor completion and checks; a wrong path gives nothing and says nothing."""
    folder = root / "docs/records"
    for path in sorted(folder.rglob("*.yml")):
        kind = path.relative_to(folder).parts[0].removesuffix(".yml")
        place = "../schema" if path.parent != folder else "schema"
        assert path.read_text("utf-8").splitlines()[0] == f"# yaml-language-server: $schema={place}/{kind}.json", path
