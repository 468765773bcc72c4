"""scripts/dev.py, setting up: what it decides and says on machines that lack something. No network, no browser."""
import ast
import os
import re
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from commands import browser, environment, system  # noqa: E402
from commands.system import Failure  # noqa: E402

import dev  # noqa: E402

BEFORE = "publish.policy", "content.settings", "content.faults"
MODULES = [ROOT / "scripts/dev.py", *sorted((ROOT / "scripts/commands").glob("*.py")),
           *(ROOT / f"scripts/guide/{name.replace('.', '/')}.py" for name in BEFORE)]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder with one lock, and an installer that only notes what it was asked for."""
    lock = tmp_path / "requirements.txt"
    lock.write_text("a==1\n")
    asked = []

    def make(venv):
        asked.append("make")
        python = environment.python_in(venv)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(environment, "make", make)
    monkeypatch.setattr(environment, "install", lambda python, lock: asked.append(lock.name))
    monkeypatch.setattr(environment, "holds", lambda python, *locks: python.exists())
    prepare = lambda: (asked.clear(), environment.prepare(lock, venv=tmp_path / ".venv"), list(asked))[2]  # noqa: E731
    return lock, prepare


# --- Setting up: when, and only when ---

def test_sets_up_once_and_again_when_the_lock_changes(project):
    lock, prepare = project
    assert prepare() == ["make", "requirements.txt"]
    assert prepare() == []
    lock.write_text("a==2\n")
    assert prepare() == ["requirements.txt"]


def test_line_ends_changed_by_git_are_no_change(project):
    lock, prepare = project
    prepare()
    lock.write_bytes(b"a==1\r\n")
    assert prepare() == []


def test_environment_that_no_longer_holds_what_was_installed_is_made_anew(project, monkeypatch):
    _, prepare = project
    prepare()
    monkeypatch.setattr(environment, "holds", lambda python, *locks: False)
    assert prepare() == ["make", "requirements.txt"]


def test_environment_is_asked_whether_each_package_is_there_whole(tmp_path, monkeypatch):
    """Drawings and compiled files may be gone, and what only another system needs was never there."""
    lock = tmp_path / "requirements.txt"
    venv.create(tmp_path / "v", symlinks=os.name == "posix")
    packages = next((tmp_path / "v").rglob("site-packages"))
    for name, text in (("a/__init__.py", ""), ("a-1.dist-info/METADATA", "Name: a\nVersion: 1\n"),
                       ("a-1.dist-info/RECORD", "a/__init__.py,,\na/b.svg,,\na/__pycache__/__init__.pyc,,\n")):
        (packages / name).parent.mkdir(exist_ok=True)
        (packages / name).write_text(text)
    lock.write_text("a==1 \\\n    --hash=sha256:0\nb==2 ; sys_platform == 'other' \\\n    --hash=sha256:0\n")
    python = environment.python_in(tmp_path / "v")
    assert environment.holds(python, lock) and not environment.holds(tmp_path / "no-python", lock)
    with monkeypatch.context() as later:
        later.setattr(environment, "python_version", lambda: "3.99")
        assert not environment.holds(python, lock)
    for lost in ("a/__init__.py", "a-1.dist-info"):
        (packages / lost).rename(tmp_path / "lost")
        assert not environment.holds(python, lock), lost
        (tmp_path / "lost").rename(packages / lost)


def test_settings_of_pip_say_where_packages_come_from_and_nothing_else(monkeypatch):
    monkeypatch.setattr(environment, "capture", lambda command: (0, (
        ":env:.index-url='https://own.example'\n:env:.target='/elsewhere'\nglobal.find-links='a\\nb'\nglobal.require-virtualenv='true'\n"
        "install.index-url='https://other.example'\ninstall.dry-run='true'\ndownload.proxy='p'\n")))
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    env = environment.settings(["pip"])
    assert {name: value for name, value in env.items() if name.startswith("PIP_")} == {
        "PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "https://own.example", "PIP_FIND_LINKS": "a\nb"}
    assert "PYTHONPATH" not in env


def test_failed_installation_is_tried_again_even_with_the_lock_of_before(project, monkeypatch):
    lock, prepare = project
    prepare()
    lock.write_text("a==2\n")

    def fail(python, lock):
        raise Failure("no network")

    with monkeypatch.context() as broken, pytest.raises(Failure):
        broken.setattr(environment, "install", fail)
        prepare()
    lock.write_text("a==1\n")
    assert prepare() == ["requirements.txt"]


def test_missing_lock_is_named(tmp_path):
    with pytest.raises(Failure, match=r"gone\.txt is missing"):
        environment.prepare(tmp_path / "gone.txt", venv=tmp_path / ".venv")


def test_python_of_an_environment_on_each_system():
    places = {True: "v/Scripts/python.exe", False: "v/bin/python"}
    assert {windows: environment.python_in(Path("v"), windows).as_posix() for windows in places} == places


# --- pip ---

def test_python_without_ensurepip_is_told_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(environment, "capture", lambda command: (1, "Error: ensurepip is not available"))
    monkeypatch.setattr(environment, "can_install", lambda: False)
    with pytest.raises(Failure, match=rf"ensurepip.*apt install python{re.escape(system.python_version())}-venv"):
        environment.make(tmp_path)


def test_pip_failure_is_one_line_with_its_reason(subtests):
    for pip_says, reader_reads in (
        ("NewConnectionError('…')\nERROR: No matching distribution found for a==1",
         "cannot be reached: check the network"),
        ("NameResolutionError: …\nERROR: No matching distribution found for a==1", "cannot be reached"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "cannot be reached"),
        ("noise\nERROR: Invalid requirement: 'a=1'\n  hint", "pip could not install l.txt: Invalid requirement: 'a=1'"),
    ):
        with subtests.test(pip_says):
            line = environment.explain(pip_says, "l.txt")
            assert reader_reads in line and "\n" not in line


# --- Chromium ---

def test_chromium_that_does_not_start_is_passed_over(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "candidates", lambda: ["/stub", "/good"])
    monkeypatch.setattr(browser, "starts", lambda program: program == "/good")
    monkeypatch.setattr(browser, "can_install", lambda: False)
    assert browser.need_chromium() == "/good"


def test_chromium_named_wrongly_is_not_replaced_by_another(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    monkeypatch.setattr(browser, "candidates", lambda: ["/good"])
    with pytest.raises(Failure, match="CHROMIUM is set to /no/such/browser"):
        browser.need_chromium()


def test_without_chromium_it_says_what_to_install_and_why_apt_could_not(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "candidates", list)
    monkeypatch.setattr(browser, "can_install", lambda: True)
    monkeypatch.setattr(browser, "apt_install", lambda *packages: "E: Unable to locate package")
    with pytest.raises(Failure, match=r"no Chromium .*Unable to locate.*apt install chromium.*CHROMIUM"):
        browser.need_chromium()


# --- WebKit ---

def test_without_webkit_it_says_what_is_not_tested(monkeypatch, capsys):
    asked = []
    monkeypatch.setattr(browser, "capture", lambda *_, **__: (1, "No module named gi"))
    monkeypatch.setattr(browser, "can_install", lambda: True)
    monkeypatch.setattr(browser, "apt_install", lambda *packages: asked.extend(packages))
    assert browser.want_webkit() == "" and asked == list(browser.WEBKIT_PACKAGES)
    assert "apt install webkit2gtk-driver" in capsys.readouterr().out


# --- What must hold of the files themselves ---

def test_old_python_is_told_so_in_a_sentence(monkeypatch, capsys):
    ast.parse((ROOT / "scripts/dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    monkeypatch.setattr(dev.sys, "version_info", (3, 9, 1))
    assert dev.main() == 1
    assert "this is Python 3.9 and the project needs 3.11" in capsys.readouterr().err


def test_commands_need_nothing_but_python():
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            others = {name for name in names if name.split(".")[0] not in {*sys.stdlib_module_names, "commands"}}
            assert others <= {f"guide.{name}" for name in BEFORE}, module.name


def pins(name):
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ \\;]+)", (ROOT / "requirements" / name).read_text(encoding="utf-8"),
                           re.MULTILINE))


def test_locks_agree_name_no_registry_and_hold_what_is_asked_for():
    site, tests = pins("site.txt"), pins("test.txt")
    for others in (tests, pins("lint.txt")):  # they share one environment
        assert {name: others[name] for name in site.keys() & others.keys()} == {name: site[name]
                                                                                for name in site.keys() & others.keys()}
    for source, locked in (("site.in", site), ("test.in", tests)):
        asked = re.findall(r"^([a-z][\w.-]*)(?:\[\w+\])?(?:==(\S+))?",
                           (ROOT / "requirements" / source).read_text(encoding="utf-8"), re.MULTILINE)
        for name, version in asked:
            assert locked[name.replace(".", "-")].startswith(version)
        assert not re.search(r"https?:|index-url",
                             (ROOT / "requirements" / source.replace(".in", ".txt")).read_text(encoding="utf-8"))
