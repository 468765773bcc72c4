"""What hosts send with the site. A real nginx serves it by the file written for it; what Netlify and Cloudflare Pages
would send by theirs is worked out and must be the same, address by address."""

from __future__ import annotations

import gzip
from types import SimpleNamespace

import brotli
import pytest
from guide.publish import headers
from guide.publish.policy import HEADERS, TYPES
from hosts import cloudflare, linked_copy, netlify, nginx, sent

WRITTEN = {name.lower() for name in (*HEADERS, "Cache-Control", "Cross-Origin-Resource-Policy",
                                     "Access-Control-Allow-Origin", "Content-Disposition")}
COMPRESSED = "index.html", "feed.xml"


@pytest.fixture(scope="module")
def base(site) -> str:
    """The path the site is published under, which its own files start with."""
    from commands.server import base_path

    return base_path(site)


@pytest.fixture(scope="module")
def host(site, base, tmp_path_factory):
    """nginx over a copy of the site with the compressed files, one file of every kind we know, and a folder without a
    page."""
    folder = tmp_path_factory.mktemp("nginx")
    copy = linked_copy(site, folder / "root" / base.strip("/"))
    for name in COMPRESSED:
        data = (copy / name).read_bytes()
        for ending, compress in ((".gz", gzip.compress), (".br", brotli.compress)):
            (copy / f"{name}{ending}").unlink(missing_ok=True)
            (copy / f"{name}{ending}").write_bytes(compress(data))
    (copy / "kinds").mkdir()
    for ending in (*TYPES, ".pf_meta", ""):
        (copy / "kinds" / f"file{ending}").write_bytes(b"\xc3\xa9")
    with nginx(folder / "root", copy / "_nginx.conf", folder) as running:
        yield running


