"""dev.py audit: what it says of a vulnerability, and that silence is never taken for an all-clear."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import audit
from commands.system import Failure

LOCK = Path("requirements.txt")
SOUND = {"name": "a", "version": "1", "vulns": []}
ILL = {"name": "b", "version": "2",
       "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["2.1"]}, {"id": "PYSEC-2026-2", "fix_versions": []}]}
UNKNOWN = {"name": "c", "skip_reason": "Dependency not found on PyPI and could not be audited"}


def test_each_vulnerability_is_named_with_what_mends_it(capsys):
    assert audit.report(LOCK, [SOUND, ILL]) is True
    assert capsys.readouterr().out.splitlines() == [
        "requirements.txt: b 2 has PYSEC-2026-1; take 2.1",
        "requirements.txt: b 2 has PYSEC-2026-2; no version mends it yet"]


def test_packages_nobody_could_look_up_are_counted(capsys):
    assert audit.report(LOCK, [SOUND, UNKNOWN]) is False
    assert (capsys.readouterr().out
            == "requirements.txt: no known vulnerability in 1 packages; 1 could not be looked up\n")


def test_an_index_that_knows_nothing_is_no_all_clear():
    with pytest.raises(Failure, match="nothing is known: the package index has no advisories"):
        audit.report(LOCK, [UNKNOWN])


def test_without_an_answer_it_says_why():
    for output, reason in (
        ("requests.exceptions.ConnectionError: Failed to establish a new connection",
         "the package index cannot be reached"),
        ("ERROR:pip_audit._cli:requirements.txt is odd", "requirements.txt is odd"),
    ):
        with pytest.raises(Failure, match=f"requirements.txt was not looked up, so nothing is known: .*{reason}"):
            audit.answer(output, LOCK)


def test_an_answer_is_found_among_other_words():
    assert audit.answer("Found 1 known vulnerability\n" + json.dumps({"dependencies": [ILL], "fixes": []}) + "\n",
                        LOCK) == [ILL]
