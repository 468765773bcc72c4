"""A copy of each text of the site as Brotli (`.br`, RFC 7932) and as gzip (`.gz`, RFC 1952), for hosts that send such
copies instead of compressing at every visit: nginx's brotli_static and gzip_static, Caddy's `precompressed`.
"""

import gzip
from pathlib import Path

import brotli

# What hosts compress: texts, scripts, data, drawings, WebAssembly. Pictures and Pagefind's index are compressed
# already.
COMPRESSED = ".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".ics", ".wasm"


def compress(site: Path) -> int:
    """Write the copies that are smaller beside their files; return how many. No date, no name: the same bytes."""
    written = 0
    for path in sorted(site.rglob("*")):
        if path.suffix not in COMPRESSED or not path.is_file():
            continue
        data = path.read_bytes()
        for suffix, packed in ((".br", brotli.compress(data)), (".gz", gzip.compress(data, mtime=0))):
            if len(packed) < len(data):
                path.with_name(path.name + suffix).write_bytes(packed)
                written += 1
    return written
