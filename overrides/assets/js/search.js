import { element } from "./lib/element.js";
import { withValues } from "./lib/fill.js";
import { hasWords, SearchWords, bare } from "./lib/search-words.js";
import { recall, remember } from "./lib/storage.js";

// The search in the dialog (site/search.js), over Pagefind's index. Fetched when a reader opens the dialog for the first time.
const WAIT = 120; // ms of rest before a query runs
const SHOWN = 8; // pages at a time
const SECTIONS = 3; // headings a page
const FEW = 3; // pages

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
    dialog.append(element("div", { class: "search-foot" }, element("p", {}, t("search_hint")), slashChoice()));
  }

  // Pagefind; another one after a request failed (then `loading` is null), under another address: a browser may keep it in mind that a
  // module did not come.
  engine() {
    return (this.loading ??= this.load(`pagefind/pagefind.js${this.tries++ ? `?${this.tries}` : ""}`));
  }

  async load(module) {
    this.say(t("search_loading"));
    const root = new URL("..", import.meta.url);
    const engine = await import(new URL(module, root).href);
    const { default: words } = await import(new URL(`pagefind/words.${document.documentElement.lang}.js`, root).href);
    this.words = new SearchWords(words);
    await engine.options({ noWorker: true, baseUrl: root.pathname, excerptLength: 18, ranking: words[2] });
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
      const place = this.words.place(typed);
      let { results } = await engine.search(bare(typed));
      let pages = await pagesOf(results.slice(0, SHOWN));
      // The engine answers a word it does not know with what begins alike: hardly anything, or anything, where a letter is wrong.
      const likely = results.length >= FEW && hasWords(pages.flatMap((page) => [page, ...page.sub_results].map((part) => part.excerpt)), typed);
      const mended = !place && !likely && this.words.mended(typed), words = mended || typed;
      if (mended) {
        ({ results } = await engine.search(mended));
        pages = await pagesOf(results.slice(0, SHOWN));
      }
      const first = place && this.first(place, pages);
      const found = results.length + (first && !pages.includes(first) ? 1 : 0);
      if (first) pages.splice(0, pages.length, first, ...pages.filter((page) => page !== first));
      if (run === this.run) this.show(pages, results.slice(SHOWN), typed && this.outcome(typed, found, words));
    } catch {
      this.loading = null;
      if (run === this.run) this.show([], [], t("search_failed"));
    }
  }

  // The page that a place's words lead to, that section first in it: as found, or made of the names of the two.
  first({ address, page, section }, pages) {
    const { href } = new URL(address, document.querySelector(".brand").href), url = href.slice(new URL(href).origin.length);
    const [path] = url.split("#"), found = pages.find((one) => one.url.split("#")[0] === path) ?? { url: path, meta: { title: page }, sub_results: [] };
    const part = found.sub_results.find((one) => one.url === url) ?? { url, title: section, excerpt: "" };
    if (section) found.sub_results = [part, ...found.sub_results.filter((one) => one !== part)];
    return found;
  }

  // CLDR: French counts 0 and 1 as singular, and 0 has a sentence of its own here. `words`: what was looked for instead, where mended.
  outcome(query, n, words) {
    const count = n ? withValues(n === 1 ? t("search_results_one") : t("search_results_other"), { n }) : t("search_none_hint");
    if (n && words === query) return count;
    return `${withValues(t("search_none"), { query })} ${n ? withValues(t("search_mended"), { words, count }) : count}`;
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
      if (run === this.run) this.say(t("search_failed"));
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

// The shortcut of one character can be switched off (WCAG 2.1.4).
function slashChoice() {
  const box = element("input", { type: "checkbox", id: "search-slash" });
  const draw = () => { box.checked = recall("search-slash") !== "off"; };
  addEventListener("pageshow", draw);
  draw();
  box.addEventListener("change", () => remember("search-slash", box.checked ? null : "off"));
  return element("label", {}, box, ` ${t("search_slash")}`);
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

// A link to a page or to one of its headings. The excerpt's <mark>s are rebuilt as elements: no markup is ever parsed.
function resultLink(url, title, excerpt) {
  const link = document.createElement("a");
  link.href = url;
  const name = document.createElement("strong");
  name.textContent = title;
  link.append(name);
  if (excerpt) {
    const text = document.createElement("span");
    const pieces = excerpt.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").split(/<\/?mark>/), words = pieces.join("");
    // A section's words begin with its heading, which is said already.
    let said = words.startsWith(title) ? words.length - words.slice(title.length).replace(/^[.\s]+/, "").length : 0;
    pieces.forEach((piece, index) => {
      const part = index % 2 ? document.createElement("mark") : new Text();
      part.textContent = piece.slice(said);
      said = Math.max(0, said - piece.length);
      text.append(part);
    });
    link.append(text);
  }
  return link;
}
