"""The words of the interface, one file a language in docs/strings/, the same keys in each."""

from itertools import permutations
from pathlib import Path

from .faults import Fault, refuse, relative
from .languages import GRAMMAR, typeset
from .yaml_lines import load


class Strings(dict):
    """The strings of one language: `strings("key", name=value)` gives the text with its {name} filled in. `lines` says
    where each key stands in its file."""

    def __init__(self, data: dict[str, str], language: str):
        super().__init__({key: typeset(value, language) for key, value in data.items()})
        self.language = language
        self.lines: dict[str, int] = getattr(data, "lines", {})

    def __call__(self, key: str, **values: object) -> str:
        text = self[key]
        for name, value in values.items():
            text = text.replace("{%s}" % name, str(value))
        return text

    def count(self, key: str, number: int, **values: object) -> str:
        """The form of `key` that fits `number` (CLDR plural category one or other: in French 0 and 1 are `one`)."""
        one = GRAMMAR[self.language].one(number)
        return self(f"{key}_{'one' if one else 'other'}", n=number, **values)


def load_strings(folder: Path, root: Path, languages: tuple[str, ...]) -> dict[str, Strings]:
    """The strings of every language. Raises GuideError when a file is missing, or a key stands in one language only."""
    paths = {language: folder / f"{language}.yml" for language in languages}
    loaded = {language: load(path, root) for language, path in paths.items()}
    faults = [Fault(relative(paths[language], root), data.lines[key], f"{key} is not a text; put it between quotes")
              for language, data in loaded.items() for key, value in data.items() if not isinstance(value, str)]
    for language, other in permutations(languages, 2):
        faults += [Fault(relative(paths[other], root), 0, f"lacks the key {key}, which {language}.yml has on line "
                                                          f"{loaded[language].lines[key]}; add it")
                   for key in loaded[language].keys() - loaded[other].keys()]
    refuse(faults)
    return {language: Strings(data, language) for language, data in loaded.items()}
