// The search in the dialog (site/search.js), over Pagefind's index. Fetched when a reader opens the dialog for the first time.
const WAIT = 120; // ms of rest before a query runs
const SHOWN = 8; // pages
const SECTIONS = 3; // headings a page
// A page whose own keywords (its front matter) or title hold the word comes before one that only uses it often.
const RANKING = { pageLength: 0.4, metaWeights: { title: 6, keywords: 12 } };

// Loads the index and answers what is typed from then on, starting with what was typed before. Rejects where it cannot be loaded.
export async function connectSearch(dialog) {
  const root = new URL(dialog.dataset.root, document.baseURI);
  const engine = await import(new URL("pagefind/pagefind.js", root).href);
  await engine.options({ noWorker: true, baseUrl: root.pathname, excerptLength: 18, ranking: RANKING });
  await engine.init();
  new Search(dialog, engine).query();
}

class Search {
  constructor(dialog, engine) {
    this.engine = engine;
    this.words = dialog.dataset;
    this.input = dialog.querySelector("input[type=text]");
    this.status = dialog.querySelector("[role=status]");
    this.list = dialog.querySelector(".search-results");
    this.run = 0;
    dialog.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("input", () => this.query());
  }

  async query() {
    const run = ++this.run;
    const words = searchable(this.input.value);
    if (!words) {
      this.show([]);
      this.say("");
      return;
    }
    await new Promise((done) => setTimeout(done, WAIT));
    if (run !== this.run) return;
    try {
      const found = await this.engine.search(words);
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
