"""The only file that knows MkDocs: connects its events to the functions of `guide`, and holds no rule of its own.

MkDocs builds once a language (mkdocs-static-i18n runs the later ones inside the first one's `on_post_build`), and keeps
this module alive between the rebuilds of `mkdocs serve`: records are read again in every `on_config`.
"""

import datetime
import gc
import logging
import os
import sys
from contextlib import contextmanager
from pathlib import Path

from guide.content import addresses, project, translations
from guide.content.faults import GuideError
from guide.content.files import ignored
from guide.content.languages import typeset
from guide.content.project import plain
from guide.desk.review import advice
from guide.preview import Afterwards, cause, last_pages, with_notice
from guide.publish.policy import META_POLICY
from guide.publish.search import SearchError
from guide.publish.site import beside, finish
from guide.render import icons
from guide.render.context import Context
from guide.render.markdown.extension import GuideExtension
from guide.render.page import apart, page_context
from guide.render.templates import compiled
from guide.render.uses import uses
from guide.rules import configuration
from guide.rules.built import built_faults
from guide.rules.source import source_faults
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

log = get_plugin_logger("guide")
_state: dict = {"serving": False, "wrong": ""}
_afterwards = Afterwards(log.warning)


def on_startup(command, dirty):
    _state["serving"] = command == "serve"
    # a preview goes on where MkDocs warns: what it converted is not for a build, which would hear no warning
    _state["kind"] = "previewed" if _state["serving"] else "converted"
    if not _state["serving"]:
        gc.disable()  # a build ends before it matters; looking for what it has done with takes a tenth of its time
    sys.excepthook = _last_word


@event_priority(-200)  # after mkdocs-static-i18n (-100), which sets the language
def on_config(config):
    i18n = config.plugins["i18n"]
    if not i18n.building:
        _afterwards.stop()
        _state.pop("project", None)
        root = Path(config.config_file_path).parent
        languages = tuple(language.locale for language in i18n.config.languages)
        with as_plugin_error():
            guide = project.load(root, languages, i18n.default_language, config.site_url or "", os.environ)
            if guide.settings["register_ids"]:
                addresses.register(guide)
                translations.register(guide, datetime.datetime.now(datetime.UTC).date().isoformat())
        _state["project"] = guide
        if not _state["serving"]:
            _report(source_faults(guide))
            for line in advice(root, guide.pages, guide.languages):
                log.info(line)
        _state["uses"] = uses(guide)
        _state["converted"] = []
        _state["extensions"] = list(config.markdown_extensions)
        # Of the theme only icons are drawn (decisions/0001-outlive-the-generator.md), and `guide.render.icons` finds
        # them: of its folders ours stays, and that of MkDocs. It would otherwise list fifteen thousand files for each
        # language, and ship 2.3 MB of scripts.
        config.theme.dirs[:] = [folder for folder in config.theme.dirs
                                if not (Path(folder) / "mkdocs_theme.yml").exists()]
    config.theme["language"] = i18n.current_language
    config.mdx_configs.setdefault("toc", {})["slugify"] = lambda text, separator: "top"
    return config


def on_page_read_source(page, config):
    """The body alone: what front matter says is read once, by `guide.content`, as it was typed. The empty line keeps
    MkDocs from looking for fields in it."""
    language, _, name = page.file.src_uri.partition("/")
    with as_plugin_error():
        return "\n" + _state["project"].page(name, language).body


def on_page_markdown(markdown, page, config, files):
    language, _, name = page.file.src_uri.partition("/")
    guide = _state["project"]
    page.meta = dict(guide.page(name, language).front)
    page.guide = context = Context(guide, language, name, _state["uses"])
    for key in ("title", "description", "answer"):
        if isinstance(page.meta.get(key), str):
            page.meta[key] = typeset(plain(page.meta[key], guide, language), language)
    page.title = page.meta.get("title")
    with as_plugin_error():  # what cannot be read is said before the page is drawn
        made_of = context.made_of(markdown)
    kept, extension = guide.cache.get(_state["kind"], made_of), GuideExtension(context)
    _state["page"] = made_of, kept, extension
    # nothing to convert where something is kept: it takes its place below
    config.markdown_extensions[:] = [] if kept else [*_state["extensions"], extension]
    return "" if kept else markdown


