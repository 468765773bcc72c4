import { announce } from "../lib/announce.js";
import { stepWords } from "../lib/step-words.js";

// Sends one step to somebody: its short address, which opens the step in the language of whoever opens it.
class SendStep extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const action = event.target.closest("button")?.value;
      if (action) this[action]();
    });
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.dataset.address);
      announce(stepWords.copied);
    } catch {
      // The browser refuses: show the address, chosen, so that one key copies it.
      this.querySelector("details").open = true;
      getSelection().selectAllChildren(this.querySelector(".short-address"));
      announce(stepWords.failed);
    }
  }

  async share() {
    try {
      await navigator.share({ title: this.dataset.title, url: this.dataset.address });
    } catch (error) {
      if (error.name !== "AbortError") this.copy();
    }
  }
}

customElements.define("send-step", SendStep);
