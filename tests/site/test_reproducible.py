"""The suite's own build, made again elsewhere, on another day: the same bytes."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys

import pytest
from commands.build import copy_sources
from commands.system import child_environment

CIRCUMSTANCES = {"TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "2", "PYTHONDONTWRITEBYTECODE": "1"}
# The day is another for whatever asks Python for it. Drawing the cards takes as long as all the rest; what they depend
# on is tested in tests/unit/test_cards.py.
LATER = """
import datetime, time
began = time.time
class Date(datetime.date):
    today = classmethod(lambda cls: cls(2031, 12, 31))
class Moment(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls(2031, 12, 31, 23, 59, tzinfo=tz))
    utcnow = today = now
datetime.date, datetime.datetime = Date, Moment
time.time = lambda: began() + 5 * 365 * 86400
from guide.publish import cards
cards.write = lambda project, site: (site / "cards").mkdir(exist_ok=True)
from mkdocs.__main__ import cli
cli()
"""
LEFT_OUT = "cards/", "SHA256SUMS"


def sums(site) -> dict[str, str]:
    """The fingerprint of every file of a site but those left out, from the list in it."""
    lines = (site / "SHA256SUMS").read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines) if not name.startswith(LEFT_OUT)}


def test_made_again_elsewhere_and_later_it_is_the_same(site, tmp_path):
    place = tmp_path / "elsewhere" / "again"
    copy_sources(place)
    environment = child_environment(**CIRCUMSTANCES, PYTHONPATH=str(place / "scripts"))
    done = subprocess.run([sys.executable, "-c", LATER, "build", "--strict", "--config-file", place / "mkdocs.yml",
                           "--site-dir", place / "site"], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    first, again = sums(site), sums(place / "site")
    assert [name for name in first.keys() | again.keys() if first.get(name) != again.get(name)] == []


def test_the_list_of_fingerprints_holds_for_every_file_but_itself(site):
    """In the form of `sha256sum -c`, sorted; compressed copies a host asked for may lie beside their files."""
    lines = (site / "SHA256SUMS").read_text("utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert names - listed.keys() - {f"{name}{ending}" for name in listed for ending in (".br", ".gz")} == {"SHA256SUMS"}
    assert list(listed) == sorted(listed)
    for name, digest in listed.items():
        assert hashlib.sha256((site / name).read_bytes()).hexdigest() == digest, name


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum on this machine")
def test_sha256sum_reads_it(site):
    assert subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=site,
                          check=False).returncode == 0
