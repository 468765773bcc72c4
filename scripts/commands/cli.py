"""The command line: which commands there are, what each does in order, and how each ends.

Guards against: tracebacks where a sentence helps, and a failure that exits with 0.
"""
import argparse
import io
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from . import browser, build, exit_route
from .environment import LINT_LOCK, SITE_LOCK, TEST_LOCK, prepare
from .system import Failure, child_environment, run, say

HOST = "127.0.0.1"
# Style, types, dead code, packages, the direction of imports, the safety of workflows; the settings are in
# pyproject.toml. As modules where that can be: programs beside a Python know their own folder, and fail when the
# project has moved.
TOOLS = (
    ("python", "-m", "ruff", "check"),
    ("python", "-m", "mypy"),
    ("python", "-m", "vulture"),
    ("python", "-m", "deptry", "--no-ansi", "scripts"),
    ("python", "-c", "from importlinter.cli import lint_imports_command as command; command()", "--no-cache"),
    ("zizmor", "--offline", "--quiet", "--persona", "auditor", ".github"))


def serve(options: argparse.Namespace) -> int:
    """Show the site while it is being written, until Ctrl-C. Not strict: a fault is printed, the pages stay."""
    python = prepare(SITE_LOCK)
    if status := build.ask_settings(python):
        return status
    place = f"{HOST}:{options.port}"
    say(f"The site will be at http://{place}/ in a moment; Ctrl-C ends it. Should the port be taken: --port")
    return run([str(python), "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", place], child_environment())


def test(options: argparse.Namespace) -> int:
    """Run the tests on a fresh build. A failed build is the answer, and no test runs. They find the site in $SITE_DIR,
    the browser in $CHROMIUM, the others in $FIREFOX, $WEBKIT, $JAVA and $NGINX (empty: none)."""
    python = prepare(SITE_LOCK, TEST_LOCK)
    browser.need_driver(python)
    tools = {"CHROMIUM": browser.need_chromium(), "FIREFOX": browser.want_firefox(), "WEBKIT": browser.want_webkit(),
             "JAVA": browser.want_java(), "NGINX": browser.want_nginx()}
    if status := build.build(build.SITE):
        say("No test was run: the site does not build")
        return status
    # a file in one process, since what its tests share is made once: some share a whole build
    command = [str(python), "-m", "pytest", "-n", str(min(2, os.cpu_count() or 1)), "--dist", "loadfile",
               "--no-loadscope-reorder", *options.rest]
    return run(command, child_environment(SITE_DIR=str(build.SITE), **tools))


def preview(options: argparse.Namespace) -> int:
    """Show the built site, built first if it is not there, as a host would, until Ctrl-C."""
    from .server import Server  # here, since it takes a moment to load and the others do without

    if status := built():
        return status
    with Server(build.SITE, options.port) as server:
        say(f"The built site is at {server.url} as a host would send it; Ctrl-C ends it")
        server.serve_forever()
    return 0


def built() -> int:
    """Build the site if it is not there; return the exit status."""
    return 0 if (build.SITE / "index.html").is_file() else build.build(build.SITE)


def ask_guide(options: argparse.Namespace) -> int:
    """Hand a command and its options to the guide (guide/__main__.py), which can read records and pages."""
    given = {name: value for name, value in vars(options).items() if name not in ("command", "function", "rest")}
    locks = (SITE_LOCK, TEST_LOCK) if options.command == "readability" else (SITE_LOCK,)  # it counts syllables
    return run([str(prepare(*locks)), "-m", "guide", options.command, json.dumps(given)], child_environment())


def weigh(options: argparse.Namespace) -> int:
    """Say what each page of the built site costs its reader; the site is built first if it is not there."""
    options.site = str(build.SITE)
    return built() or ask_guide(options)


def lint(options: argparse.Namespace) -> int:
    """Run every tool, whatever the ones before it said; return 0 when all are content, else 1. All three locks are
    installed: types are checked against the packages the site and its tests use."""
    folder = prepare(SITE_LOCK, TEST_LOCK, LINT_LOCK).parent
    unhappy = [" ".join(command) for command in TOOLS
               if run([str(folder / command[0]), *command[1:]], child_environment())]
    say(f"Mend what the lines above say ({'; '.join(unhappy)})" if unhappy else "The code and the workflows are clean")
    return 1 if unhappy else 0


