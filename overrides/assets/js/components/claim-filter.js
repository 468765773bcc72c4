import { withValues } from "../lib/fill.js";

// Narrows the list of statements by words, status, publisher and the day they are due again. Without this module the list is whole and the form is not shown.
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase();

class ClaimFilter extends HTMLElement {
  texts = { one: t("filter_count_one"), other: t("filter_count_other"), none: t("filter_none") };

  connectedCallback() {
    this.plural = new Intl.PluralRules(document.documentElement.lang);
    this.form = this.querySelector("form");
    this.claims = [...this.querySelectorAll(".claim")];
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.apply());
    this.form.addEventListener("reset", () => setTimeout(() => this.apply()));
    // A link to a statement that the filter hides: show them all again, then go there.
    addEventListener("hashchange", () => this.reveal());
    addEventListener("pageshow", () => this.apply());
    this.apply();
  }

  apply() {
    const { status, by, due, words: field } = this.form.elements;
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const claim of this.claims) {
      const fits = (!status.value || claim.querySelector(".status").dataset.status === status.value)
        && (!by.value || claim.dataset.by.split(" ").includes(String(by.selectedIndex))) && (!due.value || claim.dataset.due <= due.value)
        && words.every((word) => this.text(claim).includes(word));
      claim.hidden = !fits;
      shown += fits;
    }
    for (const group of this.querySelectorAll(".claim-group")) group.hidden = !group.querySelector(".claim:not([hidden])");
    this.report(shown, Boolean(status.value || by.value || due.value || words.length));
  }

  // The folded words of a claim, made when first needed.
  text(claim) {
    this.known ??= new Map();
    if (!this.known.has(claim)) this.known.set(claim, folded(`${claim.textContent} ${claim.id}`));
    return this.known.get(claim);
  }

  // Said once the reader pauses: a live region that changes at each key is noise.
  report(shown, narrowed) {
    const words = !narrowed ? "" : shown ? withValues(this.texts[this.plural.select(shown)] ?? this.texts.other, { n: shown }) : this.texts.none;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.form.querySelector(".claim-count").textContent = words; }, 400);
    this.querySelector(".claim-groups").hidden = narrowed;
  }

  reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest(".claim-group") || !target.closest("[hidden]")) return;
    this.form.reset();
    setTimeout(() => target.scrollIntoView());
  }
}

customElements.define("claim-filter", ClaimFilter);
