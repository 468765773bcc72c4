"""The project's own Python environment: .venv, filled from the hash-locked files.

Guards against: packages that differ from the locked ones (every hash is checked), an environment half made, half
deleted or made for another Python (each lock leaves a stamp only once it is wholly installed, and held.py asks each
time whether that is still true), settings of pip that put packages elsewhere.
"""
import ast
import hashlib
import os
import re
import sys
from pathlib import Path

from .system import ROOT, Failure, apt_install, can_install, capture, clean_environment, last_line, python_version, say

VENV = ROOT / ".venv"
SITE_LOCK = ROOT / "requirements/site.txt"
TEST_LOCK = ROOT / "requirements/test.txt"
LINT_LOCK = ROOT / "requirements/lint.txt"
# Settings of pip that say where packages come from, and how they are fetched. Any other may say where they go, or that
# they go nowhere.
SOURCES = ("index-url", "extra-index-url", "no-index", "find-links", "trusted-host", "proxy", "cert", "client-cert",
           "keyring-provider", "timeout", "default-timeout", "retries", "cache-dir", "no-cache-dir", "use-feature",
           "use-deprecated")
VENV_PACKAGE = f"python{python_version()}-venv"  # gives Debian's Python its ensurepip
# What pip says of an index it cannot reach, before it ends in "no matching distribution".
UNREACHABLE = re.compile(r"NewConnectionError|Failed to establish a new connection|NameResolutionError"
                         r"|ConnectTimeoutError|ReadTimeoutError|ProxyError|Network is unreachable|SSLError"
                         r"|Connection (?:refused|reset|aborted)")


def python_in(venv: Path, windows: bool = os.name == "nt") -> Path:
    """Return where an environment keeps its Python on this system."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def prepare(*locks: Path, venv: Path = VENV) -> Path:
    """Make the environment hold what `locks` say; return its Python. Quick, and silent, when nothing has changed.
    Failure, with one line to act on, when it cannot be made; the next call then starts again from what is missing."""
    python = python_in(venv)
    stamps = {lock: venv / f"{lock.name}.installed" for lock in locks}
    digests = {lock: digest(lock) for lock in locks}
    fresh = [lock for lock, stamp in stamps.items() if read(stamp) == digests[lock]]
    usable = holds(python, *fresh)
    stale = [lock for lock in locks if not usable or lock not in fresh]
    if not usable:
        make(venv)
    for lock in stale:
        say(f"Setting up: installing what {lock.parent.name}/{lock.name} names into {venv.name}/ (the first time "
            f"takes about half a minute)")
        stamps[lock].unlink(missing_ok=True)
        install(python, lock)
        stamps[lock].write_text(digests[lock], encoding="ascii")
    return python


def holds(python: Path, *locks: Path) -> bool:
    """Whether this Python starts, as the version that runs us, and has every file of what the locks name."""
    return capture([str(python), "-I", str(Path(__file__).with_name("held.py")), python_version(),
                    *map(str, locks)])[0] == 0


def read(path: Path) -> str:
    """Return a small file's text, "" when there is none."""
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def digest(lock: Path) -> str:
    """Return the fingerprint of a lock file, whatever its line ends: Git may change them. Failure without one."""
    if not lock.exists():
        raise Failure(f"{lock.name} is missing: get it again from the repository")
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def make(venv: Path) -> None:
    """Make an environment with nothing but pip. Failure, naming what Debian has left out, if that cannot be done."""
    command = [sys.executable, "-m", "venv", "--clear", str(venv)]
    status, output = capture(command)
    if status and can_install() and not apt_install(VENV_PACKAGE):
        status, output = capture(command)
    if status:
        raise Failure(f"{venv.name}/ cannot be made: {last_line(output)} (Debian, Ubuntu: apt install {VENV_PACKAGE})")


def install(python: Path, lock: Path) -> None:
    """Install a lock file, every hash checked. Failure in one line; all that pip said is kept beside it."""
    venv = python.parent.parent
    log = venv / f"{lock.name}.log"
    pip = [str(python), "-m", "pip"]
    status, output = capture([*pip, "install", "--require-hashes", "--no-input", "--disable-pip-version-check",
                              "--progress-bar", "off", "-r", str(lock)], settings(pip))
    log.write_text(output, encoding="utf-8")
    if status:
        raise Failure(f"{explain(output, lock.name)} (all of pip's words: {log.relative_to(venv.parent)})")


def settings(pip: list[str]) -> dict[str, str]:
    """Return the environment for pip: of a person's own settings, in variables and in files, those in SOURCES."""
    env = {name: value for name, value in clean_environment().items()
           if not name.upper().startswith("PIP_")} | {"PIP_CONFIG_FILE": os.devnull}
    listed = re.findall(r"^(global|install|:env:)\.([\w-]+)=(.+)$", capture([*pip, "config", "list"])[1], re.MULTILINE)
    listed.sort(key=lambda item: ("global", "install", ":env:").index(item[0]))  # the last one wins
    return env | {f"PIP_{name.upper().replace('-', '_')}": ast.literal_eval(value) for _, name, value in listed
                  if name in SOURCES}


def explain(output: str, lock: str) -> str:
    """Return in one line why pip failed: that it could not reach the index, else its own last error."""
    return ("the package index cannot be reached: check the network, the proxy and the certificates, then try again"
            if UNREACHABLE.search(output)
            else f"pip could not install {lock}: {last_line(output, 'ERROR:').removeprefix('ERROR: ')}")
