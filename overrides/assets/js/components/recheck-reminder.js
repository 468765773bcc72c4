import { announce } from "../lib/announce.js";
import { dayInWords } from "../lib/dates.js";
import { followDay, today } from "../lib/days.js";
import { withValues } from "../lib/fill.js";
import { nextLook, saveRecheck } from "../lib/recheck.js";

// An event for the reader's calendar, six months from today.
class RecheckReminder extends HTMLElement {
  texts = {
    on: t("recheck_on"), product: t("site_name"), event: t("recheck_event"),
    eventText: t("recheck_event_text"), file: t("recheck_file"), saved: t("ics_saved"), next: "#follow-recheck",
  };

  connectedCallback() {
    const words = this.querySelector("span"), { texts } = this;
    const show = () => { words.textContent = withValues(texts.on, { date: dayInWords(nextLook(today())) }); };
    followDay(show);
    show();
    this.querySelector("button").addEventListener("click", () => {
      saveRecheck(texts, nextLook(today()));
      announce(texts.saved);
    });
  }
}

customElements.define("recheck-reminder", RecheckReminder);
