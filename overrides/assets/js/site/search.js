import { element } from "../lib/element.js";
import { icon } from "../lib/icon.js";
import { recall } from "../lib/storage.js";

// The search dialog, which opens at once; what searches is loaded then, and not before the first time.
class SearchDialog {
  constructor(button) {
    const dialog = this.dialog = drawDialog();
    this.module = button.dataset.module;
    button.querySelector("i").replaceWith(icon("material-magnify"));
    this.input = dialog.querySelector("#search-words");
    this.tries = 0;
    button.addEventListener("click", () => this.open());
    dialog.querySelector(".search-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("pointerdown", ({ target }) => { this.pressed = target; });
    dialog.addEventListener("click", ({ target }) => {
      // The backdrop belongs to the dialog: pressed and let go there, it closes it; words chosen with the mouse may end there. A link
      // to a heading of this very page leaves it open otherwise.
      if (target === dialog && this.pressed === dialog || target.closest("a")) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => {
      const typed = this.input.value;
      this.search?.then((search) => search.onKey(event, typed), () => {});
    });
    this.followShortcuts();
    document.documentElement.dataset.ready = "";
  }

  // A shortcut of one character can be switched off (js/search.js): speech input would set it off by accident. In a field, Control and K
  // may delete what follows. A field that is filled in by the browser may send the event of a key without a key.
  followShortcuts() {
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
      const letter = event.key === "/" && recall("search-slash") !== "off" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      const chord = event.key?.toLowerCase() === "k" && (event.ctrlKey && !typing || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!letter && !chord) return;
      event.preventDefault();
      this.open();
    });
  }

  async open() {
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.input.select();
    const status = this.dialog.querySelector("[role=status]");
    if (!this.search) {
      status.textContent = t("search_loading");
      // A browser may keep it in mind that a module did not come: the next try has another address.
      this.search = import(new URL(this.module + (this.tries++ ? `?${this.tries}` : ""), document.baseURI)).then(({ Search }) => new Search(this.dialog));
    }
    try {
      (await this.search).opened();
    } catch {
      this.search = null;
      status.textContent = t("search_failed");
    }
  }
}

// The dialog, at the end of the page.
function drawDialog() {
  const dialog = element("dialog", { id: "search", class: "search", "aria-label": t("search_title") },
    element("div", { class: "search-head" },
      element("label", { for: "search-words" }, t("search_label")),
      element("div", { class: "search-field" }, icon("material-magnify"), element("input", {
        id: "search-words", type: "text", enterkeyhint: "search", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
        placeholder: t("search_placeholder"),
      })),
      element("button", { type: "button", class: "search-close", "aria-label": t("search_close") }, icon("material-close"))),
    element("p", { class: "search-status", role: "status" }),
    element("ol", { class: "search-results" }));
  document.body.append(dialog);
  return dialog;
}

if (window.HTMLDialogElement?.prototype.showModal) new SearchDialog(document.querySelector(".search-open"));
