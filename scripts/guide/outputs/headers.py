"""The headers of guide/policy.py in the form hosts read: `_headers` (Netlify, Cloudflare Pages) and `_nginx.conf`."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from ..policy import HEADERS, single_file
from ..project import Project
from .redirects import host_rules

PUBLIC = ("api", "cards")  # folders any other site may read
FOREVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=600"


def write(project: Project, site: Path) -> None:
    """Write both files into the root of `site`."""
    folders = sorted(path.name for path in site.iterdir() if path.is_dir())
    (site / "_headers").write_text(_netlify(project, folders), "utf-8")
    (site / "_nginx.conf").write_text(_nginx(project, site), "utf-8")


def _hashed(project: Project) -> list[str]:
    """The files whose names change with their content."""
    return sorted(project.assets.files)


def _netlify(project: Project, folders: list[str]) -> str:
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for name in [*_hashed(project), "pictures/*"]:
        lines += [f"/assets/{name}", f"  Cache-Control: {FOREVER}"]
    for name in map(single_file, project.languages):
        lines += [f"/{name}", f'  Content-Disposition: attachment; filename="{name}"']
    for folder in folders:
        public = folder in PUBLIC
        lines += [f"/{folder}/*", f"  Cross-Origin-Resource-Policy: {'cross-origin' if public else 'same-origin'}"]
        if public:
            lines.append("  Access-Control-Allow-Origin: *")
    return "\n".join(lines) + "\n"


def _nginx(project: Project, site: Path) -> str:
    """Directives for a `server` block whose root is the site. nginx drops inherited headers where a location adds its own, hence the maps."""
    base = urlsplit(project.site_url).path
    shared = [f'add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    def location(match: str, *extra: str) -> list[str]:
        return [f"location {match} {{", *(f"    {line}" for line in (*shared, *extra)), "}"]
    same = 'add_header Cross-Origin-Resource-Policy "same-origin" always;'
    names = "|".join(name.replace(".", r"\.") for name in _hashed(project)) + r"|pictures/[^/]+\.svg"
    public = "|".join(PUBLIC)
    return "\n".join([
        "# Include this in the server block that serves the site; types must know text/javascript and application/wasm:",
        "#     include mime.types; types { application/wasm wasm; text/javascript js; }",
        "index index.html;", "charset utf-8;", "gzip_static on;", f"error_page 404 {base}404.html;",
        *location(base, same, f'add_header Cache-Control "{BRIEFLY}" always;'),
        *location(f"~ ^{base}assets/({names})$", same, f'add_header Cache-Control "{FOREVER}" always;'),
        *location(f"~ ^{base}({public})/", 'add_header Cross-Origin-Resource-Policy "cross-origin" always;',
                  'add_header Access-Control-Allow-Origin "*" always;'),
        *(line for name in map(single_file, project.languages)
          for line in location(f"= {base}{name}", same, f'add_header Content-Disposition "attachment; filename={name}" always;')),
        *(f"location = {old} {{ return 308 {new}; }}" for old, new in host_rules(project)),
        f"location ~ ^{base}(_headers|_redirects|_nginx\\.conf)$ {{ return 404; }}",
    ]) + "\n"
