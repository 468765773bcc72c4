"""Sources are visited politely and within bounds; what comes back is advice. On a server of our own: no test needs a
network."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest
from guide.desk.visit import AGENT, Manners, Visit, addresses, summary, visit, visit_all


class Handler(BaseHTTPRequestHandler):
    """Answers by path, and notes what was asked, when, and how many requests were open at once."""

    def answer(self):
        seen = self.server.seen
        with self.server.lock:
            self.server.open += 1
            self.server.most = max(self.server.most, self.server.open)
            seen.append((self.command, self.path, time.monotonic(), self.headers["User-Agent"]))
        try:
            status = {"/gone": 404, "/refused": 403, "/moved": 301, "/old": 302}.get(self.path, 200)
            if self.path == "/no-head" and self.command == "HEAD":
                status = 405
            if self.path == "/slow":
                time.sleep(2)
            if self.path == "/endless" and self.command == "HEAD":
                status = 500
            self.send_response(status)
            if status in (301, 302):
                self.send_header("Location", "/here")
            self.end_headers()
            if self.command == "GET" and self.path == "/endless":
                while True:
                    self.wfile.write(b"x" * 65536)
        except OSError:
            pass
        finally:
            with self.server.lock:
                self.server.open -= 1

    do_HEAD = do_GET = answer

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
    for path, state, asked in (
        ("/here", "answers", ["HEAD"]), ("/moved", "moved", ["HEAD"]), ("/no-head", "answers", ["HEAD", "GET"]),
        ("/gone", "gone", ["HEAD", "GET"]),
        ("/refused", "refuses", ["HEAD", "GET"]),
    ):
        host.seen.clear()
        assert visit(host.url + path, 5).state == state, path
        assert [command for command, *_ in host.seen][: len(asked)] == asked, path
        assert all(agent == AGENT for *_, agent in host.seen)


def test_nobody_there():
    assert visit("http://127.0.0.1:9/", 2).state == "silent"
    assert visit("https://" + "a" * 70 + ".example/é", 1).state == "silent", "no request can be made for it"


def test_an_answer_that_never_ends_is_cut_short(host):
    start = time.monotonic()
    assert visit(host.url + "/endless", 5).state == "answers"
    assert time.monotonic() - start < 4


def test_a_slow_answer_is_not_waited_for(host):
    start = time.monotonic()
    assert visit(host.url + "/slow", 0.3).state == "silent"
    assert time.monotonic() - start < 1.9


def test_one_request_at_a_time_to_a_host_and_a_pause_between(host):
    visits = visit_all([f"{host.url}/{number}" for number in range(4)], Manners(pause=0.15))
    assert [item.state for item in visits] == ["answers"] * 4
    assert host.most == 1
    times = [when for _, _, when, _ in host.seen]
    assert all(later - earlier >= 0.14 for earlier, later in pairwise(times))


def test_the_whole_is_bounded_and_says_what_it_left_out(host):
    start = time.monotonic()
    visits = visit_all([f"{host.url}/{number}" for number in range(50)], Manners(pause=0.2, total=0.7))
    assert time.monotonic() - start < 2
    assert visits[0].state == "answers" and visits[-1] == Visit(f"{host.url}/49", "skipped", "no time left")


def test_accents_are_encoded(host):
    assert visit(host.url + "/données?mot=été#partie", 5).state == "answers"
    assert host.seen[0][1] == "/donn%C3%A9es?mot=%C3%A9t%C3%A9"


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
