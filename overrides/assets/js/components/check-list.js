import { changeTicks, followTicks, readTicks, ticks, tick, writeTicks, calendarDay } from "../lib/progress.js";
import { withValues } from "../lib/fill.js";
import { saveFile } from "../lib/save-file.js";

const counted = (boxes) => ({ done: boxes.filter((box) => box.checked).length, total: boxes.length });
const LARGEST_FILE = 1e6; // bytes; a list with every step is under 2,000, but the letters may be in the same file

// The list in a file: it is one, or it stands in a copy of all that is kept, which the page on privacy saves.
function listInFile(text) {
  try {
    const data = JSON.parse(text);
    return data[Object.keys(data).findLast((key) => /^guide[.:].*\bprogress$/.test(key))] ?? text;
  } catch {
    return text;
  }
}

// The title a list stands under.
function titleOfList(list) {
  let part = list;
  while (part && !part.matches(".heading")) part = part.previousElementSibling;
  return part?.querySelector("h2, h3").textContent ?? "";
}

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
    const { done: ticked, total } = counted(this.boxes);
    this.count.textContent = withValues(ticked === total ? this.dataset.complete : this.dataset.count, { done: ticked, total });
    this.toggleAttribute("complete", ticked === total);
  }
}

// The head of all lists of a page: how far the reader is on the way they chose, and what can be done with the ticks.
class CheckProgress extends HTMLElement {
  texts = {
    count: t("check_progress"), complete: t("check_progress_done"), none: t("check_none"), way: t("check_way"),
    rest: t("check_rest"), saved: t("check_saved"), blocked: t("check_storage_blocked"), damaged: t("check_damaged"),
    newer: t("check_newer"), reset: t("check_reset_done"), undone: t("check_undone"), exported: t("check_exported"),
    imported: t("check_imported"), importBad: t("check_import_bad"), importNewer: t("check_import_newer"), file: t("check_file"),
  };

  connectedCallback() {
    this.lists = [...document.querySelectorAll("check-list")].map((list) => (
      { way: "way" in list.dataset, title: titleOfList(list), boxes: [...list.querySelectorAll("input[data-key]")] }));
    this.file = this.querySelector("input[type=file]");
    this.addEventListener("click", (event) => {
      const action = event.target.closest("button")?.value;
      if (action) this[action]();
    });
    this.file.addEventListener("change", () => this.read());
    followTicks(() => this.draw());
  }

  draw() {
    const { trouble } = ticks(), chosen = this.chosen(), texts = this.texts;
    const { done, total } = counted(chosen.boxes), rest = this.lists.filter((list) => !list.way && list !== chosen).flatMap((list) => list.boxes);
    const count = withValues(done === total ? texts.complete : texts.count, { done, total });
    this.put(".check-done", withValues(done ? texts.way : texts.none, { way: chosen.title, count, total }));
    this.put(".check-rest", withValues(texts.rest, counted(rest)));
    this.put(".check-kept", texts[trouble || "saved"]);
    Object.assign(this.querySelector("progress"), { max: total, value: done });
    this.toggleAttribute("trouble", Boolean(trouble));
  }

  put(part, words) {
    const place = this.querySelector(part);
    if (place.textContent !== words) place.textContent = words;
  }

  // The way with most ticks; another list where only others have some; the first way before there is any.
  chosen() {
    const most = (lists) => lists.map((list) => [counted(list.boxes).done, list]).filter(([done]) => done).sort((one, other) => other[0] - one[0])[0]?.[1];
    const ways = this.lists.filter((list) => list.way);
    return most(ways) ?? most(this.lists) ?? ways[0] ?? this.lists[0];
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
    const found = file && file.size < LARGEST_FILE ? readTicks(listInFile(await file.text().catch(() => ""))) : null;
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