def addresses(site) -> list[str]:
    """The address of every file a host sends, without the base path; a page answers at its folder's."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return ["/" + name.removesuffix("index.html") for name in files if name not in headers.FOR_HOSTS]


def test_every_address_is_answered_with_the_same_headers_everywhere(site, base, host):
    """Also what readers most need: the policy with everything, names with a hash kept for ever, all else asked for
    again."""
    for address in addresses(site):
        status, found, body = host.ask(base + address[1:])
        assert status == 200 and body, address
        ours = {name: value for name, value in found.items() if name in WRITTEN}
        assert ours == sent(site / "_headers", address, netlify) == sent(site / "_headers", address,
                                                                         cloudflare), address
        assert {name.lower(): value for name, value in HEADERS.items()}.items() <= ours.items(), address
        assert ours["cache-control"] == (headers.FOREVER if address.startswith("/assets/")
                                         else headers.ASK_AGAIN), address
        public = address.split("/")[1] in headers.PUBLIC
        assert ours.get("access-control-allow-origin") == ("*" if public else None), address
        assert ours["cross-origin-resource-policy"] == ("cross-origin" if public else "same-origin"), address


def test_names_kept_for_ever_carry_a_hash(site):
    for path in (site / "assets").rglob("*"):
        assert path.is_dir() or len(path.name.split(".")[-2]) >= 10, path.name


def test_the_header_file_stays_within_what_cloudflare_reads(site):
    """100 rules, lines of 2,000 characters (developers.cloudflare.com/pages/configuration/headers/)."""
    lines = (site / "_headers").read_text("utf-8").splitlines()
    assert sum(line.startswith("/") for line in lines) <= 100 and max(map(len, lines)) <= 2000


def test_types(base, host):
    expected = {ending: TYPES.get(ending, "application/octet-stream") for ending in (*TYPES, ".pf_meta", "")}
    found = {ending: host.ask(f"{base}kinds/file{ending}") for ending in expected}
    assert {status for status, _, _ in found.values()} == {200}
    assert {ending: sent["content-type"] for ending, (_, sent, _) in found.items()} == {
        ending: f"{kind}; charset=utf-8" if kind.startswith("text/") else kind for ending, kind in expected.items()}


def test_what_is_not_there_is_the_site_s_own_page_with_every_header(site, base, host, subtests):
    """A folder without a page counts: files are not listed. Nor do hosts show the files written for them."""
    for path in ("nothing/here", "assets/nothing.js", "api/nothing.json", "kinds/", "_headers", "_nginx.conf"):
        with subtests.test(path):
            status, found, body = host.ask(base + path)
            assert status == 404 and body == (site / "404.html").read_bytes()
            assert found["content-type"] == "text/html; charset=utf-8" and found["cache-control"] == headers.ASK_AGAIN
            assert {name: found.get(name.lower()) for name in HEADERS} == HEADERS


def test_errors_and_redirects_carry_every_header_too_and_no_version(base, host):
    def checked(status, found):
        assert {name: found.get(name.lower()) for name in HEADERS} == HEADERS, status
        assert found["server"] == "nginx"
        return status

    assert checked(*host.ask(base, "POST")[:2]) == 405
    assert checked(*host.ask(base, Range="bytes=99999999-")[:2]) == 416
    status, found, _ = host.ask(f"{base}faq")
    # whatever the host is called from outside
    assert checked(status, found) == 301 and found["location"] == f"{base}faq/"
    if base == "/":  # else the rest of the server is its owner's
        answer = host.say(b"GET / HTTP/1.1\r\n\r\n")
        assert (answer.startswith("HTTP/1.1 400") and HEADERS["Content-Security-Policy"] in answer
                and "nginx/" not in answer)


@pytest.mark.parametrize("accepted, coding",
                         [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br", "br"), ("identity", None)])
def test_compressed_files_are_sent_to_those_who_take_them(site, base, host, accepted, coding):
    if coding == "br" and not host.brotli:
        pytest.skip("this nginx has no module for .br files (Debian: libnginx-mod-http-brotli-static)")
    for name in COMPRESSED:
        _, found, body = host.ask(base + name.replace("index.html", ""), Accept_Encoding=accepted)
        assert found.get("content-encoding") == coding and found["vary"] == "Accept-Encoding", name
        plain = {"br": brotli.decompress, "gzip": gzip.decompress}.get(coding, bytes)(body)
        assert plain == (site / name).read_bytes(), name
        assert found["content-security-policy"] == HEADERS["Content-Security-Policy"], name


def test_a_page_asked_for_again_is_not_sent_again(base, host):
    _, found, _ = host.ask(base)
    status, again, body = host.ask(base, If_None_Match=found["etag"])
    assert (status, body) == (304, b"") and again["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_below_another_site_only_ours_is_touched(tmp_path, monkeypatch):
    """A copy under /guide/: its own pages as above, the rest of the server as its owner has it."""
    project = SimpleNamespace(site_url="https://guide.example/guide/", languages=("fr", "en"))
    site = tmp_path / "root" / "guide"
    for name in ("index.html", "404.html", "guide-fr.html", "assets/a.0123456789.js", "api/a.json", "../index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name)
    monkeypatch.setattr(headers, "host_rules", lambda project: [("/guide/old/", "/guide/new/")])
    headers.write(project, site)
    with nginx(tmp_path / "root", site / "_nginx.conf", tmp_path) as host:
        assert "content-security-policy" not in host.ask("/")[1]
        assert host.ask("/guide/")[1]["content-security-policy"] == HEADERS["Content-Security-Policy"]
        assert host.ask("/guide/assets/a.0123456789.js")[1]["cache-control"] == headers.FOREVER
        assert host.ask("/guide/api/a.json")[1]["access-control-allow-origin"] == "*"
        assert host.ask("/guide/guide-fr.html")[1]["content-disposition"] == 'attachment; filename="guide-fr.html"'
        assert host.ask("/guide/nothing")[0::2] == (404, b"404.html")
        status, found, _ = host.ask("/guide/old/")
        assert (status, found["location"]) == (308,
                                               "/guide/new/") and found["content-security-policy"] == HEADERS["Content-Security-Policy"]
