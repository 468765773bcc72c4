"""What readers type leads to one place, which is there."""

from __future__ import annotations

PATH = "docs/records/search-words.yml"
ENTRY = "one:\n  to: {to}\n  words: {{fr: '{fr}', en: stop}}\n"


def test_each_way_to_mislead_is_refused(guide, subtests):
    first = ENTRY.format(to="index.md#index-one", fr="arrêt, stop")
    for text, words in ((ENTRY.format(to="index.md#gone", fr="arrêt"), ":2: one: index.md#gone does not exist"),
                        (first + "two:\n  to: second.md\n  words: {fr: fin, en: stop}\n", ":6: two: 'stop' stands under one"),
                        (ENTRY.format(to="second.md", fr="arrêt,, fin"), ":3: one: '' stands under one already, or is empty")):
        with subtests.test(words):
            guide.write(PATH, text)
            (fault,) = guide.faults("search_words")
            assert fault.startswith(PATH + words)
    guide.write(PATH, first)
    assert guide.faults("search_words") == []
