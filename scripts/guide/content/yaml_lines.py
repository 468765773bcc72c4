"""Read YAML somebody wrote by hand, keeping line numbers, and refuse what a record never needs.

Guards against: the same key twice (YAML keeps the last in silence), dates and `no` turned into other types (every
scalar stays text, `true`/`false` apart), anchors and aliases (a few lines can expand to gigabytes), and nesting so deep
that reading it ends in a traceback.
PyYAML's event parser is used rather than a round-trip loader: it is twenty times faster and already here with MkDocs.
"""

import re
from pathlib import Path
from typing import Any

import yaml

from .faults import Fault, GuideError, relative
from .files import read_text

DEEPEST = 12  # levels; a record has five
_COMMENT = re.compile(r"[ \t]+#")
_Loader = getattr(yaml, "CLoader", yaml.Loader)


class LinedMap(dict):
    """A mapping that knows on which line it starts (`line`) and where each of its keys stands (`lines`)."""

    def __init__(self, line: int):
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class LinedList(list):
    """A list that knows on which line it starts (`line`) and where each of its items stands (`lines`)."""

    def __init__(self, line: int):
        super().__init__()
        self.line = line
        self.lines: list[int] = []


def load(path: Path, root: Path) -> Any:
    """The content of one YAML file as LinedMap, LinedList, str or bool. Raises GuideError with the line for malformed
    YAML, a duplicate key, an anchor, alias or tag, or a second document."""
    return parse(read_text(path, root), relative(path, root))


def parse(text: str, name: str, first_line: int = 1) -> Any:
    """Like `load`, for text already read; `first_line` is where the text starts in the file `name`."""
    return _Builder(text, name, first_line).document()


_KEY = r"\s*(?:- )?\w[\w-]*:"
# What YAML says, how many lines back the mistake may stand that it notices only now, what such a line looks like, and
# what is wrong with it; the likeliest first.
_MISTAKES = (
    ("", 3, r" *\t", "the line begins with a tab; write spaces, as many as the lines beside it"),
    ("", 3, rf"(?:[ ]*|{_KEY})[\u00a0\u202f]", "a no-break space stands where an ordinary one must; type it again"),
    ("", 3, rf"{_KEY}[^\s:/]", "there is no space after the colon; write 'key: value'"),
    ("", 3, rf"{_KEY} +([@`%&*!?,\]}}])", "the text begins with {0}; put quotation marks around it"),
    ("", 12, rf"{_KEY}\s+(')[^']*(?:'[^']*'[^']*)*$", "the text opens with {0} and closes nowhere, or in its middle; "
     "close it, and write '' for one inside"),
    ("", 12, rf"{_KEY}\s+(\")[^\"]*(?:\"[^\"]*\"[^\"]*)*$", "the text opens with {0} and closes nowhere, or in its "
     "middle; close it, and write \\\" for one inside"),
    ("", 1, _KEY + r" +(?:\"[^\"]*\"|'[^']*'|\[[^\]]*\]|\{[^}]*\}) *[^\s,#]", "the text goes on after its closing "
     "quotation mark or bracket; put the whole of it in quotation marks: '…'"),
    ("", 1, _KEY + r"\s+[^'\">|].*:(?: |$)", "the text contains ': '; put quotation marks around it"),
    ("expected ':'", 3, r"\s*([a-z0-9_-]+)\s*$", "there is no colon after '{0}'; write '{0}:'"),
    ("expected key|block end|mapping values", 1, "", "this line and the one above do not go together; indent the "
     "fields of a record alike, each as 'key: value'"))


def _mistake(lines: list[str], at: int, problem: str) -> tuple[int, str]:
    """The line of the mistake most likely made, and what it is."""
    for when, back, pattern, message in _MISTAKES:
        for number in range(at, max(at - back, -1), -1):
            if re.search(when, problem) and (match := re.match(pattern, lines[number])):
                return number, message.format(*match.groups())
    return at, f"{problem}; check the indentation, and quote a text that contains ': ' or starts with a sign"


class _Builder:
    def __init__(self, text: str, name: str, first_line: int):
        self.text, self.name, self.first_line, self.depth = text, name, first_line, 0

    def document(self) -> Any:
        try:
            self.events = yaml.parse(self.text, Loader=_Loader)
            next(self.events), next(self.events)
            event = next(self.events, None)
            if not isinstance(event, yaml.NodeEvent):
                return LinedMap(self.first_line)
            value = self.node(event)
            next(self.events)
            extra = next(self.events)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            lines = self.text.splitlines() or [""]
            line, why = _mistake(lines, min(mark.line if mark else 0, len(lines) - 1),
                                 (error.problem or "cannot be parsed").replace("\n", " "))
            raise self.fault(line, f"is not valid YAML: {why}") from None
        except yaml.YAMLError as error:
            raise self.fault(0,
                             f"is not valid YAML: {str(error).splitlines()[0]}; remove the control character") from None
        except StopIteration:
            return LinedMap(self.first_line)
        if not isinstance(extra, yaml.StreamEndEvent):
            raise self.fault(extra.start_mark.line, "starts a second YAML document; remove the line ---")
        return value

    def fault(self, line: int, message: str) -> GuideError:
        return GuideError(Fault(self.name, line + self.first_line, message))

    def node(self, event: yaml.NodeEvent) -> Any:
        line = event.start_mark.line
        if isinstance(event,
                      yaml.AliasEvent) or event.anchor or (event.tag and not isinstance(event, yaml.ScalarEvent)):
            raise self.fault(line, "uses an anchor, an alias or a tag (& * !); write the value out")
        if isinstance(event, yaml.ScalarEvent):
            if event.tag and event.tag != "!":
                raise self.fault(line, "uses a tag (!); write plain text")
            plain = event.style is None or event.style == ""
            if plain and event.value and _COMMENT.match(self.text, event.end_mark.index):
                raise self.fault(line, "the text stops before ' #', where a comment begins; put quotation marks around "
                                       "it, or the comment on a line of its own")
            if plain and event.value.lower() in ("~", "null"):
                raise self.fault(line, f"{event.value} means nothing in YAML; write the text (the sign itself in "
                                       f"quotation marks), or remove the line")
            return {"true": True, "false": False}.get(event.value, event.value) if plain else event.value
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.fault(line, f"is nested more than {DEEPEST} levels deep; write it flatter")
        value = self.mapping(line) if isinstance(event, yaml.MappingStartEvent) else self.sequence(line)
        self.depth -= 1
        return value

    def mapping(self, line: int) -> LinedMap:
        result = LinedMap(line + self.first_line)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key_line = event.start_mark.line
            key = self.node(event)
            if not isinstance(key, (str, bool)):
                raise self.fault(key_line, "has a list or a mapping as a key; write a plain word")
            key = str(key).lower() if isinstance(key, bool) else key
            if key in result:
                raise self.fault(key_line,
                                 f"has the key {key} twice (first on line {result.lines[key]}); keep one, or rename it")
            result.lines[key] = key_line + self.first_line
            result[key] = self.node(next(self.events))
        return result

    def sequence(self, line: int) -> LinedList:
        result = LinedList(line + self.first_line)
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            result.lines.append(event.start_mark.line + self.first_line)
            result.append(self.node(event))
        return result
