"""Whether a locked package has a published vulnerability: advice, for a person or a weekly run. The tests do not depend
on it.

Guards against: an all-clear that means "nobody was asked". pip-audit ends well when the index knows none of the
packages.
"""
import json
from pathlib import Path

from .environment import SITE_LOCK, TEST_LOCK, VENV, explain, prepare
from .system import ROOT, Failure, capture, last_line, say

AUDIT_LOCK = ROOT / "requirements/audit.txt"


def audit() -> int:
    """Look up the packages of both locks; return 1 when one has a known vulnerability, else 0.

    Failure when the index cannot be reached or knows nothing: then nothing is known either way.
    """
    python = prepare(AUDIT_LOCK, venv=VENV / "audit")
    found = False
    for lock in (SITE_LOCK, TEST_LOCK):
        # The locks hold every package: nothing is resolved or installed to look them up.
        _, output = capture([str(python), "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner",
                             "off",
                                  "--format", "json", "--requirement", str(lock)])
        found = report(lock, answer(output, lock)) or found
    return int(found)


def answer(output: str, lock: Path) -> list[dict]:
    """Return what pip-audit says of each package. Failure when it says nothing."""
    try:
        return json.loads(output[output.index('{"dependencies"'):].splitlines()[0])["dependencies"]
    except (ValueError, KeyError):
        reason = explain(output, lock.name)
        raise Failure(f"{lock.name} was not looked up, so nothing is known: "
                      f"{reason if 'reached' in reason else last_line(output)}") from None


def report(lock: Path, packages: list[dict]) -> bool:
    """Say what is known of a lock's packages, a line each; return whether a vulnerability is. Failure when no package
    is known."""
    asked = [package for package in packages if "skip_reason" not in package]
    if not asked:
        raise Failure(f"{lock.name} was not looked up, so nothing is known: the package index has no advisories for "
                      f"any of its packages")
    faults = [(package, fault) for package in asked for fault in package["vulns"]]
    for package, fault in faults:
        remedy = f"take {' or '.join(fault['fix_versions'])}" if fault["fix_versions"] else "no version mends it yet"
        say(f"{lock.name}: {package['name']} {package['version']} has {fault['id']}; {remedy}")
    missing = f"; {len(packages) - len(asked)} could not be looked up" if len(asked) < len(packages) else ""
    if not faults:
        say(f"{lock.name}: no known vulnerability in {len(asked)} packages{missing}")
    return bool(faults)
