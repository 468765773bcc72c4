"""Every claim is cited."""


def test_a_claim_nobody_cites(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/second.md", "; @another-claim", "")
    guide.only("citations", "docs/records/claims/all.yml:7",
               "another-claim is cited by no page; write [@another-claim]")


def test_a_block_that_cites_a_claim_counts(guide):
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/second.md", "; @another-claim", "")
        guide.append(f"docs/{language}/second.md", "\n/// glossary\n///")
    guide.write("overrides/partials/components/glossary.html", "{{ cite('another-claim') }}")
    assert guide.faults("citations") == []
