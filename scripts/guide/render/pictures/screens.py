"""One screen a step: what stands on it is written in docs/records/screens.yml, the words themselves in labels.yml."""

from urllib.parse import urlsplit

from guide.content.languages import GRAMMAR
from guide.content.pages import VALUE
from guide.content.records import Record, Records
from guide.content.strings import Strings

from .svg import Shown

WIDTHS = {"computer": 318, "phone": 262}


def shown(records: Records, strings: Strings, record: Record) -> Shown:
    """What stands on the screen of a step."""
    def label(identifier: str) -> tuple[str, str]:
        return _label(records, identifier, strings.language)

    host = urlsplit(records.addresses[record["address"]]["url"]).hostname if "address" in record else ""
    alt = _with_labels(record["alt"][strings.language], records, strings.language)
    values = {"record": record, "host": (host or "").removeprefix("www."), "label": label}
    return Shown(alt, alt, [], values)


def texts_of(records: Records, record: Record, language: str) -> list[tuple[str, str]]:
    """(words, their language) of every label on a screen, in order: the page's language, or the first it was seen
    in."""
    named = [part.get("title") or part.get("row") or part.get("button") for part in record["parts"]]
    return [_label(records, identifier, language) for identifier in named if identifier]


def _label(records: Records, identifier: str, language: str) -> tuple[str, str]:
    texts = records.labels[identifier]["text"]
    seen = language if language in texts else next(iter(texts))
    return texts[seen], seen


def _with_labels(text: str, records: Records, language: str) -> str:
    """`text` with each [=id] written as the words of that label, between quotation marks."""
    first, last = GRAMMAR[language].quotes
    return VALUE.sub(lambda match: first + _label(records, match[1], match[2] or language)[0] + last, text)
