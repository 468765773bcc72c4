"""The command line: which commands there are, what each does in order, and how each ends.

Guards against: tracebacks where a sentence helps, and a failure that exits with 0.
"""
import argparse
import io
import json
import os
import re
import signal
import sys
from pathlib import Path

from . import audit, browser, build, exit_route, growth, lint, nginx, reproduce
from .environment import SITE_LOCK, TEST_LOCK, prepare
from .ports import HOST, free_port
from .system import Failure, child_environment, run, say

TEST_HELP = """\
usage: dev.py test [anything pytest takes, e.g. tests/unit, -k search, -x]

Set up what the tests need (a Chromium, a Java and an nginx are found, or fetched on Debian as root), build the site
once, run all tests. They find the site in $SITE_DIR, the browser in $CHROMIUM, the others in $JAVA and $NGINX (empty:
none). The exit status is pytest's."""
# With these, tests in several processes make no sense: a debugger needs the terminal, or the number is chosen.
ALONE = re.compile(r"-n.*|-s|--(numprocesses|dist|capture)(=.*)?|--(pdb|trace|collect-only|co)|(-p)?no:xdist")


def serve(options: argparse.Namespace) -> int:
    """Show the site while it is being written, until Ctrl-C. Not strict: a fault is printed, the pages stay."""
    python = prepare(SITE_LOCK)
    if status := build.ask_settings(python):
        return status
    port = free_port(options.port)
    say(f"The site will be at http://{HOST}:{port}/ in a moment; Ctrl-C ends it")
    command = [str(python), "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", f"{HOST}:{port}"]
    return run(command, child_environment())


def test(arguments: list[str]) -> int:
    """Run the tests on a fresh build; `arguments` go to pytest. A failed build is the answer, and no test runs."""
    python = prepare(SITE_LOCK, TEST_LOCK)
    browser.need_driver(python)
    tools = {"CHROMIUM": browser.need_chromium(), "JAVA": browser.want_java(), "NGINX": nginx.want_nginx()}
    status = build.build(build.SITE)
    if status:
        say("No test was run: the site does not build")
        return status
    command = [str(python), "-m", "pytest", *processes(arguments, os.cpu_count()), *arguments]
    return run(command, child_environment(SITE_DIR=str(build.SITE), **tools))


def processes(arguments: list[str], cores: int | None) -> list[str]:
    """Return the arguments that share the tests between two processes, where that makes sense."""
    alone = any(map(ALONE.fullmatch, arguments))
    return [] if alone or (cores or 1) < 2 else ["-n", "2"]


def preview(options: argparse.Namespace) -> int:
    """Show the built site, built first if it is not there, as a host would, until Ctrl-C."""
    from .server import Server  # here, since it takes a moment to load and the others do without

    if status := built():
        return status
    with Server(build.SITE, free_port(options.port)) as server:
        say(f"The built site is at {server.url} as a host would send it; Ctrl-C ends it")
        server.serve_forever()
    return 0


def built() -> int:
    """Build the site if it is not there; return the exit status."""
    return 0 if (build.SITE / "index.html").is_file() else build.build(build.SITE)


def ask_guide(options: argparse.Namespace) -> int:
    """Hand a command and its options to the guide (guide/__main__.py), which can read records and pages."""
    given = {name: value for name, value in vars(options).items() if name not in ("command", "function")}
    locks = (SITE_LOCK, TEST_LOCK) if options.command == "readability" else (SITE_LOCK,)  # it counts syllables
    return run([str(prepare(*locks)), "-m", "guide", options.command, json.dumps(given)], child_environment())


def weigh(options: argparse.Namespace) -> int:
    """Say what each page of the built site costs its reader; the site is built first if it is not there."""
    options.site = str(build.SITE)
    return built() or ask_guide(options)


def new(options: argparse.Namespace) -> int:
    """Begin a page or a record from a template."""
    if options.sections and options.kind != "page":
        raise Failure(f"new {options.kind} takes one name: python3 scripts/dev.py new {options.kind} {options.name}")
    return ask_guide(options)


