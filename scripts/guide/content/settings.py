"""What the environment says of one copy of the site: where it is, who publishes it. DEPLOY.md explains each variable.

Read here and nowhere else, with the standard library alone: scripts/dev.py trims them before anything is installed.
"""

import re
from collections.abc import Mapping

from .faults import Fault, GuideError

NEUTRAL = "https://guide.example/"  # the address of a copy that nobody publishes
_HOST = r"https?://[A-Za-z0-9.-]+(:[0-9]+)?"
_ELSEWHERE = _HOST + r"(/[^\s\"'<>\\^`{|}]*)?", "an address such as https://host.example/owner/name/"
_WORDS = ".+", "words, without signs that nobody can see"
# Variable → the form of its value, and what to write.
FORMS = {
    "SITE_URL": (_HOST + r"(/[A-Za-z0-9._~/%-]*)?", f"an address such as {NEUTRAL}"), "EDIT_URL": _ELSEWHERE,
    "REPOSITORY_URL": _ELSEWHERE,
    "SOURCE_COMMIT": (r"[A-Za-z0-9._/+-]+", "a version, such as what git rev-parse HEAD prints"),
    **dict.fromkeys(("PUBLISHER_NAME", "PUBLISHER_ADDRESS", "PUBLISHER_CONTACT", "HOST_NAME", "HOST_ADDRESS"), _WORDS),
    "REGISTER_IDS": ("1", "no value: dev.py check --register sets it")}


def trimmed(environment: Mapping[str, str]) -> dict[str, str]:
    """The variables that are set, each on one line without spaces around it; empty is unset."""
    values = {name: re.sub(r"[ \t\r\n]+", " ", environment.get(name, "").strip()) for name in FORMS}
    return {name: value for name, value in values.items() if value}


def settings(environment: Mapping[str, str]) -> dict[str, str]:
    """The value of each variable by its name in small letters, "" where it is unset. `site_url` ends with a slash.
    Raises GuideError naming each variable whose value cannot be meant."""
    values = trimmed(environment)
    if faults := [Fault(name, 0, f"is {value[:60]!r}; write {FORMS[name][1]}, or unset it")
                  for name, value in values.items() if not re.fullmatch(FORMS[name][0], value)
                  or not re.sub("[\u00a0\u202f]", " ", value).isprintable()]:
        raise GuideError(faults)
    values["SITE_URL"] = values.get("SITE_URL", NEUTRAL).rstrip("/") + "/"
    return {name.lower(): values.get(name, "") for name in FORMS}
