import { announce } from "../lib/announce.js";
import { dayText } from "../lib/dates.js";
import { followDay, today } from "../lib/days.js";
import { withValues } from "../lib/fill.js";
import { saveFile } from "../lib/save-file.js";
import { recall, remember } from "../lib/storage.js";

// Fills a letter in. What is to be filled in is marked in the text (see scripts/guide/content/letters.py): a form asks for it, the letter
// follows. Nothing typed leaves the page, and nothing is kept unless the reader asks.
const TYPED = "letters";
const PARTS = {
  details: "details",
  form: "form",
  fields: ".letter-fields",
  language: "label > select",
  keep: ".letter-keep input",
  left: ".letter-left",
  mail: ".letter-actions > a",
  letter: "code",
};
// What mail programs take of an address: 2,048 characters are reported of those on Windows.
const LONGEST_DRAFT = 2000;
// By label; the letters of this page taken over so far; by language.
const typed = new Map(), started = [], otherPages = new Map();
const letterWords = {
  one: t("letter_left_one"), other: t("letter_left_other"), none: t("letter_left_none"), copied: t("letter_copied"),
  selected: t("letter_selected"), paste: t("letter_paste"), saved: t("letter_saved"), kept: t("letter_kept"),
  forgotten: t("letter_forgotten"), blocked: t("letter_blocked"), missing: t("letter_missing"),
};
let begun = false, keepsTyped = false, letterDay = "", dayPutIn = "";

const marksIn = (letter) => [...letter.querySelectorAll("[data-asks]")];

function newElement(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

// The day the letter is written is never kept: it would be wrong another day.
function keepTyped() {
  return remember(TYPED, JSON.stringify(Object.fromEntries([...typed].filter(([label, value]) => value && label !== letterDay))));
}

function restoreTyped() {
  const text = recall(TYPED);
  keepsTyped = false;
  if (!text) return showLetters();
  try {
    for (const [label, value] of Object.entries(JSON.parse(text))) typed.set(label, String(value));
    keepsTyped = true;
  } catch {} // not ours, or damaged: left as it is
  showLetters();
}

function showLetters() {
  for (const letter of started) letter.show();
}

// A letter written tomorrow bears tomorrow's date, unless the reader has given another.
function moveDay() {
  if (!letterDay || typed.get(letterDay) !== dayPutIn) return;
  typed.set(letterDay, dayPutIn = dayText(today()));
  showLetters();
}

// The same page in another language, from this site, asked for once.
function pageIn(language) {
  if (!otherPages.has(language)) {
    otherPages.set(language, new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.responseType = "document";
      request.onloadend = () => (request.response ? done(request.response) : fail());
      request.open("GET", document.querySelector(`header [hreflang="${language}"]`).href);
      request.send();
    }));
  }
  return otherPages.get(language);
}

class ObjectionLetter extends HTMLElement {
  connectedCallback() {
    if (!begun) {
      begun = true;
      restoreTyped();
      followDay(moveDay);
      addEventListener("pageshow", ({ persisted }) => persisted && restoreTyped());
    }
    for (const [name, selector] of Object.entries(PARTS)) this[name] = this.querySelector(selector);
    this.own = this.source = this.letter.cloneNode(true);
    this.labels = marksIn(this.own).map((mark) => mark.dataset.asks);
    this.details.addEventListener("toggle", () => this.start());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", ({ target }) => this.change(target));
    this.addEventListener("click", ({ target }) => {
      const action = this.mail.contains(target) ? "start" : target.closest("button")?.value;
      if (action) this.start() || this[action]();
      if (action === "start" && !this.mail.search.includes("body")) this.copy(letterWords.paste);
    });
    addEventListener("hashchange", () => this.arrive(), true); // before the page scrolls to it
    this.arrive();
  }

  // Of the letters one may choose from, the one chosen is shown, ready to be filled in.
  arrive() {
    if (location.hash !== `#${this.dataset.name}`) return;
    this.details.open = true;
    for (const { parentElement } of document.querySelectorAll("objection-letter")) parentElement.open = parentElement.contains(this);
  }

  // The form is made, and the letter taken over, when they are first wanted.
  start() {
    if (started.includes(this)) return;
    for (const [number, mark] of marksIn(this.own).entries()) {
      const label = this.labels[number];
      if (this.labels.indexOf(label) === number) this.fields.append(this.field(mark, label, `${this.dataset.name}-${number}`));
    }
    started.push(this);
    this.show();
  }

