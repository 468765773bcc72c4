"""The project's own Python environment: .venv, filled from the hash-locked files.

Guards against: packages that differ from the locked ones (every hash is checked), an environment half made, half
deleted or made for another Python (each lock leaves a stamp only once it is wholly installed, and held.py asks each
time whether that is still true), settings of pip that put packages elsewhere, machines where venv or pip is missing.
"""
import ast
import hashlib
import os
import re
import sys
from pathlib import Path

from .system import (
    ROOT,
    Failure,
    apt_install,
    can_install,
    capture,
    clean_environment,
    last_line,
    python_version,
    require_space,
    say,
)

VENV = ROOT / ".venv"
SITE_LOCK = ROOT / "requirements/site.txt"
TEST_LOCK = ROOT / "requirements/test.txt"
LINT_LOCK = ROOT / "requirements/lint.txt"
MEGABYTES = 250  # room for one lock file's packages; measured: the site's 180, the tests' 220
# Settings of pip that say where packages come from, and how they are fetched. Any other may say where they go, or that
# they go nowhere.
SOURCES = ("index-url", "extra-index-url", "no-index", "find-links", "trusted-host", "proxy", "cert", "client-cert",
           "keyring-provider",
           "timeout", "default-timeout", "retries", "cache-dir", "no-cache-dir", "use-feature", "use-deprecated")
VENV_PACKAGE = f"python{python_version()}-venv"  # gives Debian's Python its ensurepip
OLDEST_PIP = (22, 3)  # the first that can install into an environment which has no pip of its own (--python)

# What pip prints -> what the reader is told. The first that is found wins, so the order matters: an unreachable index
# also ends in "no matching distribution".
REASONS = (
    (r"DO NOT MATCH THE HASHES",
     "a package does not match the hash in {lock}, so it was not installed: get {lock} again from "
     "the repository, or remake it as requirements/site.in says"),
    (r"Hashes are required|require-hashes mode", "{lock} is not wholly locked: remake it as requirements/site.in says"),
    (r"No space left on device|Disk quota exceeded", "the disk is full"),
    (r"CERTIFICATE_VERIFY_FAILED|SSLError",
     "the package index was reached, but its certificate is not trusted on this machine"),
    (r"NewConnectionError|Failed to establish a new connection|NameResolutionError|ConnectTimeoutError|ReadTimeoutError"
     r"|ProxyError|Network is unreachable|Connection (?:refused|reset|aborted)",
     "the package index cannot be reached: check the network or the proxy, then run the command again"),
)


def python_in(venv: Path, windows: bool = os.name == "nt") -> Path:
    """Return where an environment keeps its Python on this system."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def prepare(*locks: Path, venv: Path = VENV) -> Path:
    """Make the environment hold what `locks` say; return its Python. Quick, and silent, when nothing has changed.

    Failure, with one line to act on, when it cannot be made; the next call then starts again from what is missing.
    """
    python = python_in(venv)
    stamps = {lock: venv / f"{lock.name}.installed" for lock in locks}
    digests = {lock: digest(lock) for lock in locks}
    fresh = [lock for lock, stamp in stamps.items() if read(stamp) == digests[lock]]
    usable = python.exists() and made_for(venv) == python_version() and holds(python, *fresh)
    stale = [lock for lock in locks if not usable or lock not in fresh]
    if not stale:
        return python
    require_space(venv.parent, MEGABYTES * len(stale), "the set-up")
    if not usable:
        make(venv)
    pip = find_pip(python)
    for lock in stale:
        say(f"Setting up: installing what {lock.parent.name}/{lock.name} names into {venv.name}/ (the first time "
            f"takes about half a minute)")
        stamps[lock].unlink(missing_ok=True)
        install(pip, lock, venv)
        stamps[lock].write_text(digests[lock], encoding="ascii")
    return python


def holds(python: Path, *locks: Path) -> bool:
    """Whether this Python starts and has every file of what the locks name."""
    return capture([str(python), "-I", str(Path(__file__).with_name("held.py")), *map(str, locks)])[0] == 0


def read(path: Path) -> str:
    """Return a small file's text, "" when there is none."""
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def digest(lock: Path) -> str:
    """Return the fingerprint of a lock file; line ends do not count, as Git may change them. Failure if it is
    missing."""
    if not lock.exists():
        raise Failure(f"{lock.name} is missing: get it again from the repository")
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def made_for(venv: Path) -> str:
    """Return the Python version an environment was made for, as "3.11"; "" when that cannot be told."""
    found = re.search(r"^version(?:_info)?\s*=\s*(\d+\.\d+)", read(venv / "pyvenv.cfg"), re.MULTILINE)
    return found.group(1) if found else ""


