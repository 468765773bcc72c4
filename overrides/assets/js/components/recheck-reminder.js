import { announce } from "../lib/announce.js";
import { dayInWords } from "../lib/dates.js";
import { followDay, today } from "../lib/days.js";
import { withValues } from "../lib/fill.js";
import { nextLook, saveRecheck } from "../lib/recheck.js";

// An event for the reader's calendar, six months from today.
class RecheckReminder extends HTMLElement {
  connectedCallback() {
    const words = this.querySelector("span"), texts = JSON.parse(this.dataset.texts);
    const show = () => { words.textContent = withValues(texts.on, { date: dayInWords(nextLook(today()), this.dataset.locale, texts.first) }); };
    followDay(show);
    show();
    this.querySelector("button").addEventListener("click", () => {
      saveRecheck(texts, nextLook(today()));
      announce(texts.saved);
    });
  }
}

customElements.define("recheck-reminder", RecheckReminder);
