"""Words send nobody to a host without a record."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize("text", ["Go to other.org today.", "Write to someone@other.org.", "At `www.other.org/login`.", "```letter\nTo: other.org\n```",
                                  "[go to other.org][setting-page]", "ASP.NET", "At hxxps://other.org/login.", "At 192.0.2.1 today."])
def test_a_host_no_record_has(guide, text):
    line = guide.append(PAGE, "\n" + text) + 1 + text.count("\n") // 2
    guide.only("named_hosts", f"{PAGE}:{line}", "which no record gives an address at")


def test_one_in_a_string(guide):
    guide.edit("docs/strings/en.yml", '"English"', '"English (other.org)"')
    guide.only("named_hosts", "docs/strings/en.yml:2", "names the host other.org")


def test_mail_in_a_record(guide):
    line = guide.edit("docs/records/claims/all.yml", "en: Acme says one thing.", "en: Write to a@other.org.")
    guide.only("named_hosts", f"docs/records/claims/all.yml:{line}", "names the host other.org")


@pytest.mark.parametrize("text", ["Read it at other.org.", "See https://other.org/a"])
def test_one_in_a_record(guide, text):
    line = guide.edit("docs/records/claims/all.yml", "en: Acme says one thing.", f"en: '{text}'")
    guide.only("named_hosts", f"docs/records/claims/all.yml:{line}", "names the host other.org")


def test_one_behind_a_link_that_front_matter_does_not_make(guide):
    guide.edit(PAGE, "description: A sentence", "description: '[A](https://other.org) sentence'\nkeywords: x #")
    guide.only("named_hosts", f"{PAGE}:3", "names the host other.org")


def test_a_note_says_where_a_copy_was_seen(guide):
    path = "docs/records/sources/all.yml"
    guide.edit(path, "  access: original", "  access: original\n  seen_through: {fr: Sur other.org., en: At other.org.}")
    assert guide.faults("named_hosts") == []
    line = guide.edit(path, "en: At other.org.", "en: 'At https://other.org'")
    guide.only("named_hosts", f"{path}:{line}", "names the host other.org")


def test_what_may_be_named(guide):
    guide.append(PAGE, "\nThe file `answer.ics`, i.e. data.json, version 2.0, at acme.org; e.g. help at authority.org/complain or a@acme.org.")
    assert guide.faults("named_hosts") == []


def test_a_host_in_a_drawing(guide):
    guide.write("docs/assets/map.svg", '<svg xmlns="http://www.w3.org/2000/svg">\n<text>Sign in at other.org</text></svg>')
    guide.only("named_hosts", "docs/assets/map.svg:2", "names the host other.org")


@pytest.mark.parametrize("text", ["Sentence.Another", "In Node.js or `console.log`, e.g. v1.2, i.e. 24/7.", "See mkdocs.yml, photo.jpeg and notes.docx."])
def test_words_that_are_no_host(guide, text):
    guide.append(PAGE, "\n" + text)
    assert guide.faults("named_hosts") == []


def test_a_name_that_looks_like_a_host(guide):
    guide.append(PAGE, "\nWritten in ASP.NET.")
    guide.edit("docs/records/topic.yml", "- Acme Rocket", "- Acme Rocket\n  - ASP.NET")
    assert guide.faults("named_hosts") == []
