"""Citations name claims, are well written, stand where they can be shown; every claim is cited."""

import pytest

PAGE = "docs/en/index.md"


@pytest.mark.parametrize(("text", "words"), [
    ("So it is.[@a-clam]", "there is no claim a-clam; write [@a-claim]"),
    ("So it is.[@a-claim; @zzz]", "there is no claim zzz; write the id of a claim"),
    ("So it is.[@a-claim,@another-claim]", "write [@a-claim; @another-claim]"),
    ("So it is.[@a-claim;@another-claim]", "write [@a-claim; @another-claim]"),
    ("So it is.[see @a-claim]", "write [@a-claim], with nothing else"),
    ("So it is.[@A-claim]", "write [@a-claim]"),
    ("So it is @a-claim.", "write [@a-claim]"),
    ("So it is. [@a-claim]", "a space before a citation"),
    ("### Title[@a-claim] {#index-x}", "a citation in a heading"),
    ("[words[@a-claim]](second.md)", "in the words of a link"),
    ("[words[@a-claim]][setting-page]", "in the words of a link"),
    ("![words[@a-claim]](a.svg)", "in the alternative text"),
    ("| a[@a-claim] | b |\n|---|---|\n| c | d |", "in the header of a table"),
])
def test_a_mark_that_would_not_work(guide, text, words):
    line = guide.append(PAGE, "\n" + text) + 1
    guide.only("citations", f"{PAGE}:{line}", words)


def test_a_mark_in_the_front_matter(guide):
    guide.edit(PAGE, "description: A sentence", "description: A sentence.[@a-claim]")
    guide.only("citations", f"{PAGE}:3", "in the front matter")


def test_a_claim_nobody_cites(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/second.md", "; @another-claim", "")
    guide.only("citations", "docs/records/claims/all.yml:7",
               "another-claim is cited by no page; write [@another-claim]")


def test_a_claim_that_was_withdrawn_is_cited_by_nobody(guide):
    claims = "docs/records/claims/all.yml"
    guide.append(claims, "  withdrawn: {on: '2026-11-22', why: {fr: Non., en: No.}}")
    assert guide.faults("citations")[0].startswith("docs/en/second.md:8: there is no claim another-claim")
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/second.md", "; @another-claim", "")
    assert guide.faults("citations") == []
    guide.edit("docs/records/regions.yml", "claims: [a-claim]\n  status", "claims: [another-claim]\n  status")
    guide.only("citations", "docs/records/regions.yml:9", "another-claim was withdrawn")


def test_a_block_that_cites_a_claim_counts(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/second.md", "; @another-claim", "")
        guide.append(f"docs/{language}/second.md", "\n/// glossary\n///")
    guide.write("overrides/partials/components/glossary.html", "{{ cite('another-claim') }}")
    assert guide.faults("citations") == []


def test_sound_marks(guide):
    guide.append(PAGE,
                 "\nOne,[@a-claim] two.[@a-claim; @another-claim] `[@nothing]` \\[@nothing] <b>so.</b>[@a-claim] "
                 "me@acme.org\n\n| a | b "
                 "|\n|---|---|\n| c[@a-claim] | [@a-claim] |")
    assert guide.faults("citations") == []


def test_a_citation_that_never_closes(guide):
    line = guide.append("docs/en/index.md", "\nSo it is.[@a-claim And so on.[@another-claim]")
    guide.only("citations", f"docs/en/index.md:{line + 1}",
               "@a-claim opens a citation that never closes; write [@a-claim]")


def test_the_id_of_a_claim_without_its_sign(guide):
    line = guide.append("docs/en/index.md", "\nSo it is.[a-claim]")
    guide.only("citations", f"docs/en/index.md:{line + 1}",
               "[a-claim] is the id of a claim without its @; write [@a-claim]")
