"""The headers of guide/publish/policy.py in the forms hosts read: `_headers` (Netlify, Cloudflare Pages) and
`_nginx.conf`.

Both are written from one table, `rules`. In it every file falls under one address only: the hosts that read `_headers`
join a header given twice with a comma, and nginx drops all it inherits where a location adds one of its own.
"""

from pathlib import Path
from urllib.parse import urlsplit

from guide.content.project import Project

from .files import SUMS, save
from .policy import HEADERS, TYPES, UNKNOWN, single_file
from .redirects import host_rules

FOR_HOSTS = "_headers", "_nginx.conf", "_redirects"
PUBLIC = ("api", "cards")  # folders any other site may read
HASHED = ("assets",)  # folders whose names change with what is in them
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, max-age=0, must-revalidate"
OTHERWISE = {"Cache-Control": ASK_AGAIN, "Cross-Origin-Resource-Policy": "same-origin"}


def write(project: Project, site: Path) -> None:
    """Write both files into the root of `site`, for what is in it by then and the list of fingerprints to come."""
    table = rules(project, site)
    save(site / "_headers", _netlify(table))
    save(site / "_nginx.conf", _nginx(table, urlsplit(project.site_url).path, host_rules(project)))


def rules(project: Project, site: Path) -> dict[str, dict[str, str]]:
    """What is sent beside HEADERS, by address: "/" and "/name" stand for themselves, "/folder/" for all below it."""
    singles = {single_file(language) for language in project.languages}
    table = {"/": OTHERWISE}
    for path in sorted({*site.iterdir(), site / SUMS}):
        headers = dict(OTHERWISE)
        if path.name in HASHED:
            headers["Cache-Control"] = FOREVER
        if path.name in PUBLIC:
            headers |= {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
        if path.name in singles:
            headers["Content-Disposition"] = f'attachment; filename="{path.name}"'
        if path.name not in FOR_HOSTS:
            table[f"/{path.name}/" if path.is_dir() else f"/{path.name}"] = headers
    return table


def _netlify(table: dict[str, dict[str, str]]) -> str:
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for address, headers in table.items():
        lines.append(address + ("*" if address.endswith("/") and address != "/" else ""))
        lines += [f"  {name}: {value}" for name, value in headers.items()]
    return "\n".join(lines) + "\n"


def _nginx(table: dict[str, dict[str, str]], base: str, moved: list[tuple[str, str]]) -> str:
    """Directives for a `server` block. A site at the root has it to itself; one below leaves the rest alone."""
    # nginx's own list of types is short; which of ours say their charset, but HTML, which it adds itself
    known = [f"{media_type} {ending[1:]};" for ending, media_type in TYPES.items()]
    texts = sorted({media_type for media_type in TYPES.values() if media_type.startswith("text/")} - {"text/html"})
    inside = [
        "index index.html;", f"error_page 404 {base}404.html;",
        f"error_page 403 =404 {base}404.html;  # a folder without a page",
        "server_tokens off;", "absolute_redirect off;", "gzip_static on;", "gzip_vary on;",
        *_block("types", known), f"default_type {UNKNOWN};", "charset utf-8;", f"charset_types {' '.join(texts)};",
        *_add_headers(OTHERWISE)]
    for address, headers in table.items():
        if headers != OTHERWISE:
            inside += _block(f"location {'' if address.endswith('/') else '= '}{base}{address[1:]}",
                             _add_headers(headers))
    inside += [f"location = {old} {{ return 308 {new}; }}" for old, new in moved]
    for name in FOR_HOSTS:
        inside += _block(f"location = {base}{name}", ["return 404;"])
    return "\n".join([
        "# Include this in the server block of the site, whose root is the folder that answers at /.",
        "# Compressed files beside the others (dev.py build --compress) are sent where the reader's browser takes "
        "them; for the",
        "# .br ones nginx needs a module (Debian: libnginx-mod-http-brotli-static) and a line of its own above this: "
        "brotli_static on;",
        *(inside if base == "/" else _block(f"location ^~ {base}", inside))]) + "\n"


def _add_headers(headers: dict[str, str]) -> list[str]:
    """`always`: with errors too."""
    values = {name: value.replace('"', r"\"") for name, value in {**HEADERS, **headers}.items()}
    return [f'add_header {name} "{value}" always;' for name, value in values.items()]


def _block(head: str, lines: list[str]) -> list[str]:
    return [f"{head} {{", *(f"    {line}" for line in lines), "}"]
