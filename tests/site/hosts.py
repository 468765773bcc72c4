"""Hosts a copy of the site may lie on, as the tests know them: a real nginx, and the rules by which others read
`_headers`."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from commands.browser import NGINX

CONFIGURATION = """\
{module}
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port}; root {root}; {brotli}
        include {include};
    }}
}}
"""


class Host:
    """A server on this machine that is asked exactly what a test writes, over one line kept open."""

    def __init__(self, port: int, brotli: bool):
        self.port, self.brotli, self.line = port, brotli, http.client.HTTPConnection("127.0.0.1", port, timeout=10)

    def ask(self, path: str, method: str = "GET", **headers: str):
        """Return (status, headers by lower-case name, body). An underscore in the name of a header stands for its
        hyphen."""
        self.line.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = self.line.getresponse()
        body = answer.read()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def say(self, text: bytes) -> str:
        """Return what the host answers to bytes that may be no request at all."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
            line.sendall(text)
            return b"".join(iter(lambda: line.recv(65536), b"")).decode("latin-1")


@contextmanager
def nginx(root: Path, include: Path, folder: Path):
    """Give a Host: an nginx that serves `root` by the directives of `include` and keeps its own files in `folder`."""
    program = os.environ.get("NGINX") or (str(NGINX) if NGINX.exists() else shutil.which("nginx"))
    if not program:
        pytest.skip("no nginx on this machine: install it to test the directives written for it")
    module = Path(program).parents[1] / "lib/nginx/modules/ngx_http_brotli_static_module.so"  # sends .br files
    brotli = module.exists()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "nginx.conf").write_text(CONFIGURATION.format(
        module=f"load_module {module};" if brotli else "", brotli="brotli_static on;" if brotli else "",
        folder=folder, port=port, root=root, include=include))
    process = subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e",
                                str(folder / "error.log")], stderr=subprocess.PIPE)
    try:
        yield _awake(process, port, brotli)
    finally:
        process.kill()
        process.communicate()


def _awake(process: subprocess.Popen, port: int, brotli: bool) -> Host:
    for _ in range(200):
        assert process.poll() is None, process.stderr.read().decode()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return Host(port, brotli)
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def linked_copy(site: Path, folder: Path) -> Path:
    """A copy of the site that takes no room, to put files beside its own."""
    return shutil.copytree(site.resolve(), folder, copy_function=os.symlink)


def netlify(rule: str) -> str:
    """What an address of `_headers` matches at Netlify, as a regular expression: a final slash counts for nothing
    there."""
    steps = [re.escape(step) for step in rule.split("/") if step]
    if steps and steps[-1] == r"\*":
        return "".join(f"/{step}" for step in steps[:-1]) + "(/.*)?"
    return "/".join(["", *steps]) + "/?"


def cloudflare(rule: str) -> str:
    """The same at Cloudflare Pages: the star takes anything, all else is itself."""
    return re.escape(rule).replace(r"\*", ".*")


def sent(file: Path, path: str, matches) -> dict[str, str]:
    """What a host that reads `file` sends with `path`, by lower-case name; a name given twice is joined with a
    comma."""
    found: dict[str, list[str]] = {}
    applies = False
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("/"):
            applies = re.fullmatch(matches(line), path) is not None
        elif applies:
            name, _, value = line.strip().partition(": ")
            found.setdefault(name.lower(), []).append(value)
    return {name: ", ".join(values) for name, values in found.items()}