def on_page_content(html, page, config, files):
    made_of, kept, extension = _state["page"]
    if kept:
        html, contents, ids, page.guide.cited = kept
        page.toc, page.present_anchor_ids = get_toc(contents), set(ids)
    else:
        made = html, extension.md.toc_tokens, sorted(page.present_anchor_ids), page.guide.cited
        _state["converted"].append((made_of, made))
    return html


@event_priority(100)  # before mkdocs-static-i18n, which takes two of these for one page
def on_files(files, config):
    """Drop what Git ignores, and the sources of styles, scripts and icons: `guide.render.assets` joins them."""
    root = Path(config.config_file_path).parent
    for file in list(files):
        if file.src_uri.startswith("assets/") or ignored(Path(file.abs_src_path), root):
            files.remove(file)
    return files


def on_env(env, config, files):
    env.bytecode_cache = compiled("trimmed")
    env.trim_blocks = env.lstrip_blocks = True  # a line of template alone leaves none in the page
    env.globals["icon"] = icons.svg
    env.autoescape = True  # MkDocs leaves it off: a quotation mark in a text must not end an attribute
    return env


def on_page_context(context, page, config, nav):
    ours = page_context(_state["project"], page and page.guide, META_POLICY)
    return context | ours | {"serving": _state["serving"]}


def on_template_context(context, template_name, config):
    """The 404 page is built once a language; the last build stands, and it speaks every language."""
    return on_page_context(context, None, config, None)


def on_post_page(output, page, config):
    return icons.once(apart(output))


@event_priority(-200)  # when mkdocs-static-i18n has built every language
def on_post_build(config):
    if config.plugins["i18n"].building:
        return
    guide, folder = _state["project"], Path(config.site_dir)
    with as_plugin_error():
        if _state["serving"]:
            beside(guide, folder, serving=True)
        else:
            finish(guide, folder)
    if _state["serving"]:
        _afterwards.start(guide, folder)
    else:
        _report(built_faults(guide, folder))
    # what was converted is kept, unless MkDocs warned: it must do so again
    if not any(handler.get_counts() for handler in logging.getLogger("mkdocs").handlers
               if isinstance(handler, CountHandler)):
        for made_of, page in _state["converted"]:
            guide.cache.put(_state["kind"], made_of, page)
    guide.cache.tidy()


def on_serve(server, config, builder):
    """MkDocs lets requests wait until a build succeeds (1.6): here it always does, and pages say what is wrong."""
    root, folder, inject = Path(config.config_file_path).parent, Path(config.site_dir), server._inject_js_into_html
    server.builder = lambda: _build_again(builder, root, folder)
    server._inject_js_into_html = lambda page, epoch: inject(with_notice(page, _state["wrong"]), epoch)
    # the file mkdocs.yml is watched no more once an editor has put another in its place
    server.watch(str(root), recursive=False)
    return server


def _build_again(builder, root, folder):
    _afterwards.stop()
    try:
        # before MkDocs reads its settings: while it reads, it runs what they name
        if found := list(configuration.faults(root)):
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


on_shutdown = _afterwards.stop


def _last_word(kind, error, trace):
    """What a build says when it stops at an error nobody caught: one line where a template or a file is at fault."""
    fault = error if isinstance(error, GuideError) else cause(error, Path(__file__).parent.parent)
    if fault:
        print(f"\n{fault}", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


@contextmanager
def as_plugin_error():
    """Faults as MkDocs prints them: without a traceback."""
    try:
        yield
    except (GuideError, SearchError) as error:
        raise PluginError(f"\n{error}") from None


def _report(faults):
    """A build stops at faults, all of them shown. A preview never does, or the browser would freeze."""
    if faults:
        raise PluginError("\n" + "\n".join(str(fault) for fault in faults))
