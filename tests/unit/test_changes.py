"""Whoever reviews a proposal is told what is new in it: addresses, hosts, facts with the pages that cite them, ids."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from guide.content.addresses import register
from guide.content.faults import GuideError
from guide.desk.changes import earlier, in_markdown, register_advice


def test_what_a_review_must_look_at(guide):
    before = guide.project()
    assert "No address, fact or id is new" in in_markdown(before, before) and register_advice(before) == ""
    guide.edit("docs/records/sources/all.yml", "https://acme.org/notice", "https://other.org/notice")
    guide.edit("docs/records/claims/all.yml", "en: Acme says one thing.", "en: Acme says *no*.")
    for language in ("fr", "en"):
        guide.edit(f"docs/{language}/second.md", "{#second-two}", "{#second-end}")
    told = in_markdown(before, guide.project())
    for words in ("- **new host `other.org`** `https://other.org/notice` (docs/records/sources/all.yml:5); cited on "
                  "index.md, second.md", "- `a-claim` (docs/records/claims/all.yml:1): statement; cited on index.md",
                  "en: ~~Acme says one thing.~~ Acme says \\*no\\*.",
                  "### New for ever, once published\n\n- `second.md#second-end`",
                  "### Gone\n\n- `second.md#second-two`"):
        assert words in told, told
    assert "(1): second.md#second-end; run:" in register_advice(guide.project())
    register(guide.project())
    assert register_advice(guide.project()) == ""


@pytest.mark.skipif(not shutil.which("git"), reason="no git on this machine")
def test_the_guide_at_an_earlier_commit(guide):
    for command in ("init -q", "add .", "-c user.name=x -c user.email=x commit -qm x"):
        subprocess.run(["git", *command.split()], cwd=guide.root, check=True)
    with pytest.raises(GuideError, match="is no commit this copy has"):
        earlier(guide.root, "nowhere", lambda root: None)
    assert (earlier(guide.root, "HEAD", lambda root: (root / "docs/en/index.md").read_text("utf-8"))
            == guide.read("docs/en/index.md"))
