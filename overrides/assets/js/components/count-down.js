import { dayInWords } from "../lib/dates.js";
import { DAY, dayOf, midnight, today } from "../lib/days.js";
import { keptDue } from "../lib/due.js";
import { withValues } from "../lib/fill.js";
import { followTicks, tickedOn } from "../lib/progress.js";
import { nextLook } from "../lib/recheck.js";

// Adds to a sentence how long before or since its date, in calendar days of the event's own zone. For a reader who noted a refusal, or
// had the day of an answer kept, what counts is their own next day. Nothing is announced: a count is not news.
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
  texts = {
    before: { one: t("count_before_one"), other: t("count_before_other") },
    hours: { one: t("count_hours_one"), other: t("count_hours_other") }, last: t("count_last_hour"), today: t("count_today"),
    since: { one: t("count_since_one"), other: t("count_since_other") }, years: t("count_since_years"),
    both: t("count_since_years_days"), year: { one: t("unit_year_one"), other: t("unit_year_other") },
    day: { one: t("unit_day_one"), other: t("unit_day_other") },
    in: { one: t("reply_in_one"), other: t("reply_in_other") }, ago: { one: t("reply_ago_one"), other: t("reply_ago_other") },
    now: t("reply_today"), noted: t("noted"), line: t("noted_line"), next: t("noted_next"), again: t("noted_again"),
    due: t("reply_line"), kinds: { limit: t("reply_due"), access: t("reply_due_access"), reminder: t("reply_reminder") },
  };

  connectedCallback() {
    this.language = document.documentElement.lang;
    this.plural = new Intl.PluralRules(this.language);
    this.zone = knownZone(this.dataset.zone);
    this.refresh = () => this.show();
    document.addEventListener("visibilitychange", this.refresh);
    followTicks(this.refresh);
  }

  show() {
    const zone = this.zone, now = Date.now(), date = dayOf(this.dataset.date), day = today(zone, now), left = date - day;
    clearTimeout(this.timer);
    const own = this.showOwn(today());
    const known = left <= MOST_BEFORE && left >= -MOST_SINCE;
    for (const line of this.querySelectorAll("[data-when]")) {
      const before = line.dataset.when === "before", place = line.querySelector(".count-now");
      line.hidden = own || (known ? before !== left > 0 : line.hidden);
      const count = known ? this.count(left, midnight(zone, date) - now, date, day) : "";
      if (place.textContent !== count) place.textContent = count;
    }
    const next = left === 1 ? HOUR - (now % HOUR) : Math.min(midnight(zone, day + 1), midnight(undefined, today() + 1)) - now;
    this.timer = setTimeout(this.refresh, Math.min(Math.max(next, 0) + 500, DAY));
  }

  // What the reader noted, in place of the event. Says whether there is any.
  showOwn(day) {
    const noted = tickedOn(JSON.parse(this.dataset.keys)), due = keptDue();
    const [dueLine, notedLine] = this.querySelectorAll("[data-own]");
    this.say(dueLine, due && withValues(this.texts.due, { what: this.texts.kinds[due.kind] ?? "", ...this.dated(due.day, day) }), due?.day < day);
    const from = dayOf(noted), next = isNaN(from) ? day + 1 : nextLook(from);
    const then = next > day ? withValues(this.texts.next, this.dated(next, day)) : this.texts.again;
    this.say(notedLine, noted && (isNaN(from) ? this.texts.noted : withValues(this.texts.line, { ...this.dated(from, day), next: then })), next <= day);
    return Boolean(noted || due);
  }

  // `link`: whether what to do now is linked to.
  say(line, words, link) {
    line.hidden = !words;
    line.querySelector(".count-own").textContent = words || "";
    line.querySelector("a").hidden = !link;
  }

  // A day in words, and how far it is from `day`.
  dated(number, day) {
    const left = number - day, forms = left > 0 ? this.texts.in : this.texts.ago;
    return { date: dayInWords(number, ""), count: left ? this.counted(forms, Math.abs(left)) : this.texts.now };
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
