"""A section that states facts cites a claim, and the same claims in every language."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize("text", [
    "It has an owner: Acme.", "It began on [=start].", "See article 21 of the law.", "The Data Authority has answered.",
    "ADX has answered.",
])
def test_a_section_that_states_a_fact_and_cites_nothing(guide, text):
    line = guide.edit(PAGE, "## The end {#index-two}\n", f"## The end {{#index-two}}\n\n{text}\n")
    guide.only("evidence", f"{PAGE}:{line}", "index-two states facts", "put [@claim-id] after the sentence")


@pytest.mark.parametrize("text", [
    "It is easy to do.", "This page follows the lists of Acme.", "We have not seen what Acme says.",
    "```text\nAcme\n```", "`Acme`",
                                  "- [ ] [Leave Acme](second.md#second-one)",
])
def test_what_is_no_fact(guide, text):
    guide.edit(PAGE, "## The end {#index-two}\n", f"## The end {{#index-two}}\n\n{text}\n")
    assert guide.faults("evidence") == []


def test_a_step_may_name_the_subject_but_not_a_date(guide):
    guide.edit(PAGE, "## The first step {#index-one .step}\n", "## The first step {#index-one .step}\n\nOpen Acme.\n")
    assert guide.faults("evidence") == []
    line = guide.edit(PAGE, "Open Acme.\n", "Open Acme, as since [=start].\n") - 2
    guide.only("evidence", f"{PAGE}:{line}", "the date [=start]")


def test_the_opening_of_a_page_is_a_section(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/index.md", "[@a-claim]", "")
    found = guide.faults("evidence")
    assert [fault.split(" states")[0] for fault in found] == ["docs/en/index.md:6: the opening",
                                                              "docs/fr/index.md:6: the opening"]


def test_a_block_that_shows_its_evidence_is_evidence(guide):
    for language in ("fr", "en"):
        guide.append(f"docs/{language}/index.md", "\nAcme.\n\n/// contested\n///")
    assert guide.faults("evidence") == []


def test_pages_about_the_site_are_exempt(guide):
    for language in ("fr", "en"):
        guide.write(f"docs/{language}/legal.md",
                    "---\ntitle: T\ndescription: D.\nrole: service\n---\n\n# T\n\nNo link with Acme.\n")
    assert guide.faults("evidence") == []


def test_other_claims_in_the_other_language(guide):
    line = guide.edit(PAGE, "## The end {#index-two}\n", "## The end {#index-two}\n\nSo.[@a-claim]\n")
    guide.edit("docs/fr/index.md", "## La fin {#index-two}\n", "## La fin {#index-two}\n\nVoilà.[@another-claim]\n")
    guide.only("evidence", f"{PAGE}:{line}",
               f"cites a-claim and lacks another-claim, unlike docs/fr/index.md:{line}")
