import { withValues } from "../lib/fill.js";
import { PREFIX, recall, remember, remembered } from "../lib/storage.js";
import { saveFile } from "../lib/save-file.js";

function ticksIn(text) {
  try {
    return Object.keys(JSON.parse(text).done).length;
  } catch {
    return 0;
  }
}

// What this site keeps on the device: shown, saved to a file, deleted.
class YourData extends HTMLElement {
  connectedCallback() {
    this.texts = JSON.parse(this.dataset.texts);
    this.addEventListener("click", (event) => {
      const action = event.target.closest("button")?.value;
      if (action) this[action]();
    });
    addEventListener("storage", () => this.draw());
    addEventListener("pageshow", () => this.draw());
    this.draw();
  }

  draw() {
    const names = remembered(), list = this.querySelector("dl");
    this.querySelector(".kept-state").textContent = this.texts[names ? (names.length ? "some" : "none") : "blocked"];
    for (const row of list.querySelectorAll("[data-other]")) row.remove();
    const known = [...list.children].map((row) => row.dataset.name);
    for (const name of names ?? []) if (!known.includes(name)) list.append(this.other(name, list.firstElementChild));
    for (const row of list.children) {
      row.lastElementChild.textContent = this.words(row.dataset.name);
      row.classList.toggle("is-kept", recall(row.dataset.name) !== null);
    }
    this.querySelector("pre").textContent = (names ?? []).map((name) => `${PREFIX}${name}: ${recall(name)}`).join("\n") || this.texts.nothing;
  }

  // A name that no string puts into words is shown as it is: nothing is kept unseen.
  other(name, pattern) {
    const row = pattern.cloneNode(true);
    row.dataset.name = name;
    row.dataset.other = "";
    row.firstElementChild.textContent = withValues(this.texts.other, { name });
    return row;
  }

  words(name) {
    const value = recall(name);
    if (value === null) return this.texts.nothing;
    const count = name === "progress" && ticksIn(value);
    if (!count) return this.texts[`${name}:${value}`] ?? this.texts.kept;
    return withValues(this.texts.ticks[count === 1 ? "one" : "other"], { n: count });
  }

  say(words, undo) {
    this.querySelector("[role=status]").textContent = words;
    this.querySelector("[value=undo]").hidden = !undo;
    this.draw();
  }

  save() {
    const copy = Object.fromEntries((remembered() ?? []).map((name) => [PREFIX + name, recall(name)]));
    saveFile(this.texts.file, "application/json", JSON.stringify(copy, null, 2));
    this.say(this.texts.saved);
  }

  ask() {
    if (!remembered()?.length) return this.say(this.querySelector(".kept-state").textContent);
    this.querySelector(".kept-confirm").hidden = false;
    this.querySelector("[value=cancel]").focus();
  }

  // Both answers close the question and give the focus back to where it was asked.
  cancel() {
    this.querySelector(".kept-confirm").hidden = true;
    this.querySelector("[value=ask]").focus();
  }

  erase() {
    this.copy = remembered().map((name) => [name, recall(name)]);
    for (const [name] of this.copy) remember(name, null);
    this.cancel();
    this.say(this.texts.erased, true);
  }

  undo() {
    for (const [name, value] of this.copy) remember(name, value);
    this.say(this.texts.undone);
    this.querySelector("[value=ask]").focus();
  }
}

customElements.define("your-data", YourData);
