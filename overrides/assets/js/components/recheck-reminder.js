import { announce } from "../lib/announce.js";
import { calendarFile } from "../lib/calendar.js";
import { dayHere, dayInWords, dayText } from "../lib/days.js";
import { monthsLater } from "../lib/deadlines.js";
import { withValues } from "../lib/fill.js";
import { saveFile } from "../lib/save-file.js";

// An event for the reader's calendar, some months from today.
class RecheckReminder extends HTMLElement {
  connectedCallback() {
    const [words, button] = this.querySelectorAll("span, button");
    const { months, locale, first } = this.dataset;
    const day = () => monthsLater(dayHere(), +months).day;
    words.textContent = withValues(this.dataset.on, { date: dayInWords(day(), locale, first) });
    button.addEventListener("click", () => this.save(day()));
  }

  save(day) {
    const { product, event, text, file, saved, next } = this.dataset;
    const id = `recheck-${dayText(day)}@${location.hostname}`;
    saveFile(file, "text/calendar", calendarFile({ product, id, day, title: event, text, address: location.href.split("#")[0] + next }));
    announce(saved);
  }
}

customElements.define("recheck-reminder", RecheckReminder);
