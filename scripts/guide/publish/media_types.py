"""What each kind of file is called on the web (RFC 6838, the IANA registry), for every server we answer for.

Guards against: hosts that differ. Debian's nginx has never heard of calendars or manifests, Windows' registry often
says JavaScript is plain text, and a page sent with nosniff gets no script or style under a wrong name.
"""

TYPES = {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript", ".txt": "text/plain",
    ".md": "text/markdown", ".csv": "text/csv", ".ics": "text/calendar", ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml", ".atom": "application/atom+xml", ".rss": "application/rss+xml",
    ".webmanifest": "application/manifest+json", ".wasm": "application/wasm", ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon", ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".gz": "application/gzip",
}
UNKNOWN = "application/octet-stream"  # Pagefind's own files, among others: bytes for a script that knows them


def with_charset(media_type: str) -> str:
    """The type as a Content-Type header: texts say that they are UTF-8, others say so themselves or are none."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