def make(venv: Path) -> None:
    """Make an empty environment, without pip: that much works where Debian has left out ensurepip. Failure if it does
    not."""
    command = [sys.executable, "-m", "venv", "--without-pip", "--clear", str(venv)]
    status, output = capture(command)
    if status and "No module named" in output and install_venv_package():
        status, output = capture(command)
    if status:
        raise Failure(f"{venv.name}/ cannot be made: {last_line(output)}")


def find_pip(python: Path) -> list[str]:
    """Return the command that is pip for the environment of `python`, put there if need be. Failure if there is no
    way."""
    inside, outside = [str(python), "-m", "pip"], [sys.executable, "-m", "pip"]
    if pip_version(inside) or bring_pip(python):
        return inside
    if pip_version(outside) >= OLDEST_PIP:
        return [*outside, "--python", str(python)]
    if install_venv_package() and bring_pip(python):
        return inside
    raise Failure(
        f"Python {python_version()} at {sys.executable} has neither ensurepip nor a pip of "
        f"{'.'.join(map(str, OLDEST_PIP))} or "
        f"newer: install one of them (Debian, Ubuntu: apt install {VENV_PACKAGE}), then run the command again"
    )


def bring_pip(python: Path) -> bool:
    """Put pip into an environment from the copy Python ships; whether that worked."""
    done, _ = capture([str(python), "-m", "ensurepip", "--default-pip"])
    return done == 0 and bool(pip_version([str(python), "-m", "pip"]))


def pip_version(pip: list[str]) -> tuple[int, ...]:
    """Return a pip's version as (23, 0); () when there is none."""
    status, output = capture([*pip, "--version"])
    found = re.search(r"^pip (\d+)\.(\d+)", output, re.MULTILINE) if status == 0 else None
    return tuple(map(int, found.groups())) if found else ()


def install_venv_package() -> bool:
    """Have Debian complete its own Python; whether it did. Never for a Python that Debian has not installed."""
    return sys.base_prefix == "/usr" and can_install() and not apt_install(VENV_PACKAGE)


def install(pip: list[str], lock: Path, venv: Path) -> None:
    """Install a lock file, every hash checked. Failure in one line; all that pip said is kept beside it."""
    log = venv / f"{lock.name}.log"
    status, output = capture([*pip, "install", "--require-hashes", "--no-input", "--disable-pip-version-check",
                              "--progress-bar", "off", "-r", str(lock)], settings(pip))
    log.write_text(output, encoding="utf-8")
    if status:
        raise Failure(f"{explain(output, lock.name)} (all of pip's words: {log.relative_to(venv.parent)})")
    if not holds(python_in(venv), lock):
        raise Failure(f"pip says it installed {lock.name}, yet {venv.name}/ does not hold it (all of pip's words: "
                      f"{log.relative_to(venv.parent)})")


def settings(pip: list[str]) -> dict[str, str]:
    """Return the environment for pip: of a person's own settings, in variables and in files, those in SOURCES."""
    env = {name: value for name, value in clean_environment().items()
           if not name.upper().startswith("PIP_")} | {"PIP_CONFIG_FILE": os.devnull}
    listed = re.findall(r"^(global|install|:env:)\.([\w-]+)=(.+)$", capture([*pip, "config", "list"])[1], re.MULTILINE)
    # the last one wins
    for _, name, value in sorted(listed, key=lambda item: ("global", "install", ":env:").index(item[0])):
        if name in SOURCES:
            env[f"PIP_{name.upper().replace('-', '_')}"] = ast.literal_eval(value)
    return env


def explain(output: str, lock: str) -> str:
    """Return in one line why pip failed: the reason we know a remedy for, else pip's own last error."""
    for pattern, reason in REASONS:
        if re.search(pattern, output):
            return reason.format(lock=lock)
    return f"pip could not install {lock}: {last_line(output, 'ERROR:').removeprefix('ERROR: ')}"