def option(*names: str, **how: Any) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Return one argument of a command, as argparse takes it."""
    return names, how


# Name: what it does, its help, its arguments.
COMMANDS: dict[str, tuple] = {
    "serve": (serve, "show the site while you write; pages reload by themselves (after a change in scripts/, start it "
                     "again)", option("--port", type=int, default=8000, help="default: 8000")),
    "build": (lambda options: build.build(Path(options.out), options.compress),
              "build the site, strictly; a failed build leaves the old one untouched",
              option("--out", default=str(build.SITE), metavar="DIR", help="where to; default: site/ in the project"),
              option("--compress", action="store_true",
                     help="also write .br and .gz beside each text, for hosts that send those")),
    "check": (lambda options: build.check(options.register),
              "check everything a build can check, before a pull request; writes nothing",
              option("--register", action="store_true", help="first add new heading ids and sections to their "
                                                             "registers in docs/records/, ids for ever")),
    "test": (test, "build, then run all tests, real browser included; takes what pytest takes, e.g. tests/unit, -k "
                   "search, -x; with -n 0 in one process, for a debugger"),
    "preview": (preview, "show the built site with the headers and the 404 page a host would send",
                option("--port", type=int, default=8080, help="default: 8080")),
    "weigh": (weigh, "say what each page of the built site weighs, and what budget.yml allows it"),
    "review": (ask_guide, "list the facts by the day they are due to be read again, with their sources",
               option("--within", type=int, metavar="DAYS", help="only those due in so many days, or overdue")),
    "changes": (ask_guide, "list what is new since a commit and must be looked at: addresses, hosts, facts with the "
                           "pages that cite them, ids",
                option("--since", default="main", metavar="COMMIT", help="default: main")),
    "new": (ask_guide, "begin a page from a template, in every language",
            option("name", help="such as opt-out/on-a-tablet"),
            option("sections", nargs="*", metavar="section", help="one word a section, for its id; default: summary")),
    "rename": (ask_guide, "rename a page or a heading id: links, menu and records follow, the old address leads on",
               option("kind", choices=("page", "id")),
               option("old", help="a page: opt-out/web; an id: faq#faq-cv"),
               option("new", help="the new name of the page, or the new id")),
    "links": (ask_guide, "visit every source to see which still answer: advice, never a failure; needs a network"),
    "translations": (ask_guide, "list the sections that changed in one language; or mark them as compared",
                     option("--matched", nargs="+", default=[], metavar="PAGE#ID",
                            help="these sections say the same in every language again")),
    "readability": (ask_guide, "say how hard each page is to read: words, words a sentence, its longest sentence, the "
                               "school grade of the English; advice, never a failure"),
    "lint": (lint, "check the code and the workflows: style, types, dead code, security of the workflows"),
    "exit-route": (lambda options: exit_route.prove(), "build the same sources without MkDocs and without its theme, "
                                                       "and list what differs; needs a network")}


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command line."""
    top = argparse.ArgumentParser(
        prog="dev.py", description="Everything one does with this project. The first command sets up .venv/.")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for name, (function, text, *options) in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.", allow_abbrev=False)
        command.set_defaults(function=function, command=name)
        for names, how in options:
            command.add_argument(*names, **how)
    return top


def dispatch(arguments: list[str]) -> int:
    """Run the command the arguments name; return its exit status. A command line that means nothing lists what does."""
    reader = parser()
    options, rest = reader.parse_known_args(arguments or ["--help"])
    if rest and options.command != "test":
        reader.error(f"{options.command} does not take {' '.join(rest)}")
    options.rest = rest
    return options.function(options)


def stop(number: int, _frame) -> None:
    """End as after any error when the system asks us to stop, so that programs are ended and folders cleaned up."""
    raise SystemExit(128 + number)


def main(arguments: list[str]) -> int:
    """Run one command and return the exit status: 1 and one line for a fault one can act on, 130 after Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    signal.signal(signal.SIGTERM, stop)
    try:
        return dispatch(arguments)
    except Failure as failure:
        reason = str(failure)
    except OSError as error:
        reason = ": ".join(str(part) for part in (error.filename, error.strerror or error) if part)
    except KeyboardInterrupt:
        return 130
    print(f"dev.py: {reason}", file=sys.stderr, flush=True)
    return 1
