#!/usr/bin/env python3
"""The project's commands: python3 scripts/dev.py serve, build, check, test, preview (each with --help).

Needs Python 3.11 or newer and nothing else; the commands themselves are in scripts/commands/. This file stays readable
to old Pythons, so that a reader with one is told so in a sentence instead of a syntax error.
"""
import os
import sys

OLDEST = 3, 11


def main():
    """Hand over to the commands; return the exit status. With a Python too old: one line, exit status 1."""
    if sys.version_info < OLDEST:
        sys.stderr.write(
            "dev.py: this is Python %d.%d and the project needs %d.%d or newer: install it, then run the command with "
            "it\n"
            % (sys.version_info[:2] + OLDEST)
        )
        return 1
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from commands.cli import main as run_command

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
