"""A real nginx, for the tests of the file we write for it, with the module that sends .br files.

Guards against: directives that only look right, and a test run that leaves a web server behind: Debian's package starts
one on port 80 as it is installed, so here it is only unpacked.
"""
import shutil
from pathlib import Path

from .environment import VENV
from .system import Failure, apt_unpack, can_install, capture, last_line, say

UNPACKED = VENV / "nginx"
PACKAGES = "nginx", "libnginx-mod-http-brotli-static"
BROTLI = "lib/nginx/modules/ngx_http_brotli_static_module.so"  # beside sbin/nginx, under /usr


def find_nginx(unpacked: Path = UNPACKED) -> str | None:
    """Return the path of an nginx that starts, the one that can send .br files first; None when there is none."""
    places = unpacked / "usr/sbin/nginx", shutil.which("nginx"), "/usr/sbin/nginx"
    there = [str(place) for place in places if place and Path(place).exists() and capture([str(place), "-v"])[0] == 0]
    return next(iter(sorted(there, key=lambda program: brotli_module(program) is None)), None)


def brotli_module(program: str) -> Path | None:
    """Return the module that sends .br files, of the nginx at `program`; None when it has none."""
    module = Path(program).parents[1] / BROTLI
    return module if module.exists() else None


def want_nginx() -> str:
    """Return the path of an nginx, brought if Debian lets us; "" elsewhere, after saying what will not be tested.

    Failure where Debian would have let us and it could not be had: there, nothing is left out in silence.
    """
    found, reason = find_nginx(), ""
    if can_install() and not (found and brotli_module(found)):
        reason = apt_unpack(UNPACKED, *PACKAGES)
        found = find_nginx()
    if not found and can_install():
        status, output = capture([str(UNPACKED / "usr/sbin/nginx"), "-v"])
        raise Failure(f"no nginx to test the host's files with ({reason or last_line(output)}): apt install nginx, "
                      f"then run the command again")
    if not found:
        say("No nginx found: the tests of the file written for it will be skipped (to run them, install nginx)")
    return found or ""
