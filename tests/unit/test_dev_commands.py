"""scripts/dev.py, its commands: what a build may replace, what is served and how, how each command ends. No MkDocs, no
network."""
import http.client
import json
import re
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from commands import browser, build, cli, server, system  # noqa: E402
from commands.system import Failure  # noqa: E402
from guide.publish.files import write_sums  # noqa: E402

# --- Building: what may be replaced ---

def fake_build(monkeypatch, status):
    def mkdocs_build(target):
        target.mkdir(parents=True)
        (target / "index.html").write_text("new")
        (target / "404.html").write_text("new")
        return status

    monkeypatch.setattr(build, "mkdocs_build", mkdocs_build)


def old_site(folder):
    folder.mkdir()
    for name in ("index.html", "404.html", "gone.html"):
        (folder / name).write_text("old")
    write_sums(folder)
    for name in ("gone.html.br", ".DS_Store"):
        (folder / name).touch()
    return folder


def test_green_build_replaces_the_whole_site_and_leaves_no_rubbish(tmp_path, monkeypatch):
    out = old_site(tmp_path / "site")
    fake_build(monkeypatch, 0)
    assert build.build(out) == 0
    assert {path.name: path.read_text() for path in out.iterdir()} == {"index.html": "new", "404.html": "new"}
    assert list(tmp_path.iterdir()) == [out]


def test_failed_build_leaves_the_old_site_and_no_rubbish(tmp_path, monkeypatch):
    out = old_site(tmp_path / "site")
    fake_build(monkeypatch, 3)
    assert build.build(out) == 3
    assert (out / "index.html").read_text() == "old" and list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("status, kept", [(0, "new"), (1, "old")])
def test_compressed_copies_are_made_before_the_site_takes_its_place(tmp_path, monkeypatch, status, kept):
    out, seen = old_site(tmp_path / "site"), []
    fake_build(monkeypatch, 0)
    monkeypatch.setattr(build, "prepare", lambda *locks: Path("python"))
    monkeypatch.setattr(build, "run", lambda command, env: seen.append(command) or status)
    assert build.build(out, compress=True) == status
    assert seen[0][1:4] == ["-m", "guide", "compress"] and json.loads(seen[0][4])["site"] != str(out)
    assert (out / "index.html").read_text() == kept


def test_old_site_comes_back_when_the_new_one_cannot_take_its_place(tmp_path):
    out = old_site(tmp_path / "site")
    with pytest.raises(Failure, match="cannot be replaced"):
        build.swap(tmp_path / "missing", out, tmp_path / "old")
    assert (out / "index.html").read_text() == "old"


def test_folder_that_is_no_site_is_never_replaced(tmp_path, monkeypatch):
    fake_build(monkeypatch, 0)
    (tmp_path / "thesis.txt").write_text("mine")
    for folder in (tmp_path, tmp_path / "thesis.txt", ROOT, ROOT.parent, ROOT / "docs" / "site"):
        with pytest.raises(Failure):
            build.build(folder)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_what_no_build_wrote_is_never_deleted_with_an_old_site(tmp_path, monkeypatch):
    fake_build(monkeypatch, 0)
    for number, name in enumerate((".git", "CNAME", "notes/thesis.txt", "mine.br")):
        out = old_site(tmp_path / f"site{number}")
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_text("mine")
        with pytest.raises(Failure, match=f"site{number} holds {name}, which no build wrote there"):
            build.build(out)
        assert (out / name).read_text() == "mine" and (out / "index.html").read_text() == "old"


def test_project_and_what_holds_it_are_refused_even_where_they_look_like_a_site(tmp_path, monkeypatch):
    site = old_site(tmp_path / "site")
    monkeypatch.setattr(build, "ROOT", site / "project")
    with pytest.raises(Failure, match="holds this project"):
        build.refuse_to_replace(site)


