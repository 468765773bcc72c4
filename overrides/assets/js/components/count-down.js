import { DAY, dayOf, midnight, today } from "../lib/days.js";
import { withValues } from "../lib/fill.js";

// Adds to a date how long before or since, in calendar days of the event's own zone. Nothing is announced: a count is not news.
const HOUR = 36e5;
// Beyond these a clock is wrong, and the words in the page say all that is sure.
const MOST_BEFORE = 3653, MOST_SINCE = 73049;

// The zone, or none (the reader's own) where this browser has never heard of it.
function knownZone(zone) {
  try {
    new Intl.DateTimeFormat(undefined, { timeZone: zone });
    return zone;
  } catch {
    return undefined;
  }
}

class CountDown extends HTMLElement {
  connectedCallback() {
    this.texts = JSON.parse(this.dataset.texts);
    this.language = document.documentElement.lang;
    this.plural = new Intl.PluralRules(this.language);
    this.zone = knownZone(this.dataset.zone);
    this.refresh = () => this.show();
    addEventListener("pageshow", this.refresh);
    document.addEventListener("visibilitychange", this.refresh);
    this.show();
  }

  disconnectedCallback() {
    removeEventListener("pageshow", this.refresh);
    document.removeEventListener("visibilitychange", this.refresh);
    clearTimeout(this.timer);
  }

  show() {
    const zone = this.zone, now = Date.now(), date = dayOf(this.dataset.date), day = today(zone, now), left = date - day;
    const place = this.querySelector(".count-now");
    clearTimeout(this.timer);
    if (!(left <= MOST_BEFORE && left >= -MOST_SINCE)) {
      place.textContent = "";
      return;
    }
    for (const line of this.querySelectorAll("[data-when]")) line.hidden = (line.dataset.when === "before") !== (left > 0);
    const count = this.count(left, midnight(zone, date) - now, date, day);
    if (place.textContent !== count) place.textContent = count;
    const next = left === 1 ? HOUR - (now % HOUR) : midnight(zone, day + 1) - now;
    this.timer = setTimeout(this.refresh, Math.min(Math.max(next, 0) + 500, DAY));
  }

  count(days, milliseconds, date, day) {
    if (days > 1) return this.counted(this.texts.before, days);
    if (days === 1) return this.hours(milliseconds);
    if (days === 0) return this.texts.today;
    return this.since(date, day);
  }

  hours(left) {
    return left < HOUR ? this.texts.last : this.counted(this.texts.hours, Math.floor(left / HOUR));
  }

  // Whole years to the last anniversary, then days; 29 February has its anniversary on 1 March.
  since(date, day) {
    const start = new Date(date * DAY), years = new Date(day * DAY).getUTCFullYear() - start.getUTCFullYear();
    const anniversary = (count) => Date.UTC(start.getUTCFullYear() + count, start.getUTCMonth(), start.getUTCDate()) / DAY;
    const whole = anniversary(years) <= day ? years : years - 1, days = day - anniversary(whole);
    if (!whole) return this.counted(this.texts.since, days);
    return withValues(days ? this.texts.both : this.texts.years, { years: this.counted(this.texts.year, whole), days: this.counted(this.texts.day, days) });
  }

  counted(forms, number) {
    return withValues(forms[this.plural.select(number)] ?? forms.other, { n: number.toLocaleString(this.language) });
  }
}

customElements.define("count-down", CountDown);
