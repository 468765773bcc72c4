import { followTicks, tick, ticks, tickedOn } from "../lib/progress.js";

// Back from the setting: was it turned off? Asked below the button that was used, once the page is looked at again. That it was used
// is known to this page alone, while it lasts.
class ComeBack extends HTMLElement {
  texts = {
    question: t("back_question"), noted: t("back_noted"), blocked: t("check_storage_blocked"), damaged: t("check_damaged"),
    newer: t("check_newer"),
  };

  connectedCallback() {
    this.buttons = [...document.querySelectorAll(`main a.action[href="${this.dataset.address}"]`)];
    for (const type of ["click", "auxclick"]) {
      document.addEventListener(type, ({ target, button: pressed }) => {
        const button = target.closest?.("a.action");
        if (pressed < 2 && this.buttons.includes(button)) this.used = button;
      });
    }
    document.addEventListener("visibilitychange", () => this.ask());
    addEventListener("pageshow", ({ persisted }) => persisted && this.ask());
    this.addEventListener("click", ({ target }) => {
      const answer = target.closest("button")?.value;
      if (answer === "close") this.close();
      else if (answer) this.note(answer);
    });
    followTicks(() => this.draw());
  }

  ask() {
    if (!this.used || document.visibilityState !== "visible") return;
    const above = this.used.getBoundingClientRect().bottom < 0;
    this.used.closest("p, div, li").after(this);
    this.used = this.key = null;
    this.hidden = false;
    this.draw();
    this.fillMenus();
    // What is being read stays where it is, in browsers that do not see to it themselves.
    if (above && !CSS.supports("overflow-anchor", "auto")) scrollBy(0, this.offsetHeight);
    this.say(this.texts.question);
  }

  // A live region is heard when its text changes after it stands in the page.
  say(words) {
    const place = this.querySelector("[role=status]");
    place.textContent = "";
    setTimeout(() => { place.textContent = words; }, 60);
  }

  // The menus the page shows, in the reader's language alone.
  fillMenus() {
    const place = this.querySelector(".back-menus");
    if (place.childElementCount > 1) return;
    for (const path of document.querySelectorAll(".menu-path")) {
      const menus = path.querySelector(".path").cloneNode(true), title = path.querySelector(".menu-path-title").cloneNode(true);
      place.append(title, menus);
    }
    place.firstElementChild.hidden = place.childElementCount > 1;
  }

  note(key) {
    tick([key], true);
    const { trouble } = ticks();
    this.key = key;
    this.draw();
    this.say(this.texts[trouble] ?? this.texts.noted);
    this.querySelector(".back-step:not([hidden]) a").focus({ preventScroll: true });
  }

  // Unticked elsewhere, the answer is taken back here.
  draw() {
    if (this.key && !tickedOn([this.key])) this.key = null;
    for (const part of this.querySelectorAll(".back-step")) part.hidden = part.dataset.key !== this.key;
    this.querySelector(".back-answers").hidden = Boolean(this.key);
  }

  close() {
    const button = this.previousElementSibling?.querySelector("a.action") ?? this.buttons[0];
    this.hidden = true;
    button.focus({ preventScroll: true });
  }
}

customElements.define("come-back", ComeBack);
