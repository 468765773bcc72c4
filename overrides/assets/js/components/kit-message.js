import { announce } from "../lib/announce.js";

// A message to pass on, by copying it or as a mail draft; a mail has its subject in its first paragraph.
class KitMessage extends HTMLElement {
  connectedCallback() {
    this.words = this.querySelector("div");
    this.told = this.querySelector(".kit-do").dataset;
    this.addEventListener("click", ({ target }) => {
      const action = target.closest("button")?.value;
      if (action) this.copy(this.text(action));
    });
    const mail = this.querySelector("a.quiet");
    if (mail) mail.href = `mailto:?subject=${encodeURIComponent(this.text("subject"))}&body=${encodeURIComponent(this.text("copy").replaceAll("\n", "\r\n"))}`;
  }

  text(which) {
    const wanted = [...this.words.children].filter((part) => (part.className === "subject") === (which === "subject"));
    return wanted.map((part) => part.textContent.trim()).join("\n\n");
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      announce(this.told.copied);
    } catch {
      getSelection().selectAllChildren(this.words);
      announce(this.told.failed);
    }
  }
}

customElements.define("kit-message", KitMessage);