  field(mark, name, id) {
    const { kind, autofill } = mark.dataset, long = kind === "lines", day = kind === "today" || kind === "date";
    if (mark.className === "choice") {
      const options = [...mark.children].map((option, value) => newElement("label", {}, newElement("input", { type: "radio", name, value }), ` ${option.textContent}`));
      return newElement("fieldset", { className: "letter-field" }, newElement("legend", { textContent: name }), ...options);
    }
    if (mark.className === "passage") return newElement("label", { className: "letter-option" }, newElement("input", { type: "checkbox", name }), ` ${name}`);
    if (kind === "today" && !typed.has(letterDay = name)) typed.set(name, dayPutIn = dayText(today()));
    const input = newElement(long ? "textarea" : "input", { id, name, autocomplete: autofill || "off", ...(long ? { rows: 3 } : { type: day ? "date" : "text" }) });
    if (autofill === "email" || autofill === "url") input.inputMode = autofill;
    return newElement("div", { className: long ? "letter-field wide" : "letter-field" }, newElement("label", { htmlFor: id, textContent: name }), input);
  }

  // What the browser's extensions put into the form is none of ours: neither read nor kept.
  async change(target) {
    if (target === this.language) {
      await this.translate(target);
    } else if (this.labels.includes(target.name)) {
      typed.set(target.name, target.type === "checkbox" && !target.checked ? "" : target.value);
      if (keepsTyped) keepTyped();
    } else if (target === this.keep) {
      keepsTyped = target.checked && keepTyped();
      announce(keepsTyped ? letterWords.kept : target.checked ? letterWords.blocked : letterWords.forgotten);
      if (!keepsTyped) remember(TYPED, null);
    }
    showLetters();
  }

  // The text in another language: the form stays in the page's. Both have the same blanks in the same order.
  async translate(select) {
    const { value: own } = select.querySelector("[selected]"); // a translator of pages changes what <html> says
    try {
      const letter = select.value !== own && (await pageIn(select.value)).querySelector(`[data-name="${this.dataset.name}"] code`);
      this.source = letter === false ? this.own : document.importNode(letter, true);
    } catch {
      this.source = this.own;
      otherPages.delete(select.value);
      select.value = own;
      announce(letterWords.missing);
    }
  }

  show() {
    const copy = this.source.cloneNode(true), asked = new Set(), empty = new Set();
    for (const [number, mark] of marksIn(copy).entries()) {
      if (!copy.contains(mark)) continue; // in a choice not made, in a passage left out
      const label = this.labels[number], value = typed.get(label), options = [...mark.children];
      asked.add(label);
      if (mark.className === "choice") mark.replaceWith(...(options[+value || 0] ?? options[0]).childNodes);
      else if (mark.className === "passage") mark.replaceWith(...(value ? options.flatMap((option) => [...option.childNodes]) : []));
      else if (value?.trim()) Object.assign(mark, { className: "filled", textContent: this.words(value.trim(), mark.dataset.kind) });
      else empty.add(label);
    }
    this.letter.lang = this.source.lang;
    this.letter.replaceChildren(...copy.childNodes);
    for (const input of this.form.elements) if (this.labels.includes(input.name)) this.fill(input, asked);
    this.keep.checked = keepsTyped;
    const { size } = empty, plural = new Intl.PluralRules(this.own.lang).select(size);
    this.left.textContent = size ? withValues(letterWords[plural] ?? letterWords.other, { n: size }) : letterWords.none;
    const subject = this.letter.querySelector(".subject").textContent;
    const draft = `mailto:?subject=${encodeURIComponent(subject)}`, whole = `${draft}&body=${encodeURIComponent(this.text.replaceAll("\n", "\r\n"))}`;
    this.mail.href = whole.length > LONGEST_DRAFT ? draft : whole;
  }

  fill(input, asked) {
    const value = typed.get(input.name) ?? "";
    if (input.type === "radio") input.checked = input.value === (value || "0");
    else if (input.type === "checkbox") input.checked = value;
    else if (input.value !== value) input.value = value;
    input.closest(".letter-field, .letter-option").hidden = !asked.has(input.name);
  }

  // A day is written as the letter's language writes it.
  words(value, kind) {
    if (kind !== "today" && kind !== "date") return value;
    return new Date(value).toLocaleDateString(this.source.lang, { dateStyle: "long", timeZone: "UTC" }).replace(/^1 /, `${this.source.dataset.first} `);
  }

  get text() {
    return `${this.letter.textContent.trim()}\n`;
  }

  tell(words) {
    announce(`${words} ${this.left.textContent}`);
  }

  async copy(said = letterWords.copied) {
    try {
      await navigator.clipboard.writeText(this.text);
      this.tell(said);
    } catch {
      getSelection().selectAllChildren(this.letter);
      announce(letterWords.selected);
    }
  }

  save() {
    saveFile(`${this.dataset.name}-${this.letter.lang.slice(0, 2)}.txt`, "text/plain", this.text);
    this.tell(letterWords.saved);
  }

  // On paper: this letter, and nothing else of the page.
  print() {
    document.querySelector(".letter-sheet")?.remove();
    const sheet = newElement("div", { className: "letter-sheet", lang: this.letter.lang, textContent: this.text });
    document.body.append(sheet);
    addEventListener("afterprint", () => sheet.remove(), { once: true });
    window.print();
  }
}

customElements.define("objection-letter", ObjectionLetter);
