import { withValues } from "../lib/fill.js";
import { nameOfKey, remembered, replaceRemembered } from "../lib/remembered.js";
import { recall } from "../lib/storage.js";
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
  texts = {
    some: t("kept_some"), none: t("kept_none"), blocked: t("kept_blocked"), nothing: t("kept_nothing"), kept: t("kept_yes"),
    other: t("kept_other"), ticks: { one: t("kept_ticks_one"), other: t("kept_ticks_other") }, "scheme:light": t("scheme_light"),
    "scheme:dark": t("scheme_dark"), "search-slash:off": t("kept_off"), "sources:off": t("kept_hidden"),
    "language-told:yes": t("kept_shown"), saved: t("kept_saved"), erased: t("kept_erased"), undone: t("kept_undone"),
    file: t("kept_file"),
  };

  connectedCallback() {
    this.addEventListener("click", (event) => {
      const action = event.target.closest("button")?.value;
      if (action) this[action]();
    });
    addEventListener("storage", () => this.draw());
    addEventListener("pageshow", () => this.draw());
    this.draw();
  }

  draw() {
    const all = remembered(), list = this.querySelector("dl"), names = new Set(all?.map(([key]) => nameOfKey(key)));
    this.querySelector(".kept-state").textContent = this.texts[all ? (all.length ? "some" : "none") : "blocked"];
    for (const row of list.querySelectorAll("[data-other]")) row.remove();
    const known = [...list.children].map((row) => row.dataset.name);
    for (const name of names) if (!known.includes(name)) list.append(this.other(name, list.firstElementChild));
    for (const row of list.children) {
      row.lastElementChild.textContent = this.words(row.dataset.name);
      row.classList.toggle("is-kept", recall(row.dataset.name) !== null);
    }
    this.querySelector("pre").textContent = (all ?? []).map((entry) => entry.join(": ")).join("\n") || this.texts.nothing;
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
    saveFile(this.texts.file, "application/json", JSON.stringify(Object.fromEntries(remembered() ?? []), null, 2));
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
    this.copy = remembered();
    replaceRemembered(this.copy, false);
    this.cancel();
    this.say(this.texts.erased, true);
  }

  undo() {
    replaceRemembered(this.copy, true);
    this.say(this.texts.undone);
    this.querySelector("[value=ask]").focus();
  }
}

customElements.define("your-data", YourData);
