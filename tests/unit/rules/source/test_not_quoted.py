"""The articles the guide started from are repeated nowhere, and need not be in the repository for that."""

import pytest
from guide.rules.source.text import NOT_QUOTED as PATH
from guide.rules.source.text import fingerprint, runs

TEXT = "one two three four five six seven eight nine"


@pytest.fixture
def guide(guide):
    guide.write(PATH, "# what this is\n" + " ".join(fingerprint(run) for _, run in runs(TEXT)) + "\n")
    return guide


@pytest.mark.parametrize("text", ["One, two — three four five six seven “eight”.",
                                  "Zero one two\nthree four [@a-claim] five\nsix seven eight."])
def test_eight_words_in_a_row(guide, text):
    line = guide.append("docs/en/index.md", "\n" + text) + 1
    guide.only("text", f"docs/en/index.md:{line}",
               "repeats an article the guide started from: 'one two three four five six seven eight'")


@pytest.mark.parametrize("text", ["one two three four five six seven", "one two three four five six seven 8 nine"])
def test_fewer_are_nobodys(guide, text):
    guide.append("docs/en/index.md", text)
    assert guide.faults("text") == []


def test_records_and_strings_too(guide):
    guide.edit("docs/records/milestones.yml", "en: The start.", f"en: {TEXT}.")
    guide.edit("docs/strings/en.yml", 'language_name: "English"', f'language_name: "{TEXT}"')
    assert [fault.split(":")[0] for fault in guide.faults("text")] == ["docs/records/milestones.yml",
                                                                             "docs/strings/en.yml"]


def test_the_list_of_this_guide_is_there(root):
    """Without it the rule would hold nothing."""
    assert len((root / PATH).read_text("utf-8").split()) > 1000
