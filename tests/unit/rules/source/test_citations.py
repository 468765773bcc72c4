"""Every claim is cited."""


def test_a_claim_nobody_cites(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/second.md", "; @another-claim", "")
    guide.only("citations", "docs/records/claims/all.yml:7",
               "another-claim is cited by no page; write [@another-claim]")


def test_a_claim_that_was_withdrawn_is_cited_by_nobody(guide):
    claims = "docs/records/claims/all.yml"
    guide.append(claims, "  withdrawn: {on: '2026-11-22', why: {fr: Non., en: No.}}")
    assert guide.faults("rendered")[0].startswith("docs/en/second.md:8: there is no claim another-claim")
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
