"""YAML that cannot be read is answered with the line of the mistake and what to write, not with a parser's words."""

import pytest
from guide.content.faults import GuideError
from guide.content.yaml_lines import parse

AROUND = "one:\n  title: A text\n{}\n  kind: press\n\ntwo:\n  title: Another\n"


MISTAKES = {
    "\tdate: '2025'": "the line begins with a tab; write spaces",
    "  date:'2025'": "there is no space after the colon",
    "  date: '2025": "the text opens with ' and closes nowhere",
    "  date: 'L'IA'": "write '' for one inside",
    '  date: "2025': 'the text opens with "',
    "  date: one: two": "the text contains ': '; put quotation marks around it",
    "  date: Questions:": "the text contains ': '; put quotation marks around it",
    "  date: @home": "the text begins with @; put quotation marks around it",
    "  date: 'one' two": "the text goes on after its closing quotation mark or bracket",
    "  date: [one] two": "the text goes on after its closing quotation mark or bracket",
    "  date:\u00a0one": "a no-break space stands where an ordinary one must",
    "\u00a0 date: one": "a no-break space stands where an ordinary one must",
    "  date": "there is no colon after 'date'; write 'date:'",
}


def test_the_line_of_the_mistake(subtests):
    for line, words in MISTAKES.items():
        with subtests.test(line):
            with pytest.raises(GuideError) as error:
                parse(AROUND.format(line), "x.yml")
            assert str(error.value).startswith("x.yml:3: is not valid YAML: ") and words in str(error.value)
    for line in ("   date: '2025'", "date: '2025'"):
        with pytest.raises(GuideError, match="do not go together; indent the fields of a record alike"):
            parse(AROUND.format(line), "x.yml")


def test_a_text_is_not_cut_at_a_comment():
    """YAML would drop what follows in silence."""
    with pytest.raises(GuideError) as error:
        parse(AROUND.format("  date: Model #1 appears"), "x.yml")
    assert (str(error.value).startswith("x.yml:3: the text stops before ' #'")
            and "put quotation marks around it" in str(error.value))
    assert parse("# one\na: 'b #1'  # two\nc: d#e\nf:\n  # three\n  g: h\n", "x.yml") == {"a": "b #1", "c": "d#e",
                                                                                          "f": {"g": "h"}}
