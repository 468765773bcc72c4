"""Visit the address of every source, to see which still answer. Advice for a maintainer, never a reason to fail.

A refusal proves little: many sites turn programs away, or answer differently elsewhere. So nothing is judged dead on
one answer but "no such page" (404, 410). Polite: one request at a time to each host, a pause between two, a name that
says who asks; bounded: so many hosts at once, so long for each answer.
"""

import http.client
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from guide.content.records import Records

AGENT = "guide-link-check/1 (one visit to each cited source; a person reads the result)"
HOSTS = 8  # asked at the same time
ANSWER, PAUSE = 15.0, 2.0  # seconds
GONE = 404, 410
STATES = "answers", "gone", "moved", "refuses", "silent"


class Visit(NamedTuple):
    """What became of one address: `state` is one of STATES."""

    url: str
    state: str
    detail: str = ""


def addresses(records: Records) -> dict[str, list[str]]:
    """Every address of a source that can be published, archived copies included, with the ids of its sources."""
    found = defaultdict(list)
    for source in records.sources.values():
        for name in ("url", "archive"):
            if source.get(name) and source.get("publishable") is not False:
                found[source[name]].append(source.id)
    return dict(found)


def visit_all(urls: Iterable[str]) -> list[Visit]:
    """Visit every address, host by host."""
    by_host = defaultdict(list)
    for url in dict.fromkeys(urls):
        by_host[urlsplit(url).netloc.lower()].append(url)
    with ThreadPoolExecutor(max_workers=HOSTS) as pool:
        return [visit for visits in pool.map(_visit_host, by_host.values()) for visit in visits]


def _visit_host(urls: list[str]) -> list[Visit]:
    visits = [visit(urls[0])]
    for url in urls[1:]:
        time.sleep(PAUSE)
        visits.append(visit(url))
    return visits


def visit(url: str) -> Visit:
    """Ask for one address: accents percent-encoded (RFC 3987, 3.1); of the answer only the head is read."""
    try:
        sent = quote(url.partition("#")[0], "%/:=&?~+!$,;'@()*[]")
        request = urllib.request.Request(sent, headers={"User-Agent": AGENT, "Accept": "*/*"})
        with urllib.request.urlopen(request, timeout=ANSWER) as answer:
            end = answer.geturl()
        return Visit(url, "answers") if end.rstrip("/") == sent.rstrip("/") else Visit(url, "moved", f"to {end}")
    except urllib.error.HTTPError as error:
        error.close()
        return Visit(url, "gone" if error.code in GONE else "refuses", f"status {error.code}")
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Visit(url, "silent", str(getattr(error, "reason", error)) or type(error).__name__)


def summary(visits: list[Visit], named: dict[str, list[str]]) -> str:
    """What to look at, as text for a terminal: everything but what answers, then a line that counts each state."""
    lines = [f"{item.state:8} {', '.join(named.get(item.url, []))}: {item.url} ({item.detail})"
             for item in sorted(visits, key=lambda item: STATES.index(item.state)) if item.state != "answers"]
    counts = [f"{sum(item.state == state for item in visits)} {state}" for state in STATES]
    return "\n".join([*lines, f"{len(visits)} addresses: {', '.join(counts)}. A refusal is not proof: open the page "
                              "before changing a record."])
