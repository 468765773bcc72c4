"""Answers remembered for as long as what they are about is in use: a page, or one reading of the repository.

A memory of fixed size is of no use to rules that each go through all pages, once there are more pages than it holds;
one without limits would keep every page of every save of a preview.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

Function = TypeVar("Function", bound=Callable[..., Any])


def remembered(function: Function) -> Function:
    """Call `function` once for the same arguments while the first, which no answer may hold, is in use."""
    answers: WeakKeyDictionary[Any, dict[tuple[Any, ...], Any]] = WeakKeyDictionary()

    @wraps(function)
    def answer(about: Any, *rest: Any) -> Any:
        known = answers.setdefault(about, {})
        if rest not in known:
            known[rest] = function(about, *rest)
        return known[rest]

    return answer  # type: ignore[return-value]
