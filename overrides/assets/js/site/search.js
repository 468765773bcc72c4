import { recall, remember } from "../lib/storage.js";

// Search: a dialog over Pagefind's index. Nothing of it is loaded before the reader opens it for the first time.
const WAIT = 120; // ms of rest before a query runs
const SHOWN = 8; // pages
const SECTIONS = 3; // headings a page
// A page whose own keywords (its front matter) or title hold the word comes before one that only uses it often.
const RANKING = { pageLength: 0.4, metaWeights: { title: 6, keywords: 12 } };

class Search {
  constructor(dialog) {
    this.dialog = dialog;
    this.words = dialog.dataset;
    this.input = dialog.querySelector("input[type=text]");
    this.status = dialog.querySelector("[role=status]");
    this.list = dialog.querySelector(".search-results");
    this.run = 0;
    this.button = document.querySelector(".search-open");
    this.button.addEventListener("click", () => this.open());
    dialog.querySelector("button").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      // The backdrop belongs to the dialog; a link to a heading of this very page leaves it open otherwise.
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("input", () => this.query());
    this.followShortcuts(dialog.querySelector("input[type=checkbox]"));
    document.documentElement.dataset.ready = "";
  }

  // A shortcut of one character can be switched off (WCAG 2.1.4): speech input would set it off by accident.
  followShortcuts(slash) {
    slash.checked = recall("search-slash") !== "off";
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
    if (this.engine) return;
    this.say(this.words.loading);
    const root = new URL(this.words.root, document.baseURI);
    this.engine = import(new URL("pagefind/pagefind.js", root).href).then(async (pagefind) => {
      await pagefind.options({ noWorker: true, baseUrl: root.pathname, excerptLength: 18, ranking: RANKING });
      await pagefind.init();
      return pagefind;
    });
    try {
      await this.engine;
      this.query();
    } catch {
      this.engine = null;
      this.say(this.words.failed);
    }
  }

  async query() {
    const run = ++this.run;
    const words = searchable(this.input.value);
    if (!words || !this.engine) {
      this.show([]);
      if (!words) this.say("");
      return;
    }
    await new Promise((done) => setTimeout(done, WAIT));
    if (run !== this.run) return;
    try {
      const found = await (await this.engine).search(words);
      const pages = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
      if (run !== this.run) return;
      this.show(pages);
      const count = found.results.length;
      // CLDR: French counts 0 and 1 as singular, and 0 has a sentence of its own here.
      if (count) this.say((count === 1 ? this.words.one : this.words.other).replace("{n}", count));
      else this.say(`${this.words.none.replace("{query}", this.input.value.trim())} ${this.words.noneHint}`);
    } catch {
      if (run === this.run) this.say(this.words.failed);
    }
  }

  show(pages) {
    this.list.replaceChildren(...pages.map((page) => {
      const sections = page.sub_results.filter((part) => part.url.includes("#") && !part.url.endsWith("#top"));
      const item = document.createElement("li");
      item.append(resultLink(page.url, page.meta.title, sections.length ? "" : page.excerpt));
      for (const part of sections.slice(0, SECTIONS)) item.append(resultLink(part.url, part.title, part.excerpt));
      return item;
    }));
  }

  say(words) {
    this.status.textContent = words;
  }

  onKey(event) {
    const links = [...this.list.querySelectorAll("a")];
    const here = links.indexOf(document.activeElement);
    if (event.key === "Enter" && document.activeElement === this.input) {
      event.preventDefault();
      links[0]?.click();
    } else if (event.key === "ArrowDown" && links.length) {
      event.preventDefault();
      links[Math.min(here + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && here >= 0) {
      event.preventDefault();
      (links[here - 1] ?? this.input).focus();
    }
  }
}

// The words to look for: one kind of apostrophe, and no article or pronoun cut short before it (l'IA, d'opposition).
function searchable(text) {
  return text.replaceAll("\u2019", "'").replace(/(?<!\p{L})(?:[cdjlmnst]|qu)'(?=\p{L})/giu, "").trim();
}

// A link to a page or to one of its headings. The excerpt's <mark>s are rebuilt as elements: no markup is ever parsed.
function resultLink(url, title, excerpt) {
  const link = document.createElement("a");
  link.href = url;
  const name = document.createElement("strong");
  name.textContent = title;
  link.append(name);
  if (excerpt) {
    const text = document.createElement("span");
    excerpt.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").split(/<\/?mark>/).forEach((piece, index) => {
      const part = index % 2 ? document.createElement("mark") : new Text();
      part.textContent = piece;
      text.append(part);
    });
    link.append(text);
  }
  return link;
}

const searchDialog = document.getElementById("search");
if (searchDialog?.showModal) new Search(searchDialog);