def test_build_is_strict_and_never_quiet(monkeypatch, tmp_path):
    seen = []
    monkeypatch.setattr(build, "prepare", lambda *locks: Path("python"))
    monkeypatch.setattr(build, "run", lambda command, env: seen.append((command, env)) or 0)
    build.mkdocs_build(tmp_path)
    command, env = seen[-1]
    assert "--strict" in command and not {"-q", "--quiet"} & set(command)
    assert env["NO_MKDOCS_2_WARNING"] == "1" and str(ROOT / "scripts") in env["PYTHONPATH"].split(system.os.pathsep)
    assert env.get("PYTHONHASHSEED") == system.os.environ.get("PYTHONHASHSEED")


def test_settings_are_asked_before_mkdocs_obeys_them(monkeypatch, tmp_path):
    seen = []
    monkeypatch.setattr(build, "prepare", lambda *locks: Path("python"))
    monkeypatch.setattr(build, "run", lambda command, env: seen.append(command) or 1)
    assert build.mkdocs_build(tmp_path) == 1
    assert seen == [["python", "-m", "guide.rules.configuration"]]


def test_no_command_has_mkdocs_read_settings_that_are_not_sound(monkeypatch):
    asked = []
    for module in (build, cli):
        monkeypatch.setattr(module, "prepare", lambda *locks: Path("python"))
        monkeypatch.setattr(module, "run", lambda command, env: asked.append(command[1:]) or 1)
    for command in ("check", "serve"):
        asked.clear()
        assert cli.dispatch([command]) == 1, command
        assert asked == [["-m", "guide.rules.configuration"]], command


# --- Serving: port, base path, headers ---

