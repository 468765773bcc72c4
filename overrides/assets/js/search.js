import { withValues } from "./lib/fill.js";

// The search in the dialog (site/search.js), over Pagefind's index. Fetched when a reader opens the dialog for the first time.
const WAIT = 120; // ms of rest before a query runs
const SHOWN = 8; // pages at a time
const SECTIONS = 3; // headings a page
// A page whose own keywords (its front matter) or title hold the word comes before one that only uses it often.
const RANKING = { pageLength: 0.4, metaWeights: { title: 6, keywords: 12 } };

// Answers what is typed in the dialog from then on, starting with what was typed before.
export class Search {
  constructor(dialog) {
    this.dialog = dialog;
    this.input = dialog.querySelector("#search-words");
    this.status = dialog.querySelector("[role=status]");
    this.list = dialog.querySelector(".search-results");
    this.run = this.tries = 0;
    this.sight = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.more());
    this.input.addEventListener("input", () => this.query());
  }

  // Pagefind; another one after a request failed (then `loading` is null), under another address: a browser may keep it in mind that a
  // module did not come.
  engine() {
    return (this.loading ??= this.load(`pagefind/pagefind.js${this.tries++ ? `?${this.tries}` : ""}`));
  }

  async load(module) {
    this.say(this.dialog.dataset.loading);
    const root = new URL(this.dialog.dataset.root, document.baseURI);
    const engine = await import(new URL(module, root).href);
    await engine.options({ noWorker: true, baseUrl: root.pathname, excerptLength: 18, ranking: RANKING });
    await engine.search(""); // waits for its parts
    return engine;
  }

  // The dialog was opened: what could not be answered is asked again.
  opened() {
    if (!this.loading) this.query();
  }

  query() {
    this.answered = this.answer(++this.run, this.input.value.trim());
  }

  async answer(run, typed) {
    if (typed) await new Promise((done) => setTimeout(done, WAIT));
    else this.show([], [], "");
    if (run !== this.run) return;
    try {
      const engine = await this.engine();
      const { results } = await engine.search(searchable(typed));
      const pages = await pagesOf(results.slice(0, SHOWN));
      if (run === this.run) this.show(pages, results.slice(SHOWN), typed && this.outcome(typed, results.length));
    } catch {
      this.loading = null;
      if (run === this.run) this.show([], [], this.dialog.dataset.failed);
    }
  }

  // CLDR: French counts 0 and 1 as singular, and 0 has a sentence of its own here.
  outcome(query, n) {
    const { one, other, none, noneHint } = this.dialog.dataset;
    return n ? withValues(n === 1 ? one : other, { n }) : `${withValues(none, { query })} ${noneHint}`;
  }

  show(pages, rest, words) {
    this.list.replaceChildren();
    this.add(pages, rest);
    this.say(words);
  }

  // `rest` follows once the last of `pages` comes into sight.
  add(pages, rest) {
    this.list.append(...pages.map(resultItem));
    this.rest = rest;
    this.sight.disconnect();
    if (rest.length) this.sight.observe(this.list.lastElementChild);
  }

  async more() {
    const { run, rest } = this;
    try {
      const pages = await pagesOf(rest.slice(0, SHOWN));
      if (run === this.run && rest === this.rest) this.add(pages, rest.slice(SHOWN));
    } catch {
      this.loading = null;
      if (run === this.run) this.say(this.dialog.dataset.failed);
    }
  }

  say(words) {
    this.status.textContent = words;
  }

  // A key, and what was typed by then. Those that an input method takes are its own; Safari's last one says so by its code alone.
  onKey(event, typed) {
    if (event.isComposing || event.keyCode === 229) return;
    const links = [...this.list.querySelectorAll("a")], here = links.indexOf(document.activeElement);
    if (event.key === "Enter" && document.activeElement === this.input) {
      event.preventDefault();
      this.follow(typed);
    } else if (event.key === "ArrowDown" && links.length) {
      event.preventDefault();
      goTo(links[Math.min(here + 1, links.length - 1)]);
    } else if (event.key === "ArrowUp" && here >= 0) {
      event.preventDefault();
      goTo(links[here - 1] ?? this.input);
    }
  }

  // Goes to the first result of `typed` once it is there, unless the reader has typed on or left meanwhile.
  async follow(typed) {
    const { run } = this;
    await this.answered;
    if (run === this.run && typed === this.input.value && this.dialog.open) this.list.querySelector("a")?.click();
  }
}

// Firefox shows no more of what gets the focus than was in sight.
function goTo(part) {
  part.focus();
  part.scrollIntoView({ block: "nearest" });
}

const pagesOf = (results) => Promise.all(results.map((result) => result.data()));

function resultItem(page) {
  const sections = page.sub_results.filter((part) => part.url.includes("#") && !part.url.endsWith("#top"));
  const item = document.createElement("li");
  item.append(resultLink(page.url, page.meta.title, sections.length ? "" : page.excerpt));
  for (const part of sections.slice(0, SECTIONS)) item.append(resultLink(part.url, part.title, part.excerpt));
  return item;
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
