"""Facts of records are drawn from them, not typed."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("text", "words"), [
    ("Since 3 November 2025.", "'3 November 2025' is typed by hand; write [=start]"),
    ("Since November 3, 2025.", "write [=start]"),
    ("Since the 3rd of November 2025.", "write [=start]"),
    ("Depuis le 3 novembre\n2025.", "write [=start]"),
    ("Since 2025-11-03.", "write [=start]"),
    ("Press Use my data for all of it.", "write [=the-switch]"),
    ("Press Use my data\nfor all of it.", "write [=the-switch]"),
    ("Touchez Utiliser toutes mes données.", "write [=the-switch:fr]"),
    ("See the Advertising data page.", "write [=ads-data]"),
])
def test_one_typed_by_hand_or_misspelled(guide, text, words):
    line = guide.append(PAGE, "\n" + text) + 1
    guide.only("values", f"{PAGE}:{line}", words)


def test_one_typed_in_the_front_matter(guide):
    guide.edit(PAGE, "description: A sentence", "description: Since 3 November 2025")
    guide.only("values", f"{PAGE}:3", "write [=start]")


def test_the_list_of_zones(guide):
    path = "docs/records/regions.yml"
    here = guide.read(path)
    guide.write(path, "".join(here.replace("here:", f"{name}:").replace("title: {fr: Ici, en: Here}",
                                                                        f"title: {{fr: {fr}, en: {en}}}")
                              for name, fr, en in (("ch", "Suisse", "Switzerland"), ("ca", "Canada", "Canada"),
                                                   ("hk", "Hong Kong", "Hong Kong"))))
    guide.append(PAGE, "\nIn Hong Kong and Canada. In Switzerland too.")
    assert guide.faults("values") == []
    line = guide.append(PAGE, "\nA sentence. In Hong Kong,\nSwitzerland or Canada, it holds.") + 1
    guide.only("values", f"{PAGE}:{line}", "write [=zones]")


def test_sound_ones(guide):
    guide.edit(PAGE, "description: A sentence", "description: Since [=start], a sentence")
    guide.append(PAGE,
                 "\nSince [=start], press [=the-switch] or [=the-switch:fr], in [=zones]. On 4 November 2025. `3 "
                 "November "
                 "2025`\n\nAdvertising data is another matter.")
    assert guide.faults("values") == []
