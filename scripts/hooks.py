"""The only file that knows MkDocs: connects its events to the functions of `guide`, and holds no rule of its own.

MkDocs builds once a language (mkdocs-static-i18n runs the later ones inside the first one's `on_post_build`), and keeps this
module alive between the rebuilds of `mkdocs serve`: records are read again in every `on_config`.
"""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

from guide.content import project, redirects, registry, translations
from guide.content.faults import GuideError
from guide.content.typography import typeset
from guide.desk.comparison import advice
from guide.preview import conversion_cache as kept
from guide.preview.afterwards import Afterwards
from guide.preview.cause import cause
from guide.preview.last_pages import last_pages, with_notice
from guide.publish.site import beside, finish
from guide.render import page as site
from guide.render.compiled import Compiled
from guide.render.context import Context
from guide.render.markdown import GuideExtension
from guide.render.markdown.values import plain
from guide.render.uses import uses
from guide.rules import configuration
from guide.rules.source import source_faults
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File

log = get_plugin_logger("guide")
_state: dict = {"serving": False, "wrong": ""}
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
        _state["project"] = _told(lambda: project.load(root, languages, i18n.default_language, config.site_url, os.environ))
        if os.environ.get("REGISTER_IDS"):
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


@event_priority(-200)
def on_files(files, config):
    """Drop the sources of styles, scripts and icons, which lie in the theme's folder: `guide.render.assets` joins them and names them. The
    pictures of docs/assets/ are there in every language."""
    for file in list(files):
        if file.src_uri.startswith("assets/") and not (Path(config.docs_dir) / file.src_uri).exists():
            files.remove(file)
    for path in sorted((Path(config.docs_dir) / "assets").rglob("*.*")):
        if (name := path.relative_to(config.docs_dir).as_posix()) not in files.src_uris:  # mkdocs-static-i18n keeps them for one language
            files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


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


def on_serve(server, config, builder):
    """MkDocs lets every request wait until a build succeeds (1.6): it is given one that always does, and says what is wrong in the pages."""
    root, folder, inject = Path(config.config_file_path).parent, Path(config.site_dir), server._inject_js_into_html
    server.builder = lambda: _build_again(builder, root, folder)
    server._inject_js_into_html = lambda page, epoch: inject(with_notice(page, _state["wrong"]), epoch)
    server.watch(str(root), recursive=False)  # the file mkdocs.yml is watched no more once an editor has put another in its place
    return server


def _build_again(builder, root, folder):
    _afterwards.stop()
    try:
        if found := list(configuration.faults(root)):  # before MkDocs reads its settings: while it reads, it runs what they name
            raise GuideError(found)
        with last_pages(folder):
            builder()
        _state["wrong"] = ""
    except (Exception, SystemExit) as error:
        why = error.__context__ if isinstance(error, Abort) and error.__context__ else error
        fault = cause(why, root)
        said = str(fault or why).strip() or repr(why)
        _state["wrong"] = "\n".join([said, *_state.pop("found", ())])
        log.error(f"The pages stay as they were until this is mended:\n{said}",
                  exc_info=not (fault or isinstance(why, (GuideError, PluginError, Abort))))


def on_build_error(error):
    """A preview that could not draw a page says at once what the rules find in its source: most likely the reason."""
    guide = _state.pop("project", None)  # once, though the build of each language fails in turn
    if guide and _state["serving"]:
        _state["found"] = [str(fault) for fault in source_faults(guide)]
        for fault in _state["found"]:
            log.warning(fault)


def on_shutdown():
    _afterwards.stop()


def _last_word(kind, error, trace):
    """What a build says when it stops at an error nobody caught: one line where a template or a file is at fault, else Python's own words."""
    fault = cause(error, Path(__file__).parent.parent)
    if fault:
        print(f"\n{fault}", file=sys.stderr)
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
