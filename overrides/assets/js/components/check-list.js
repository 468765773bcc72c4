import { changeTicks, followTicks, readTicks, ticks, tick, writeTicks, calendarDay } from "../lib/progress.js";
import { withValues } from "../lib/fill.js";
import { saveFile } from "../lib/save-file.js";

const progressText = (words, boxes) => withValues(words, { done: boxes.filter((box) => box.checked).length, total: boxes.length });
const LARGEST_FILE = 1e5; // bytes; a list with every step is under 2,000

// A list of boxes, each with the key of its step. Without this module they can be ticked, and are forgotten.
class CheckList extends HTMLElement {
  connectedCallback() {
    this.boxes = [...this.querySelectorAll("input[data-key]")];
    this.count = this.querySelector(".check-count");
    this.addEventListener("change", ({ target }) => this.boxes.includes(target) && tick([target.dataset.key], target.checked));
    followTicks(() => this.draw());
  }

  draw() {
    const { done } = ticks();
    for (const box of this.boxes) box.checked = Object.hasOwn(done, box.dataset.key);
    this.count.textContent = progressText(this.dataset.count, this.boxes);
    this.toggleAttribute("complete", this.boxes.every((box) => box.checked));
  }
}

// The head of all lists of a page: how far the reader is, and what can be done with the ticks.
class CheckProgress extends HTMLElement {
  connectedCallback() {
    this.texts = JSON.parse(this.dataset.texts);
    this.boxes = [...document.querySelectorAll("check-list input[data-key]")];
    this.file = this.querySelector("input[type=file]");
    this.addEventListener("click", (event) => {
      const action = event.target.closest("button")?.value;
      if (action) this[action]();
    });
    this.file.addEventListener("change", () => this.read());
    followTicks(() => this.draw());
  }

  draw() {
    const { trouble } = ticks(), done = this.boxes.filter((box) => box.checked).length;
    const words = done === this.boxes.length ? this.texts.complete : progressText(this.texts.count, this.boxes);
    const count = this.querySelector(".check-done"), kept = this.querySelector(".check-kept");
    if (count.textContent !== words) count.textContent = words;
    if (kept.textContent !== this.texts[trouble || "saved"]) kept.textContent = this.texts[trouble || "saved"];
    this.querySelector("progress").value = done;
    this.toggleAttribute("trouble", Boolean(trouble));
  }

  // Says what was done; `undo`, where given, is what the button beside it does.
  say(words, undo) {
    this.querySelector(".check-said").textContent = words;
    const button = this.querySelector("[value=undo]");
    if (document.activeElement === button && !undo) this.querySelector("[value=reset]").focus();
    button.hidden = !undo;
    this.back = undo;
  }

  undo() {
    this.back();
    this.say(this.texts.undone);
  }

  // Every tick of this device, those of pages this list does not name included.
  reset() {
    const { done } = ticks();
    tick(Object.keys(done), false);
    this.say(this.texts.reset, () => changeTicks({ ...done, ...ticks().done }));
  }

  save() {
    saveFile(`${this.texts.file}-${calendarDay(new Date())}.json`, "application/json", writeTicks(ticks().done));
    this.say(this.texts.exported);
  }

  open() {
    this.file.click();
  }

  // Adds the ticks of a file to those that are here: reading a file loses nothing.
  async read() {
    const [file] = this.file.files, { done } = ticks();
    const found = file && file.size < LARGEST_FILE ? readTicks(await file.text().catch(() => "")) : null;
    this.file.value = "";
    if (!file) return;
    if (!found?.whole) {
      this.say(found?.newer ? this.texts.importNewer : this.texts.importBad);
      return;
    }
    const added = Object.entries(found.done).filter(([key]) => !Object.hasOwn(done, key));
    changeTicks(Object.fromEntries(added));
    this.say(this.texts.imported, () => changeTicks(Object.fromEntries(added.map(([key]) => [key, false]))));
  }

  print() {
    window.print();
  }
}

customElements.define("check-list", CheckList);
customElements.define("check-progress", CheckProgress);
