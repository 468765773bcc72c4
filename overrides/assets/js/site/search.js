import { recall, remember } from "../lib/storage.js";

// The search dialog, which opens at once; what searches is loaded then, and not before the first time.
class SearchDialog {
  constructor(dialog) {
    this.dialog = dialog;
    this.input = dialog.querySelector("#search-words");
    this.tries = 0;
    document.querySelector(".search-open").addEventListener("click", () => this.open());
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
    this.followShortcuts(dialog.querySelector("#search-slash"));
    document.documentElement.dataset.ready = "";
  }

  // A shortcut of one character can be switched off (WCAG 2.1.4): speech input would set it off by accident. In a field, Control and K
  // may delete what follows. A field that is filled in by the browser may send the event of a key without a key.
  followShortcuts(slash) {
    const draw = () => { slash.checked = recall("search-slash") !== "off"; };
    addEventListener("pageshow", draw);
    draw();
    slash.addEventListener("change", () => remember("search-slash", slash.checked ? null : "off"));
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
      const letter = event.key === "/" && slash.checked && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
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
    const { module, loading, failed } = this.dialog.dataset, status = this.dialog.querySelector("[role=status]");
    if (!this.search) {
      status.textContent = loading;
      // A browser may keep it in mind that a module did not come: the next try has another address.
      this.search = import(new URL(module + (this.tries++ ? `?${this.tries}` : ""), document.baseURI)).then(({ Search }) => new Search(this.dialog));
    }
    try {
      (await this.search).opened();
    } catch {
      this.search = null;
      status.textContent = failed;
    }
  }
}

const searchDialog = document.getElementById("search");
if (searchDialog?.showModal) new SearchDialog(searchDialog);
