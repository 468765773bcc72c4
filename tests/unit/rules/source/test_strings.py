"""Every string asked for exists, and every string is asked for."""

import pytest
from guide.rules.source.strings import unused


def add(guide, line: str) -> int:
    guide.append("docs/strings/en.yml", line)
    return guide.append("docs/strings/fr.yml", line)


def test_a_string_nobody_asks_for(guide):
    line = add(guide, 'forgotten: "x"')
    assert [str(fault) for fault in unused(guide.project())] == [
        f"docs/strings/fr.yml:{line}: nothing asks for the string forgotten; remove it from every language, or use it "
        f"in a template"]


@pytest.mark.parametrize(("text", "words"), [
    ('{{ t("absent") }}', "asks for the string absent"),
    ("{{ t.absent }}", "asks for the string absent"),
    ("{{ t['absent'] }}", "asks for the string absent"),
    ('{{ t.count("absent", 2) }}', "asks for the string absent_one and absent_other"),
    ('{{ t("absent_" ~ kind) }}', "no string begins with absent_"),
])
def test_a_template_that_asks_for_one_that_is_not_there(guide, text, words):
    guide.write("overrides/partials/foot.html", "<p>\n" + text)
    guide.only("strings", "overrides/partials/foot.html:2", words, "docs/strings/ in every language")


@pytest.mark.parametrize("text", ['{{ t("used") }}', "{{ t.used }}", "{{ words('used') }}",
                                  '{{ t("us" ~ "ed") }}{{ t("used_" ~ x) }}'])
def test_the_ways_to_ask(guide, text):
    add(guide, 'used: "x"' if "_" not in text else 'used_well: "x"')
    guide.write("overrides/partials/foot.html", text.replace('{{ t("us" ~ "ed") }}', ""))
    assert guide.faults("strings") == [] == list(unused(guide.project()))


def test_plurals_and_endings_made_in_code_are_used(guide):
    add(guide, 'page_one: "x"\npage_other: "x"\nread_on: "x"\nread_on_partial: "x"')
    guide.write("overrides/partials/foot.html", '{{ t.count("page", 2) }} {{ dated("read_on", day) }}')
    guide.write("scripts/guide/render/context.py", 'def dated(key):\n    return key + "_partial"\n')
    assert guide.faults("strings") == [] == list(unused(guide.project()))


def test_every_string_of_the_guide_is_asked_for(project):
    assert "\n".join(map(str, unused(project))) == ""
