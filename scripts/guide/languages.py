"""The languages of the guide, from the one place that lists them: the i18n plugin in mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

import yaml


def languages(root: Path) -> tuple[str, ...]:
    """The language codes of the guide, the one served at the root first."""
    # BaseLoader keeps every scalar as text and takes tags such as !ENV for what they hold.
    config = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    listed = next(plugin["i18n"] for plugin in config["plugins"] if isinstance(plugin, dict) and "i18n" in plugin)["languages"]
    return tuple(item["locale"] for item in sorted(listed, key=lambda item: item.get("default") != "true"))