def test_taken_port_is_one_line(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(build, "SITE", old_site(tmp_path / "site"))
    with socket.socket() as other:
        other.bind((cli.HOST, 0))
        other.listen()
        assert cli.main(["preview", "--port", str(other.getsockname()[1])]) == 1
    assert re.fullmatch(r"dev\.py: .*in use\n", capsys.readouterr().err)


def test_base_path_is_that_of_the_first_page(tmp_path):
    for address, base in (("https://a.org/", "/"), ("https://a.org", "/"), ("https://a.org/guide/", "/guide/"),
                          ("", "/")):
        page = f'<!doctype html>\udce9<link rel="canonical" href="{address}">'
        (tmp_path / "index.html").write_bytes(page.encode(errors="surrogateescape"))
        assert server.base_path(tmp_path) == base, address


@pytest.fixture
def ask(tmp_path):
    """A function that asks a served site for a path and returns status, headers and body; redirects are not
    followed."""
    for name, text in {
        "index.html": '<link rel="canonical" href="https://a.org/guide/">first', "404.html": "lost",
        "en/index.html": "english",
        "a.wasm": "w", "m.webmanifest": "{}", "a.js": "1", "data/x.json": "{}",
        "_headers": "/*\n  X-All: 1\n/en/*\n  Cache-Control: max-age=9\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    with server.Server(tmp_path, 0) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()

        def request(path):
            line = http.client.HTTPConnection(*running.server_address, timeout=10)
            line.request("GET", path)
            answer = line.getresponse()
            body = answer.read().decode()
            line.close()
            return answer.status, answer.headers, body

        yield request
        running.shutdown()


def test_preview_answers_as_a_host_does(ask, subtests):
    for path, status, says in (
        ("/", 404, "lost"), ("/guide/en", 301, "/guide/en/"),
        ("/guide/", 200, "first"), ("/guide/en/", 200, "english"),
        ("/guide/data/", 404, "lost"), ("/guide/nothing", 404, "lost"), ("/en/", 404, "lost"),
        ("/guide/_headers", 404, "lost"),
        ("/guide/../../x", 404, "lost"), ("/guide/%2e%2e/%2e%2e/x", 404, "lost"), ("/guide/%00", 404, "lost"),
    ):
        with subtests.test(path):
            got, sent, body = ask(path)
            assert got == status and says in (sent["Location"] or "") + body


def test_preview_names_the_type_browsers_insist_on(ask):
    types = {"a.wasm": "application/wasm", "m.webmanifest": "application/manifest+json",
             "a.js": "text/javascript; charset=utf-8",
             "data/x.json": "application/json", "": "text/html; charset=utf-8"}
    assert {name: ask("/guide/" + name)[1]["Content-Type"] for name in types} == types


def test_preview_sends_the_headers_of_the_header_file_in_place_of_its_own(ask):
    sent = ask("/guide/en/")[1]
    assert sent.get_all("Cache-Control") == ["max-age=9"]
    assert sent["X-All"] == ask("/guide/nothing")[1]["X-All"] == "1"
    assert ask("/guide/")[1].get_all("Cache-Control") == ["no-cache"]


# --- The command line ---

def test_each_end_has_its_status_and_at_most_one_line(monkeypatch, capsys):
    monkeypatch.setattr(cli.signal, "signal", lambda *_: None)
    monkeypatch.setattr(sys.stdout, "reconfigure", lambda **_: None, raising=False)
    monkeypatch.setattr(sys.stderr, "reconfigure", lambda **_: None, raising=False)
    for error, status, line in (
        (Failure("do this"), 1, "dev.py: do this\n"),
        (PermissionError(13, "Permission denied", "site"), 1, "dev.py: site: Permission denied\n"),
        (KeyboardInterrupt(), 130, ""),
    ):
        def dispatch(arguments, error=error):
            raise error

        monkeypatch.setattr(cli, "dispatch", dispatch)
        assert cli.main([]) == status
        assert capsys.readouterr().err == line


def test_no_test_runs_on_a_site_that_does_not_build(monkeypatch, capsys):
    monkeypatch.setattr(cli, "prepare", lambda *locks: Path("python"))
    for name, answer in (("need_driver", None), ("need_chromium", "chromium"), ("want_firefox", ""), ("want_webkit", ""),
                         ("want_java", ""), ("want_nginx", "")):
        monkeypatch.setattr(browser, name, lambda *_, answer=answer: answer)
    monkeypatch.setattr(build, "build", lambda out: 1)
    monkeypatch.setattr(cli, "run", lambda *_: pytest.fail("pytest was started"))
    assert cli.dispatch(["test"]) == 1
    assert "No test was run" in capsys.readouterr().out


def test_each_command_explains_itself(capsys):
    commands = cli.parser()._subparsers._group_actions[0].choices
    assert {"serve", "build", "check", "test", "preview", "translations"} <= commands.keys()
    for command in commands:
        try:
            status = cli.dispatch([command, "--help"])
        except SystemExit as end:
            status = end.code
        assert not status and f"dev.py {command}" in capsys.readouterr().out


def test_what_pytest_takes_reaches_it_and_no_other_command_takes_more(monkeypatch, capsys):
    seen = []
    monkeypatch.setitem(cli.COMMANDS, "test", (lambda options: seen.append(options.rest), "x"))
    for rest in (["tests/unit", "-k", "search", "-x"], ["--color=yes", "-n", "4"]):
        cli.dispatch(["test", *rest])
        assert seen[-1] == rest
    with pytest.raises(SystemExit) as end:
        cli.dispatch(["check", "-x"])
    assert end.value.code and "check does not take -x" in capsys.readouterr().err


def test_sections_to_mark_reach_the_guide_as_they_were_written(monkeypatch):
    seen = []
    monkeypatch.setattr(cli, "prepare", lambda *locks: Path("python"))
    monkeypatch.setattr(cli, "run", lambda command, env: seen.append((command[3], json.loads(command[4]))) or 0)
    for named in ([], ["a.md#b", "c.md#.front"]):
        assert cli.dispatch(["translations", *(["--matched", *named] if named else [])]) == 0
        assert seen[-1] == ("translations", {"matched": named})


def test_unknown_command_lists_the_known_ones():
    done = subprocess.run([sys.executable, ROOT / "scripts/dev.py", "deploy"], capture_output=True, text=True,
                          check=False)
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert all(name in done.stderr for name in ("serve", "build", "check", "test", "preview"))
