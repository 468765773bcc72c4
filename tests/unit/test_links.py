"""Sources are visited politely and within bounds; what comes back is advice. On a server of our own: no test needs a
network."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest
from guide.desk import visit as visits_of
from guide.desk.visit import AGENT, Visit, addresses, summary, visit, visit_all


class Handler(BaseHTTPRequestHandler):
    """Answers by path, and notes what was asked, when, and how many requests were open at once."""

    def answer(self):
        seen = self.server.seen
        with self.server.lock:
            self.server.open += 1
            self.server.most = max(self.server.most, self.server.open)
            seen.append((self.path, time.monotonic(), self.headers["User-Agent"]))
        try:
            status = {"/gone": 404, "/refused": 403, "/moved": 301, "/old": 302}.get(self.path, 200)
            if self.path == "/slow":
                time.sleep(2)
            self.send_response(status)
            if status in (301, 302):
                self.send_header("Location", "/here")
            self.end_headers()
            while self.path == "/endless":
                self.wfile.write(b"x" * 65536)
        except OSError:
            pass
        finally:
            with self.server.lock:
                self.server.open -= 1

    do_GET = answer

    def log_message(self, *_):
        pass


@pytest.fixture
def host(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.seen, server.lock, server.open, server.most = [], threading.Lock(), 0, 0
        server.daemon_threads = True
        server.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def test_states(host):
    for path, state in (("/here", "answers"), ("/moved", "moved"), ("/gone", "gone"), ("/refused", "refuses")):
        assert visit(host.url + path).state == state, path
    assert all(agent == AGENT for *_, agent in host.seen)


def test_nobody_there():
    assert visit("http://127.0.0.1:9/").state == "silent"
    assert visit("https://" + "a" * 70 + ".example/é").state == "silent", "no request can be made for it"


def test_neither_a_slow_answer_nor_one_without_end_is_waited_for(host, monkeypatch):
    monkeypatch.setattr(visits_of, "ANSWER", 0.3)
    start = time.monotonic()
    assert visit(host.url + "/endless").state == "answers" and visit(host.url + "/slow").state == "silent"
    assert time.monotonic() - start < 1.9


def test_one_request_at_a_time_to_a_host_and_a_pause_between(host, monkeypatch):
    monkeypatch.setattr(visits_of, "PAUSE", 0.15)
    visits = visit_all([f"{host.url}/{number}" for number in range(4)])
    assert [item.state for item in visits] == ["answers"] * 4
    assert host.most == 1
    times = [when for _, when, _ in host.seen]
    assert all(later - earlier >= 0.14 for earlier, later in pairwise(times))


def test_accents_are_encoded(host):
    assert visit(host.url + "/données?mot=été#partie").state == "answers"
    assert host.seen[0][0] == "/donn%C3%A9es?mot=%C3%A9t%C3%A9"


def test_summary_names_what_to_look_at():
    visits = [Visit("https://a/", "answers"), Visit("https://b/", "gone", "status 404"),
              Visit("https://c/", "refuses", "status 403")]
    lines = summary(visits, {"https://b/": ["source-b"], "https://c/": ["source-c"]}).splitlines()
    assert lines[0] == "gone     source-b: https://b/ (status 404)"
    assert len(lines) == 3 and lines[-1].startswith("3 addresses: 1 answers, 1 gone, 0 moved, 1 refuses")


def test_no_address_that_cannot_be_published(project):
    named = addresses(project.records)
    assert named and all(url.startswith(("https://", "http://")) for url in named)
    hidden = {source.id for source in project.records.sources.values() if source.get("publishable") is False}
    assert not hidden & {name for names in named.values() for name in names}
