"""Visit the address of every source, to see which still answer. Advice for a maintainer, never a reason to fail.

A refusal proves little: many sites turn programs away, or answer differently elsewhere. So nothing is judged dead on
one answer but "no such page" (404, 410). Polite: one request at a time to each host, a pause between two, a name that
says who asks; bounded: so many hosts at once, so long for each answer, so long for all.
"""

import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from guide.content.records import Records

AGENT = "guide-link-check/1 (one visit to each cited source; a person reads the result)"
READ_MOST = 1024
GONE = 404, 410


@dataclass(frozen=True)
class Visit:
    """What became of one address: `state` is "answers", "moved", "gone", "refuses", "silent" or "skipped"."""

    url: str
    state: str
    detail: str = ""


@dataclass(frozen=True)
class Manners:
    """The bounds of a visit, in seconds but for `hosts`, the number of hosts asked at the same time."""

    answer: float = 15.0
    pause: float = 2.0
    total: float = 600.0
    hosts: int = 8


def addresses(records: Records) -> dict[str, list[str]]:
    """Every address of a source that can be published, archived copies included, with the ids of the sources that give
    it."""
    found: dict[str, list[str]] = {}
    for source in records.sources.values():
        for name in ("url", "archive"):
            if source.get(name) and source.get("publishable") is not False:
                found.setdefault(source[name], []).append(source.id)
    return found


def visit_all(urls: Iterable[str], manners: Manners = Manners()) -> list[Visit]:
    """Visit every address; the answer keeps the order given. An address not reached in time is "skipped"."""
    wanted = list(dict.fromkeys(urls))
    by_host: dict[str, list[str]] = {}
    for url in wanted:
        by_host.setdefault(urllib.parse.urlsplit(url).netloc.lower(), []).append(url)
    end = time.monotonic() + manners.total
    with ThreadPoolExecutor(max_workers=manners.hosts) as pool:
        found = {visit.url: visit for visits in pool.map(lambda host: _visit_host(host, manners, end), by_host.values())
                 for visit in visits}
    return [found[url] for url in wanted]


def _visit_host(urls: list[str], manners: Manners, end: float) -> list[Visit]:
    visits: list[Visit] = []
    for url in urls:
        if visits:
            time.sleep(max(0.0, min(manners.pause, end - time.monotonic())))
        left = end - time.monotonic()
        visits.append(visit(url, min(manners.answer, left), manners.pause) if left > 0
                      else Visit(url, "skipped", "no time left"))
    return visits


def visit(url: str, seconds: float, pause: float = 0.0) -> Visit:
    """Ask for the headers of one address; for the page itself where a server does not answer that well."""
    result = _ask(url, "HEAD", seconds)
    if result.state in ("answers", "moved"):
        return result
    time.sleep(pause)
    return _ask(url, "GET", seconds)


def _ask(url: str, method: str, seconds: float) -> Visit:
    try:
        sent = _ascii(url)
        request = urllib.request.Request(sent, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
        with urllib.request.urlopen(request, timeout=seconds) as answer:
            answer.read(READ_MOST)
            end = answer.geturl()
        return Visit(url, "answers") if end.rstrip("/") == sent.rstrip("/") else Visit(url, "moved", f"to {end}")
    except urllib.error.HTTPError as error:
        error.close()
        return Visit(url, "gone" if error.code in GONE else "refuses", f"status {error.code}")
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Visit(url, "silent", str(getattr(error, "reason", error)) or type(error).__name__)


def _ascii(url: str) -> str:
    """The address as sent: accents percent-encoded (RFC 3987, 3.1), the host in its ASCII form, no fragment."""
    parts = urllib.parse.urlsplit(url)
    host = parts.netloc.encode("idna").decode("ascii")
    keep = "%/:=&?~+!$,;'@()*[]-._"
    return urllib.parse.urlunsplit((parts.scheme, host, urllib.parse.quote(parts.path, keep),
                                    urllib.parse.quote(parts.query, keep), ""))


def summary(visits: list[Visit], named: dict[str, list[str]]) -> str:
    """What to look at, as text for a terminal: everything but what answers, then a line that counts each state."""
    states = "gone", "moved", "refuses", "silent", "skipped"
    lines = [f"{item.state:8} {', '.join(named.get(item.url, []))}: {item.url} ({item.detail})"
             for state in states for item in visits if item.state == state]
    counts = [f"{sum(item.state == state for item in visits)} {state}" for state in ("answers", *states)]
    return "\n".join([*lines, f"{len(visits)} addresses: "
                      + ", ".join(counts) + ". A refusal is not proof: open the page before changing a record."])
