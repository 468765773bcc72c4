"""What every command shares: the project's places, one-line failures, running a program, asking Debian for a package.

Guards against: tracebacks in front of a contributor, programs left running after Ctrl-C, questions asked to nobody.
"""
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from guide.content.settings import FORMS, trimmed

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
HARMLESS = "PYTHONHASHSEED", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "PYTHONUNBUFFERED"
PATIENCE = 10  # seconds for a program to tidy up
say = partial(print, flush=True)  # a line at once, in order with what the programs started afterwards print


class Failure(Exception):
    """A fault the person at the keyboard can do something about. Its text is the one line they are shown."""


def clean_environment() -> dict[str, str]:
    """Return our environment with what it says of the site trimmed, and without what makes a Python look for its
    packages elsewhere, print in other signs, or stop at a warning. PYTHONHASHSEED is left as it is: the site must not
    depend on it, and fixing it here would hide that it does."""
    # the second is a day that no build of ours needs, and one more to read wrongly
    dropped = *FORMS, "SOURCE_DATE_EPOCH"
    ours = {name: value for name, value in os.environ.items()
            if name not in dropped and (not name.startswith("PYTHON") or name in HARMLESS)}
    # Windows otherwise reads files and prints in the code page of its region, and the same command fails only there.
    return {**ours, **trimmed(os.environ), "PYTHONUTF8": "1"}


def child_environment(**extra: str) -> dict[str, str]:
    """Return the environment for a program of the project: the clean one, scripts/ importable, and `extra`."""
    # Material prints a page of text about MkDocs 2 at every start, and the line that says what to mend drowns in it.
    # The versions are locked and the way out is decided, so it tells a contributor nothing they can act on.
    return {**clean_environment(), "PYTHONPATH": str(SCRIPTS), "NO_MKDOCS_2_WARNING": "1", **extra}


def run(command: list[str], env: dict[str, str] | None = None) -> int:
    """Run a program in the project's root with its output shown; return its exit status (128 + n if signal n ended it).
    Whatever stops us stops it: it is asked as Ctrl-C asks, which reaches it by itself, then ended. OSError if it cannot
    be started."""
    process = subprocess.Popen(command, cwd=ROOT, env=env or clean_environment())
    try:
        status = process.wait()
    except BaseException as stop:
        if not isinstance(stop, KeyboardInterrupt):
            process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        process.kill()
        raise
    return 128 - status if status < 0 else status


def capture(command: list[str], env: dict[str, str] | None = None, timeout: float | None = None,
            folder: Path = ROOT) -> tuple[int, str]:
    """Run a program silently in `folder`; return its exit status (127: not started, or hung) and what it printed."""
    try:
        done = subprocess.run(
            command, cwd=folder, env=env or clean_environment(), timeout=timeout, check=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")
    except (OSError, subprocess.TimeoutExpired) as error:
        return 127, str(error)
    return done.returncode, done.stdout


def last_line(text: str, starting: str = "") -> str:
    """Return the last line of a program's output that says something (and begins with `starting`), cut at 200."""
    lines = [line.strip() for line in text.splitlines() if line.strip().startswith(starting)]
    return next((line[:200] for line in reversed(lines) if line), "it said nothing")


def can_install() -> bool:
    """Whether we may add system packages without asking: root, on Debian or a system made from it."""
    return getattr(os, "geteuid", lambda: 1)() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> str:
    """Install Debian packages, asking nothing; return "" when they are there, else the line that says why not."""
    say(f"Installing {' '.join(packages)} with apt-get (you are root)")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120"]
    capture([*apt, "update"], env)  # an unreachable list is no fault while the package can still be had
    status, output = capture([*apt, "install", "--no-install-recommends", *packages], env)
    return last_line(output, "E:") if status else ""


def python_version() -> str:
    """Return the running Python's version as "3.11"."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"
