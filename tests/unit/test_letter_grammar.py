"""The grammar of letters: what a bracket asks for, and what is refused, on which line, in which words."""

from __future__ import annotations

import pytest
from guide.content.letters import Choice, LetterError, Passage, fences, read


def fields(text: str) -> list:
    """What a letter with this text asks for."""
    return list(read(f"Subject: a test\n\n{text}", "Subject", "date").fields())


def test_a_blank_is_named_by_its_words():
    kinds = {"[your name]": "line", "[reasons…]": "lines", "[date]": "today", "[date of the answer]": "date",
             "[dated]": "line"}
    for text, kind in kinds.items():
        blank, = fields(f"I write {text}.")
        assert (blank.label, blank.kind, blank.source) == (text.strip("[…]"), kind, text)


def test_a_choice_is_made_of_words_or_of_lines():
    for text, label, options in (
        ("[form / post]", "form / post", ["form", "post"]),
        ("[How: form / post]", "How", ["form", "post"]),
        ("[Comment : formulaire / courrier]", "Comment", ["formulaire", "courrier"]),
        ("[Since then:\n- nothing.\n- a refusal / a silence.]", "Since then", ["nothing.", "a refusal / a silence."]),
    ):
        choice, = fields(text)
        assert isinstance(choice, Choice) and choice.label == label
        assert [option[0] for option in choice.options] == options
        assert f"[{choice.head}{choice.between.join(options)}]" == text


def test_a_choice_may_hold_blanks():
    choice, blank = fields("- [Answer: none. / On [date of the answer]: no.]")
    assert isinstance(choice, Choice) and len(choice.options) == 2 and blank.label == "date of the answer"


def test_a_passage_alone_on_its_line_goes_with_the_line():
    ends = {"A\n[If so: B.]\nC": "\n", "A\n\n[If so: B.]\n\nC": "\n\n", "A\n[If so: B.]\n\nC": "\n",
            "A [If so: B.]\nC": "", "A\n[If so: B.]": ""}
    for text, end in ends.items():
        passage, = fields(text)
        assert isinstance(passage, Passage) and (passage.label, passage.parts, passage.end) == ("If so", ("B.",),
                                                                                                end), text


def test_the_subject_may_hold_a_choice():
    letter = read("A\nObjet : plainte contre [une société / une autre]\n\nB", "Objet", "date")
    assert letter.before == ("A\nObjet : ",) and isinstance(letter.subject[1], Choice) and letter.after == ("\n\nB",)


def test_a_fault_says_its_line(subtests):
    for text, line, words in (
        ("I write [your name.", 2, "never closed"), ("Dear\nSir], hello", 3, "closes nothing"),
        ("Dear []", 2, "nothing to fill in"),
        ("Dear [one / ]", 2, "nothing to fill in"), ("[Since then:\n- nothing.]", 2, "a choice of one"),
        ("One\n[Two [three] four]", 3, "holds words only"),
    ):
        with subtests.test(text):
            with pytest.raises(LetterError, match=words) as error:
                fields(text)
            assert error.value.line == line
    with pytest.raises(LetterError, match="Subject:"):
        read("Dear Sir", "Subject", "date")


def test_a_fence_in_a_fence_is_no_letter():
    lines = "````text\n```letter\n```\n````\n```letter\nA\n```\n~~~letter\nB".split("\n")
    assert list(fences(lines)) == [("text", 0, 3), ("letter", 4, 6), ("letter", 7, 9)]
