"""A source that says nowhere where it was read is told of."""

import pytest

PATH = "docs/records/sources/all.yml"


@pytest.mark.parametrize(("old", "new", "words"), [
    ("  url: https://acme.org/notice\n", "", "access is original and nothing says where; add its url:"),
    ("access: original", "access: archived", "access is archived and nothing says where; add archive:"),
    ("access: original", "access: mirror", "access is mirror and nothing says where; say in seen_through:"),
    ("access: original", "access: relayed", "access is relayed and nothing says where; say in seen_through:"),
])
def test_one_without_its_place(guide, old, new, words):
    guide.edit(PATH, old, new)
    guide.only("sources", f"{PATH}:{9 if new == '' else 10}", words)


@pytest.mark.parametrize(("old", "new"), [
    ("access: original", "access: archived\n  archive: https://archive.org/notice"),
    ("access: original", "access: archived\n  seen_through: {fr: Une archive., en: An archive.}"),
])
def test_one_that_says_where(guide, old, new):
    guide.edit(PATH, old, new)
    assert guide.faults("sources") == []


def test_one_that_is_not_published(guide):
    guide.append(PATH,
                 "kept-back:\n  publisher: Other\n  title: A copy\n  language: en\n  published: unknown\n  text_of: "
                 "unknown\n"
                 "  read_on: '2026-11-21'\n  kind: press\n  access: original\n  publishable: false")
    assert guide.faults("sources") == []


CLAIMS = "docs/records/claims/all.yml"
OTHER = ("another-source:\n  publisher: {publisher}\n  title: A text\n  language: en\n  url: https://acme.org/text\n  "
         "published: unknown\n"
         "  text_of: unknown\n  read_on: '2026-11-21'\n  kind: {kind}\n  access: original\n")


def second(guide, extra="", kind="press", publisher="Other"):
    """Another source, named by the first statement; returns nothing."""
    guide.append(PATH, OTHER.format(kind=kind, publisher=publisher) + extra)
    guide.write(CLAIMS, guide.read(CLAIMS).replace("[a-source]", "[a-source, another-source]", 1))


def status(guide, name):
    guide.write(CLAIMS, guide.read(CLAIMS).replace("status: one-source", f"status: {name}", 1))


@pytest.mark.parametrize(("name", "kind"),
                         [("linkedin-says", "linkedin"), ("regulator-says", "regulator"), ("law-says", "law")])
def test_a_status_asks_for_its_kind_of_source(guide, name, kind):
    status(guide, name)
    guide.only("sources", f"{CLAIMS}:3", f"a-claim: is {name} without a source of the kind {kind}")


@pytest.mark.parametrize(("name", "sound"), [("regulator-says", True), ("linkedin-says", False)])
def test_a_relay_stands_for_an_authority_and_not_for_the_company(guide, name, sound):
    """What an authority said is often read in the press; the company's own words are quoted from its own text."""
    guide.edit(PATH, "kind: press",
               f"kind: press\n  relays: [{{text: its-statement, kind: {name.removesuffix('-says')}}}]")
    status(guide, name)
    assert (guide.faults("sources") == []) == sound


@pytest.mark.parametrize(("extra", "publisher", "count"), [("", "Other", 2), ("", "Acme", 1),
                                                           ("  relays: [{text: a-source, kind: press}]\n", "Other", 1)])
def test_relays_and_one_publisher_are_one_source(guide, extra, publisher, count):
    second(guide, extra, publisher=publisher)
    status(guide, "several-sources" if count == 1 else "one-source")
    guide.only("sources", f"{CLAIMS}:3", f"with {count} independent source{'s' * (count > 1)} (relays of one text")
    guide.write(CLAIMS, guide.read(CLAIMS).replace("status: several-sources" if count == 1 else "status: one-source",
                                                   "status: one-source" if count == 1 else "status: several-sources",
                                                   1))
    assert guide.faults("sources") == []


def test_two_relays_of_one_text_are_one(guide):
    guide.edit(PATH, "kind: press", "kind: press\n  relays: [{text: the-statement, kind: regulator}]")
    second(guide, "  relays: [{text: the-statement, kind: regulator}]\n")
    assert guide.faults("sources") == []
    status(guide, "several-sources")
    guide.only("sources", f"{CLAIMS}:3", "with 1 independent source")


@pytest.mark.parametrize("kind", ["law", "linkedin"])
def test_a_law_and_a_text_of_the_company_say_where(guide, kind):
    second(guide, kind=kind)
    status(guide, "our-reading")
    guide.only("sources", f"{CLAIMS}:4", "a-claim: says nowhere where in another-source it stands")
    guide.edit(CLAIMS, "[a-source, another-source]",
               "[a-source, another-source]\n  where:\n    another-source: {fr: article 1, en: Article 1}")
    assert guide.faults("sources") == []
    guide.edit(CLAIMS, "{fr: article 1, en: Article 1}", "not-seen")
    guide.only("sources", f"{CLAIMS}:6", "another-source was not seen, and its record does not say through whom")
    guide.append(PATH, "  seen_through: {fr: Un article., en: An article.}")
    assert guide.faults("sources") == []


def test_a_place_in_a_source_that_is_not_named(guide):
    guide.edit(CLAIMS, "another-claim:", "  where:\n    no-source: {fr: article 1, en: Article 1}\nanother-claim:")
    guide.only("sources", f"{CLAIMS}:8", "where names no-source, which is not among its sources")
