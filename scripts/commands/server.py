"""The built site on this machine, as a static host would answer: its headers, its 404 page, its types, its base path.

Guards against: faults that show only in service - a policy that blocks a script, a link that forgets the base path,
wasm sent as text - and against showing the site to anyone but this machine.
"""
import re
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from guide.publish.policy import TYPES, UNKNOWN, with_charset

from .cli import HOST

Rules = list[tuple[re.Pattern, str, str]]
# As headers; not asked of the system, since systems differ.
CONTENT_TYPES = {ending: with_charset(media_type) for ending, media_type in TYPES.items()} | {"": UNKNOWN}
FOR_THE_HOST = ("/_headers", "/_redirects", "/_nginx.conf")  # read by hosts, never sent by them


class Server(ThreadingHTTPServer):
    """Serves the folder `site` under `base`. The header file is read once, at the start. Port 0 takes any free one."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, site: Path, port: int):
        """OSError when the port is taken."""
        self.site, self.base, self.rules = site, base_path(site), read_headers(site / "_headers")
        super().__init__((HOST, port), Handler)

    @property
    def url(self) -> str:
        """The address of the site's first page."""
        return f"http://{HOST}:{self.server_address[1]}{self.base}"

    def handle_error(self, request, client_address):
        """Say nothing when a browser closes the line early; it does so at every second page."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(SimpleHTTPRequestHandler):
    """Answers one request; everything beyond files in folders is in the methods below."""

    server: Server
    protocol_version = "HTTP/1.1"
    extensions_map = CONTENT_TYPES
    extra: dict[str, str] = {}

    def __init__(self, request, client_address, server: Server):
        super().__init__(request, client_address, server, directory=str(server.site))

    def send_head(self):
        """Start the answer: the file with its headers, or the 404 page for what lies outside the base path."""
        path = unquote(urlsplit(self.path).path)
        inside = path.startswith(self.server.base) and "\0" not in path
        inner = "/" + path[len(self.server.base):] if inside else "/404.html"
        self.extra = {name: value for paths, name, value in self.server.rules if paths.fullmatch(inner)}
        if inside and inner not in FOR_THE_HOST:
            return super().send_head()
        return self.send_error(HTTPStatus.NOT_FOUND)

    def translate_path(self, path: str) -> str:
        """Return the file for a path: the same, less the base. Python's own method keeps it inside the folder."""
        return super().translate_path("/" + path[len(self.server.base):])

    def list_directory(self, path):
        """A folder without a page of its own is not there: hosts do not list files."""
        return self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code, message=None, explain=None):
        """Answer a file not found with the site's own page, anything else as Python does."""
        page = self.server.site / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        self.send_response(code)
        self.send_header("Content-Type", CONTENT_TYPES[".html"])
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page.read_bytes())
        return None

    def end_headers(self):
        """Add the header file's headers; without any, browsers ask again each time, since the site is being made."""
        for name, value in {"Cache-Control": "no-cache", **self.extra}.items():
            self.send_header(name, value)
        super().end_headers()

    def log_request(self, code="-", size="-"):
        """Print only what went wrong."""
        if int(code) >= 400:
            print(f"{int(code)} {self.path}", flush=True)


def read_headers(file: Path) -> Rules:
    """Return (paths, name, value) for each header of the file static hosts read (guide/publish/headers.py writes it);
    nothing when there is no file."""
    rules: Rules = []
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        if line.startswith("/"):
            pattern = re.compile(re.escape(line).replace(r"\*", ".*"))
        else:
            name, _, value = line.strip().partition(": ")
            rules.append((pattern, name, value))
    return rules


def base_path(site: Path) -> str:
    """Return the path the site is published under, from its first page's own address: "/guide/", or "/"."""
    page = site / "index.html"
    own = re.search(r'<link rel="canonical" href="([^"]*)"',
                    page.read_text(encoding="utf-8", errors="replace") if page.is_file() else "")
    return urlsplit(own[1] if own else "").path.rstrip("/") + "/"
