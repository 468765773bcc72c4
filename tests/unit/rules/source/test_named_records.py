"""A record nobody would meet is told of, and a name in a record that leads nowhere."""

import pytest

ADDRESSES, AUTHORITIES, LABELS, MILESTONES, REGIONS, SCREENS = (
    f"docs/records/{kind}.yml" for kind in ("addresses", "authorities", "labels", "milestones", "regions", "screens"))
EVENT = "later:\n  date: '2026'\n  placed: '2026-04'\n  title: {fr: A, en: A}\n  on_timeline: true\n"
PATH = "a-path:\n  title: {fr: Chemin, en: Path}\n  labels: [the-switch]\n  claims: [a-claim]\n"


@pytest.mark.parametrize(("path", "old", "new", "place", "words"), [
    (REGIONS, "authorities: [zz]", "authorities: []", f"{AUTHORITIES}:1",
     "zz: no region names this authority; add it to authorities:"),
    (SCREENS, ", {row: ads-data, control: opens}", "", f"{LABELS}:5",
     "ads-data: no page and no drawing shows this label; write [=ads-data]"),
    (SCREENS, "  address: setting-page\n", "", f"{ADDRESSES}:1",
     "setting-page: no page links to this address; write [words][setting-page]"),
    (SCREENS, "index-one:", "index-two:", f"{SCREENS}:1", "index-two: no step has this id"),
    (MILESTONES, "start:", EVENT + "start:", f"{MILESTONES}:1", "later: no page shows this date"),
    (REGIONS, "  status:", "  letter: second-nine\n  status:", f"{REGIONS}:10",
     "here: letter.md has no heading with the id second-nine"),
    (AUTHORITIES, "country: fr", "country: al", f"{AUTHORITIES}:2",
     "zz: the map has no outline of al; correct the code"),
    (SCREENS, "'It says [=the-switch].'", "'It says [=no-such-label].'", f"{SCREENS}:5",
     "no record 'no-such-label' among the labels"),
])
def test_what_is_named_by_nothing_or_names_nothing(guide, path, old, new, place, words):
    guide.edit(path, old, new)
    guide.only("named_records", place, words)


@pytest.mark.parametrize(("kind", "record", "words"), [
    ("menu-paths", PATH, "a-path: no page shows this path; write '/// menu-path | a-path' in one, or remove it"),
    ("holidays", "here:\n  code: IE\n  days: {2026: [12-25]}\n", "here: no region counts these days"),
])
def test_a_kind_no_page_lists(guide, kind, record, words):
    guide.write(f"docs/records/{kind}.yml", record)
    guide.only("named_records", f"docs/records/{kind}.yml:1", words)


@pytest.mark.parametrize("words", ["/// timeline | 2026\n///", "Since [=later]."])
def test_what_a_page_names(guide, words):
    guide.append(MILESTONES, EVENT)
    guide.append("docs/en/index.md", "\n" + words)
    assert guide.faults("named_records") == []
