"""The tiny guide the tests break, and the guide itself, keep every rule: a rule that cries for nothing is soon
ignored."""

from guide.rules import built, source
from guide.rules.source import source_faults


def test_a_sound_guide_breaks_no_rule(guide):
    assert source_faults(guide.project()) == []


def test_every_rule_says_why_and_has_a_test(root):
    tests = "".join(path.read_text("utf-8") for path in (root / "tests/unit/rules").rglob("test_*.py"))
    for name in (*source.RULES, *built.RULES):
        assert f'"{name}"' in tests, f"the rule {name} has no test"


def test_a_malformed_register_is_a_fault_and_not_a_traceback(guide):
    guide.write("docs/records/published-ids.yml", "index.md: [index-one\n")
    assert any(str(fault).startswith("docs/records/published-ids.yml:") for fault in source_faults(guide.project()))


def test_an_unclosed_front_matter_is_reported_once(guide):
    guide.edit("docs/en/index.md", "page.\n---\n", "page.\n")
    faults = [str(fault) for fault in source_faults(guide.project()) if fault.path == "docs/en/index.md"]
    assert faults == ["docs/en/index.md:1: has front matter that never ends; close it with a line ---"]


def test_what_was_found_right_is_asked_again_when_anything_changes(guide):
    assert source_faults(guide.project()) == []
    line = guide.append("docs/en/index.md", "\n[x](gone.md)") + 1
    assert [fault.line for fault in source_faults(guide.project())] == [line] * len(source_faults(guide.project())) != []
