"""The suite's own build, made again elsewhere, on another day: the same bytes. `dev.py reproduce` does it twice, with
the cards."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands.reproduce import CIRCUMSTANCES, build_copy, compare, fingerprints, want_faketime
from commands.system import child_environment

# Drawing the cards takes as long as all the rest; what they depend on is tested in tests/unit/test_cards.py.
WITHOUT_CARDS = ("-c", "from guide.publish import cards; cards.write = lambda project, site: (site / 'cards').mkdir(); "
                       "from mkdocs.__main__ import cli; cli()")
LEFT_OUT = "cards/", "SHA256SUMS"


def test_made_again_elsewhere_and_later_it_is_the_same(site, tmp_path, capfd):
    place = tmp_path / "elsewhere" / "again"
    place.mkdir(parents=True)
    assert build_copy(Path(sys.executable), place, CIRCUMSTANCES[1], want_faketime(),
                      WITHOUT_CARDS) == 0, capfd.readouterr()
    first, again = ({name: digest for name, digest in fingerprints(folder).items() if not name.startswith(LEFT_OUT)
                     and not name.endswith((".br", ".gz"))}
                    for folder in (site, place / "site"))
    assert [name for name in first.keys() | again.keys() if first.get(name) != again.get(name)] == []


def test_the_circumstances_are_what_they_say():
    """Else the comparison proves nothing: another day, another time zone, another order of sets."""
    clock = want_faketime()
    if not clock:
        pytest.skip("no libfaketime on this machine: both builds are made on the same day")
    def told(circumstances):
        environment = child_environment(**circumstances, LD_PRELOAD=str(clock), DONT_FAKE_MONOTONIC="1",
                                        NO_FAKE_STAT="1")
        program = "import time; print(time.strftime('%F %Z'), hash('a'))"
        return subprocess.run([sys.executable, "-c", program], check=True, env=environment, capture_output=True,
                              text=True).stdout.split()
    one, other = map(told, CIRCUMSTANCES)
    assert (one[0], other[0]) == ("2026-02-28", "2031-12-31") and one[1] != other[1] and one[2] != other[2]


def test_a_difference_is_named(capsys):
    sums = {"SHA256SUMS": "c", "a.html": "a", "b.html": "b"}
    assert compare(sums, dict(sums)) == 0 and "one digest: c" in capsys.readouterr().out
    assert compare(sums, {**sums, "b.html": "x", "new.html": "n"}) == 1
    assert capsys.readouterr().out.splitlines()[:2] == ["b.html: the two builds differ",
                                                        "new.html: the two builds differ"]


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
