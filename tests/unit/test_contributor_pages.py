"""What contributors read is true: the files, the links and the commands it names are there, and both languages say the
same jobs."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from commands import cli

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / ".github").glob("*.md")])
FORMS = [path for path in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")) if path.stem != "config"]
PLACEHOLDER = re.compile(r"[<>*\[{]|name\.md|nom\.md|/de[./]")


def test_links_and_named_files_are_there():
    missing = []
    for page in PAGES:
        text = page.read_text("utf-8")
        prose = re.sub(r"`[^`\n]+`", "", text)
        linked = [address.partition("#")[0] for address in re.findall(r"\]\(([^)\s]+)\)", prose)
                  if "://" not in address]
        named = re.findall(r"`((?:docs|scripts|overrides|tests|\.github)/[^`\s]*)`", text)
        missing += [f"{page.name} names {name}"
                    for name in [*linked, *(name for name in named if not PLACEHOLDER.search(name))]
                    if not (ROOT / name).exists() and not (page.parent / name).exists()]
    assert missing == []


def test_commands_are_commands():
    known = cli.parser()._subparsers._group_actions[0].choices
    named = [(page.name, command) for page in PAGES
             for command in re.findall(r"\bdev\.py ([a-z]+)", page.read_text("utf-8"))]
    assert named and [f"{page} names dev.py {command}" for page, command in named if command not in known] == []


def outline(name: str) -> list[int]:
    return [len(marks) for marks in re.findall(r"^(#+) ", (ROOT / ".github" / name).read_text("utf-8"), re.MULTILINE)]


def test_both_languages_have_the_same_jobs_and_lead_to_each_other():
    assert outline("CONTRIBUTING.md") == outline("CONTRIBUTING.fr.md")
    assert "](CONTRIBUTING.fr.md)" in (ROOT / ".github/CONTRIBUTING.md").read_text("utf-8").split("## ")[0]
    assert "](CONTRIBUTING.md)" in (ROOT / ".github/CONTRIBUTING.fr.md").read_text("utf-8").split("## ")[0]


def test_a_correction_is_asked_its_page_what_is_wrong_and_its_source():
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/correction.yml").read_text("utf-8"))
    asked = {item["id"]: item for item in form["body"] if "id" in item}
    assert all(asked[name]["validations"]["required"] for name in ("page", "wrong", "source"))


def test_forms_speak_both_languages():
    for path in FORMS:
        form = yaml.safe_load(path.read_text("utf-8"))
        assert {"name", "description", "body"} <= set(form)
        for label in (form["name"],
                      *(item["attributes"]["label"] for item in form["body"] if "label" in item["attributes"])):
            assert " · " in label, f"{path.stem}: {label}"
