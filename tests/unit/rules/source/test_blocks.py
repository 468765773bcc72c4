"""Blocks drawn from records: known, with a good argument, closed."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("text", "offset", "words"), [
    ("/// glossary | all\n///", 1, "does not know 'all'; write '/// glossary'"),
    ("/// count-down\n///", 1, "lacks its argument; write '/// count-down | start'"),
    ("/// count-down | strat\n///", 1, "does not know 'strat'; write '/// count-down | start'"),
    ("/// timeline | 1999\n///", 1, "write '/// timeline | 2025'"),
    ("/// data-table | both\n///", 1, "/// data-table | "),
    ("/// glossary\n\nWords.", 3, "text inside is not shown"),
    ("///", 1, "closes a block that is not open"),
    ("/// poster | index-one\nWords.\n\n/// glossary\n///", 1, "is not closed before the next text; write a line ///"),
])
def test_what_is_wrong_with_one_is_said_with_its_line(guide, text, offset, words):
    line = guide.append(PAGE, "\n" + text) + offset
    assert any(fault.startswith(f"{PAGE}:{line}: ") and words in fault
               for fault in guide.faults("blocks")), guide.faults("blocks")


def test_an_unclosed_block(guide):
    line = guide.append(PAGE, "\n/// glossary") + 1
    guide.only("blocks", f"{PAGE}:{line}", "is not closed before the next text; write a line ///")


def test_sound_blocks(guide):
    guide.append(PAGE,
                 "\n/// count-down | start\n///\n\n/// timeline | 2025\n///\n\n/// mail | index-one\nWords.\n///\n\n`/// nothing`\n\n```text\n/// "
                 "nothing\n```")
    assert guide.faults("blocks") == []
