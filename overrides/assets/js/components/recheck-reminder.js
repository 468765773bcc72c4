import { announce } from "../lib/announce.js";
import { calendarFile } from "../lib/calendar.js";
import { dayInWords, dayText } from "../lib/dates.js";
import { followDay, today } from "../lib/days.js";
import { monthsLater } from "../lib/deadlines.js";
import { withValues } from "../lib/fill.js";
import { saveFile } from "../lib/save-file.js";

// An event for the reader's calendar, some months from today.
class RecheckReminder extends HTMLElement {
  connectedCallback() {
    const words = this.querySelector("span"), button = this.querySelector("button");
    this.texts = JSON.parse(this.dataset.texts);
    const day = () => monthsLater(today(), Number(this.dataset.months)).day;
    const show = () => { words.textContent = withValues(this.texts.on, { date: dayInWords(day(), this.dataset.locale, this.texts.first) }); };
    followDay(show);
    show();
    button.addEventListener("click", () => this.save(day()));
  }

  save(day) {
    const { product, event, eventText, file, saved } = this.texts, address = location.href.split("#")[0] + this.dataset.next;
    const id = `recheck-${dayText(day)}@${location.hostname}`;
    saveFile(file, "text/calendar", calendarFile({ product, id, day, title: event, text: eventText, address }));
    announce(saved);
  }
}

customElements.define("recheck-reminder", RecheckReminder);
