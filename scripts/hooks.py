"""The only file that knows MkDocs: connects its events to the functions of `guide`, and holds no rule of its own.

MkDocs builds once a language (mkdocs-static-i18n runs the later ones inside the first one's `on_post_build`), and keeps this
module alive between the rebuilds of `mkdocs serve`: records are read again in every `on_config`.
"""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

from guide import ignored, kept, project, redirects, registry, site, translations
from guide.checks import source_faults
from guide.compiled import Compiled
from guide.context import Context
from guide.faults import GuideError
from guide.markdown import GuideExtension
from guide.markdown.uses import uses
from guide.markdown.values import plain
from guide.outputs import beside, finish
from guide.preview import Afterwards
from guide.template_faults import template_fault
from guide.translations_command import advice
from guide.typography import typeset
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File

log = get_plugin_logger("guide")
_state: dict = {"serving": False}
_afterwards = Afterwards(log.warning)
_compiled = Compiled()
_kept = kept.Kept()


def on_startup(command, dirty):
    _state["serving"] = command == "serve"
    sys.excepthook = _last_word


@event_priority(-200)  # after mkdocs-static-i18n (-100), which sets the language
def on_config(config):
    i18n = config.plugins["i18n"]
    if not i18n.building:
        _afterwards.stop()
        _state.pop("project", None)
        root = Path(config.config_file_path).parent
        languages = tuple(language.locale for language in i18n.config.languages)
        if _state["serving"]:
            _state["files"] = {language: kept.files(root, language) for language in languages}
        _state["project"] = _told(lambda: project.load(root, languages, i18n.default_language, config.site_url or "", os.environ))
        if _state["project"].settings["register_ids"]:
            _told(lambda: registry.register(_state["project"]))
            today = datetime.datetime.now(datetime.UTC).date().isoformat()
            _told(lambda: translations.register(_state["project"], today))
        if not _state["serving"]:
            _report(source_faults(_state["project"]))
            for line in advice(root, _state["project"].pages, _state["project"].languages):
                log.info(line)
        _state["uses"] = uses(_state["project"])
        if _state["serving"]:
            _state["shown"] = kept.shown(_state["uses"], _state["project"].settings)
        # Nothing of the theme is drawn with or shipped (decisions/0001-outlive-the-generator.md): of its folders ours stays, and
        # that of MkDocs. It would otherwise list fifteen thousand icons for each language, and ship 2.3 MB of scripts.
        config.theme.dirs[:] = [folder for folder in config.theme.dirs if not (Path(folder) / "mkdocs_theme.yml").exists()]
    config.theme["language"] = i18n.current_language
    config.mdx_configs.setdefault("toc", {})["slugify"] = lambda text, separator: "top"
    return config


def on_page_markdown(markdown, page, config, files):
    language, _, name = page.file.src_uri.partition("/")
    guide = _state["project"]
    context = Context(language, name, guide.records, guide.strings[language], guide.components, guide.settings, _state["uses"],
                      prefix=guide.prefix(language), arrivals=_told(lambda: redirects.arrivals(guide, name, language)),
                      first_keys=_told(lambda: redirects.first_keys(guide)))
    page.guide = context
    for key in ("title", "description", "answer"):
        if isinstance(page.meta.get(key), str):
            page.meta[key] = typeset(plain(page.meta[key], context), language)
    page.title = page.meta.get("title")
    extensions = [item for item in config.markdown_extensions if not isinstance(item, GuideExtension)]
    config.markdown_extensions[:] = [*extensions, GuideExtension(context)]
    if _state["serving"]:
        page.made_of = kept.made_of(markdown, context, _state["files"][language], _state["shown"])
        page.kept = _kept.get(page.file.src_uri, page.made_of)
        return "" if page.kept else markdown  # nothing to convert: what is kept takes its place below
    return markdown


def on_page_content(html, page, config, files):
    if not _state["serving"]:
        return html
    if page.kept:
        page.toc, page.present_anchor_ids, page.guide.cited = page.kept.contents, page.kept.ids, page.kept.cited
        return page.kept.content
    _kept.keep(page.file.src_uri, page.made_of, kept.Converted(html, page.toc, page.present_anchor_ids, page.guide.cited))
    return html


@event_priority(100)  # before mkdocs-static-i18n, which takes two of these for one page
def _without_ignored(files, config):
    """Drop what Git ignores."""
    root = Path(config.config_file_path).parent
    for file in [file for file in files if ignored.ignored(Path(file.abs_src_path), root)]:
        files.remove(file)
    return files


@event_priority(-200)
def _with_pictures(files, config):
    """Drop the sources of styles, scripts and icons, which lie in the theme's folder: `guide.assets` joins them and names them. The
    pictures of docs/assets/ are there in every language."""
    docs = Path(config.docs_dir)
    for file in list(files):
        if file.src_uri.startswith("assets/") and not (docs / file.src_uri).exists():
            files.remove(file)
    for path in ignored.files(docs / "assets", "**/*.*", docs.parent):
        if (name := path.relative_to(docs).as_posix()) not in files.src_uris:  # mkdocs-static-i18n keeps them for one language
            files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


on_files = CombinedEvent(_without_ignored, _with_pictures)


def on_env(env, config, files):
    env.bytecode_cache = _compiled
    env.autoescape = True  # MkDocs leaves it off: a quotation mark in a text must not end an attribute
    return env


def on_page_context(context, page, config, nav):
    guide = _state["project"]
    context.update(site.page_context(guide, page.guide))
    context["serving"] = _state["serving"]
    return context


def on_template_context(context, template_name, config):
    """The 404 page is built once a language; the last build stands, and it speaks every language."""
    context.update(site.page_context(_state["project"], None))
    context["serving"] = _state["serving"]
    return context


@event_priority(-200)  # when mkdocs-static-i18n has built every language
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    guide, folder = _state["project"], Path(config.site_dir)
    if _state["serving"]:
        _told(lambda: beside(guide, folder))
        _afterwards.start(guide, folder)
    else:
        _report(_told(lambda: finish(guide, folder)))


def on_build_error(error):
    """A preview that could not draw a page says at once what the rules find in its source: most likely the reason."""
    guide = _state.pop("project", None)  # once, though the build of each language fails in turn
    if guide and _state["serving"]:
        for fault in source_faults(guide):
            log.warning(str(fault))


def on_shutdown():
    _afterwards.stop()


def _last_word(kind, error, trace):
    """What a build says when it stops at an error nobody caught: one line where a file or a template is at fault, else Python's own words."""
    fault = template_fault(error, Path(__file__).parent.parent)
    if fault or isinstance(error, GuideError):
        print(f"\n{fault or error}", file=sys.stderr)
    elif isinstance(error, OSError) and error.filename:
        print(f"\n{error.filename}: {error.strerror}", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


def _told(action):
    try:
        return action()
    except GuideError as error:
        raise PluginError(f"\n{error}") from None


def _report(faults):
    """A build stops at faults, all of them shown. A preview never does, or the browser would freeze."""
    if faults:
        raise PluginError("\n" + "\n".join(str(fault) for fault in faults))