def port(text: str) -> int:
    """Return a port number typed by hand; argparse turns the error into its sentence."""
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text} is no port: choose a number from 1 to 65535")
    return int(text)


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command line."""
    top = argparse.ArgumentParser(
        prog="dev.py", description="Everything one does with this project. The first command sets up .venv/.")
    commands = top.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, function, text: str) -> argparse.ArgumentParser:
        """Add one command."""
        sub = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        sub.set_defaults(function=function, command=name)
        return sub

    def with_port(sub: argparse.ArgumentParser, first: int) -> None:
        """Add the option of a port, `first` without it."""
        sub.add_argument("--port", type=port, default=first,
                         help=f"default: {first}; if it is taken, the next free one")

    with_port(command("serve", serve, "show the site while you write; pages reload by themselves (after a change in "
                      "scripts/, start it again)"), 8000)
    making = command("build", lambda options: build.build(Path(options.out), options.compress),
                     "build the site, strictly; a failed build leaves the old one untouched")
    making.add_argument("--out", default=str(build.SITE), metavar="DIR",
                        help="where to; default: site/ in the project")
    making.add_argument("--compress", action="store_true",
                        help="also write .br and .gz beside each text, for hosts that send those")
    command("check", lambda options: build.check(options.register),
            "check everything a build can check, before a pull request; writes nothing").add_argument(
        "--register", action="store_true",
        help="first add new heading ids and sections to their registers in docs/records/, ids for ever")
    command("test", None, "build, then run all tests, real browser included; takes what pytest takes")
    with_port(command("preview", preview, "show the built site with the headers and the 404 page a host would "
                      "send"), 8080)
    command("weigh", weigh, "say what each page of the built site weighs, and what budget.yml allows it")
    command("review", ask_guide,
            "list the facts by the day they are due to be read again, with their sources").add_argument(
        "--within", type=int, metavar="DAYS", help="only those due in so many days, or overdue")
    begin = command("new", new, "begin a page, a claim, a source or an authority from a template, in every language")
    begin.add_argument("kind", choices=("page", "claim", "source", "authority"))
    begin.add_argument("name", help="a page: opt-out/on-a-tablet; a claim or source: FILE/ID, e.g. minors/school-age; "
                       "an authority: ID")
    begin.add_argument("sections", nargs="*", metavar="section",
                       help="for a page, one word a section, for its id; default: summary")
    renames = command("rename", ask_guide, "rename a page or a heading id: links, menu and records follow, the old "
                      "address leads on")
    renames.add_argument("kind", choices=("page", "id"))
    renames.add_argument("old", help="a page: opt-out/web; an id: faq#faq-cv")
    renames.add_argument("new", help="the new name of the page, or the new id")
    command("links", ask_guide,
            "visit every source to see which still answer: advice, never a failure; needs a network")
    command("readability", ask_guide, "say how hard the pages are to read: words a section and a sentence, the school "
            "grade of the English; advice, never a failure").add_argument(
        "page", nargs="?", default="", help="a page, to see its sections and their longest sentences: faq")
    pairs = command("translations", ask_guide, "list the sections that changed in one language, with what changed; or "
                    "mark them as compared")
    pairs.add_argument("--matched", nargs="+", default=[], metavar="PAGE#ID",
                       help="these sections say the same in every language again")
    pairs.add_argument("--typo", nargs="+", default=[], metavar="PAGE#ID",
                       help="what changed in these does not touch the meaning (docs/en/PAGE#ID: in that language)")
    pairs.add_argument("--all", dest="every", action="store_true",
                       help="every section says the same in every language again")
    command("report", ask_guide, "write what review (30 days) and links find into a file, as the weekly issue holds "
            "it; needs a network").add_argument(
        "--out", default="report.md", type=lambda text: str(Path(text).resolve()), metavar="FILE",
        help="where to; default: report.md here")
    for name, do, text in (
        ("lint", lint.lint, "check the code and the workflows: style, types, dead code, security of the workflows"),
        ("exit-route", exit_route.prove, "build the same sources without MkDocs and without its theme, and list what "
         "differs; needs a network"),
        ("reproduce", reproduce.reproduce, "build twice, elsewhere and on another day, and see that every "
         "byte is the same"),
        ("growth", growth.grow, "build with five and ten times the pages: seconds, memory, and whether time grows "
         "faster than the pages (takes minutes)"),
        ("audit", audit.audit, "look the locked packages up among published vulnerabilities: advice; needs a network"),
    ):
        command(name, lambda _, do=do: do(), text)
    return top


def dispatch(arguments: list[str]) -> int:
    """Run the command the arguments name; return its exit status. A command line that means nothing lists what does."""
    if arguments[:1] == ["test"]:
        if {"-h", "--help"} & set(arguments):
            say(TEST_HELP)
            return 0
        return test(arguments[1:])
    if not arguments:
        parser().print_help()
        return 1
    options = parser().parse_args(arguments)
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
