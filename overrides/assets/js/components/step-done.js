import { followTicks, tick, ticks } from "../lib/progress.js";
import { announce } from "../lib/announce.js";
import { withValues } from "../lib/fill.js";
import { stepWords } from "../lib/step-words.js";

// "Done" at a step of a guide: the same tick as in the checklist, with the day it was given.
class StepDone extends HTMLElement {
  connectedCallback() {
    this.box = this.querySelector("[data-key]");
    this.words = this.querySelector("[id^=done-]");
    this.box.addEventListener("change", () => {
      tick([this.box.dataset.key], this.box.checked);
      const { trouble } = ticks();
      if (trouble) announce(stepWords[trouble]);
    });
    followTicks(() => this.draw());
  }

  draw() {
    const day = ticks().done[this.box.dataset.key];
    this.box.checked = Boolean(day);
    const words = typeof day === "string" ? withValues(stepWords.on, { date: this.date(day) }) : stepWords.done;
    if (this.words.textContent !== words) this.words.textContent = words;
  }

  date(day) {
    return new Date(day).toLocaleDateString(t("locale").replace("_", "-"), { dateStyle: "long", timeZone: "UTC" }).replace(/^1(?=\s)/, t("day_first"));
  }
}

customElements.define("step-done", StepDone);
