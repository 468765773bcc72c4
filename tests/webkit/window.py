#!/usr/bin/python3
"""A bare window over WebKitGTK for WebKitWebDriver, run by Debian's own Python: MiniBrowser's tools leave no window of 390 px.

In: the folder $WEBKIT_FOLDER with a pipe `orders`, one a line (ORDERS). Out: `log`, with what was done, and what a page
must not do; what is saved or printed goes into the folder itself.
"""
import os
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402 (its versions are chosen above)

FOLDER = Path(os.environ["WEBKIT_FOLDER"])
LISTEN = """{
  const tell = (...words) => webkit.messageHandlers.fault.postMessage([location.pathname, ...words].join(" "));
  addEventListener("error", ({ message }) => message.startsWith("ResizeObserver loop") || tell("error", message)); // goes on in the next frame
  addEventListener("unhandledrejection", ({ reason }) => tell("rejection", reason));
  addEventListener("securitypolicyviolation", (event) => tell("policy", event.effectiveDirective, event.blockedURI, event.sourceFile));
  console.error = console.warn = tell;
}"""
log = (FOLDER / "log").open("a", buffering=1)
scripts = WebKit2.UserContentManager()
settings = WebKit2.Settings(javascript_can_access_clipboard=True, zoom_text_only=True,
                            enable_smooth_scrolling=False, hardware_acceleration_policy=WebKit2.HardwareAccelerationPolicy.NEVER)
Gtk.Settings.get_default().set_property("gtk-enable-animations", False)  # what pages hear of as reduced motion
context = WebKit2.WebContext.new_ephemeral()
context.set_preferred_languages(["fr-FR"])
context.set_automation_allowed(True)
window = Gtk.Window()


def start(_, session):
    """The driver comes: it is told the name that Selenium asks for, and given the only view."""
    info = WebKit2.ApplicationInfo()
    info.set_name("MiniBrowser")
    session.set_application_info(info)
    session.connect("create-web-view", show)


def show(_):
    view = WebKit2.WebView(web_context=context, settings=settings, user_content_manager=scripts, is_controlled_by_automation=True)
    view.connect("web-process-terminated", lambda _, reason: print("CRASH", reason.value_nick, file=log))
    window.add(view)
    window.show_all()
    return view


def before(script):
    """Run `script` at the head of every page that is loaded from now on, and no other but LISTEN."""
    scripts.remove_all_scripts()
    scripts.add_script(WebKit2.UserScript(LISTEN + script, WebKit2.UserContentInjectedFrames.TOP_FRAME,
                                          WebKit2.UserScriptInjectionTime.START, None, None))


def paper(name):
    """Print the page on A4 into the file `name`, as a person does in the dialogue: automation has no window.print()."""
    operation, printer, sheet = WebKit2.PrintOperation.new(window.get_child()), Gtk.PrintSettings(), Gtk.PageSetup()
    printer.set_printer("Print to File")  # what GTK calls it in English
    printer.set("output-uri", (FOLDER / name).as_uri())
    sheet.set_paper_size_and_default_margins(Gtk.PaperSize.new("iso_a4"))
    operation.set_print_settings(printer)
    operation.set_page_setup(sheet)
    operation.connect("finished", lambda _: print("PRINTED", name, file=log))
    operation.print_()


ORDERS = {
    "before": before, "paper": paper, "zoom": lambda times: window.get_child().set_zoom_level(float(times)),
    "scripts": lambda answer: settings.set_enable_javascript_markup(answer == "on"),
}


def obey(orders, _):
    """One line of the pipe: a name of ORDERS, a space, what it is about."""
    name, _, rest = orders.readline().decode().rstrip("\n").partition(" ")
    ORDERS[name](rest)
    print("DONE", name, file=log)
    return True


def save(_, download):
    """What a page gives the reader to keep goes into the folder, under the name the page gave it."""
    download.set_allow_overwrite(True)
    download.connect("decide-destination", lambda download, name: download.set_destination((FOLDER / name).as_uri()))
    download.connect("finished", lambda download: print("SAVED", Path(download.get_destination()).name, file=log))


scripts.register_script_message_handler("fault")
scripts.connect("script-message-received::fault", lambda _, said: print("FAULT", said.get_js_value().to_string(), file=log))
context.connect("automation-started", start)
context.connect("download-started", save)
GLib.io_add_watch((FOLDER / "orders").open("r+b", buffering=0), GLib.IO_IN, obey)
Gtk.main()
