"""Whether the site can be made twice: two builds under circumstances that must not matter, compared byte by byte.

They differ in the folder of the sources and of the site, the time zone, the seed of Python's hashes, and the day, which
turns during each. The day is faked by libfaketime, where Debian lets us fetch it, for everything but the search index's
own program: that one is linked so that nothing can be put before the system's clock. SOURCE_DATE_EPOCH stays unset: it
would hide the fault.
"""
import hashlib
import sys
from pathlib import Path

from .build import ask_settings, copy_sources, scratch
from .environment import SITE_LOCK, VENV, prepare
from .system import apt_unpack, can_install, child_environment, run, say

CIRCUMSTANCES = (
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "FAKETIME": "@2026-02-28 23:59:58"},
    {"TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "2", "FAKETIME": "@2031-12-31 23:59:58"},
)
UNPACKED = VENV / "faketime"
SHOWN = 20  # files that differ


def reproduce() -> int:
    """Build twice and compare; return 0 and say the one digest, or 1 and name the files that differ."""
    python, clock = prepare(SITE_LOCK), want_faketime()
    if status := ask_settings(python):
        return status
    found = []
    with scratch(None) as folder:
        for number, circumstances in enumerate(CIRCUMSTANCES):
            place = folder / ("elsewhere/" * number + "copy")
            if status := build_copy(python, place, circumstances, clock):
                return status
            found.append(fingerprints(place / "site"))
    return compare(*found)


def build_copy(python: Path, place: Path, circumstances: dict[str, str], clock: Path | None,
               program: tuple[str, ...] = ("-m", "mkdocs")) -> int:
    """Copy what a build reads into `place` and build it there, into `place`/site; return the exit status.

    `clock` is the libfaketime to use, None to keep the day. `program` is what runs MkDocs.
    """
    copy_sources(place)
    extra = {**circumstances, "PYTHONPATH": str(place / "scripts"), "PYTHONDONTWRITEBYTECODE": "1"}
    if clock:  # clocks that only measure, and the dates of files, stay true
        extra |= {"LD_PRELOAD": str(clock), "DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
    command = [str(python), *program, "build", "--strict", "--config-file", str(place / "mkdocs.yml"), "--site-dir",
               str(place / "site")]
    return run(command, child_environment(**extra))


def want_faketime() -> Path | None:
    """Return libfaketime, fetched if Debian lets us; None elsewhere, after saying what will not be seen."""
    def found():
        places = [UNPACKED, Path("/")] if sys.platform == "linux" else []
        return next((path for place in places for path in sorted(place.glob("usr/lib/*/faketime/libfaketime.so.1"))),
                    None)

    if not found() and can_install():
        apt_unpack(UNPACKED, "libfaketime")
    if not found():
        say("No libfaketime found: both builds are made on the same day (Debian: apt install libfaketime)")
    return found()


def fingerprints(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file, by its path in the site."""
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in site.rglob("*")
            if path.is_file()}


def compare(first: dict[str, str], second: dict[str, str]) -> int:
    """Say whether two builds are one; return the exit status."""
    differing = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    for name in differing[:SHOWN]:
        say(f"{name}: the two builds differ")
    if differing:
        say(f"{len(differing)} of {len(first.keys() | second.keys())} files differ: what makes them depends on the "
            f"folder, the day, the time zone "
            "or the order of a set")
        return 1
    say(f"Two builds, one digest: {first['SHA256SUMS']} (of SHA256SUMS, which names {len(first) - 1} files)")
    return 0
