import { recall, remember } from "../lib/storage.js";

// The search dialog, which opens at once; what searches is loaded then, and not before the first time.
class SearchDialog {
  constructor(dialog) {
    this.dialog = dialog;
    this.input = dialog.querySelector("input[type=text]");
    this.status = dialog.querySelector("[role=status]");
    document.querySelector(".search-open").addEventListener("click", () => this.open());
    dialog.querySelector("button").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      // The backdrop belongs to the dialog; a link to a heading of this very page leaves it open otherwise.
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    this.followShortcuts(dialog.querySelector("input[type=checkbox]"));
    document.documentElement.dataset.ready = "";
  }

  // A shortcut of one character can be switched off (WCAG 2.1.4): speech input would set it off by accident.
  followShortcuts(slash) {
    const draw = () => { slash.checked = recall("search-slash") !== "off"; };
    addEventListener("pageshow", draw);
    draw();
    slash.addEventListener("change", () => remember("search-slash", slash.checked ? null : "off"));
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
      const letter = event.key === "/" && slash.checked && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      const chord = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!letter && !chord) return;
      event.preventDefault();
      this.open();
    });
  }

  async open() {
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.input.select();
    if (this.search) return;
    const { module, loading, failed } = this.dialog.dataset;
    this.status.textContent = loading;
    this.search = import(new URL(module, document.baseURI).href).then(({ connectSearch }) => connectSearch(this.dialog));
    try {
      await this.search;
    } catch {
      this.search = null;
      this.status.textContent = failed;
    }
  }
}

const searchDialog = document.getElementById("search");
if (searchDialog?.showModal) new SearchDialog(searchDialog);
