import { announce } from "../lib/announce.js";
import { calendarFile } from "../lib/calendar.js";
import { dayInWords, dayText } from "../lib/dates.js";
import { dayOf, followDay, today } from "../lib/days.js";
import { answerDue } from "../lib/deadlines.js";
import { keepDue, keptDue } from "../lib/due.js";
import { withValues } from "../lib/fill.js";
import { filledTemplate } from "../lib/template.js";
import { saveFile } from "../lib/save-file.js";

// When an answer is due to a request sent on a day, from a place. Nothing given is kept, and the date only
// for who asks for it.
class ReplyDeadline extends HTMLElement {
  texts = {
    noDay: t("reply_no_day"), future: t("reply_future"), old: t("reply_old"), noPlace: t("reply_no_place"),
    in: { one: t("reply_in_one"), other: t("reply_in_other") },
    ago: { one: t("reply_ago_one"), other: t("reply_ago_other") }, today: t("reply_today"), noAccess: t("reply_no_access"),
    product: t("site_name"), file: t("reply_file"), saved: t("ics_saved"), keptLine: t("reply_line"), keptNow: t("reply_kept"),
    keptNot: t("check_storage_blocked"), forgotten: t("reply_forgotten"),
  };

  connectedCallback() {
    this.rules = JSON.parse(this.dataset.rules);
    this.form = this.querySelector("form");
    [this.sent, this.place, this.access, this.verdict, this.rest] = [
      "#reply-sent", "#reply-place", "#reply-access", ".reply-verdict", ".reply-rest",
    ].map((part) => this.querySelector(part));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answer(true);
    });
    this.form.addEventListener("input", () => this.answer(false));
    this.rest.addEventListener("click", (event) => {
      const button = event.target.closest(".quiet");
      if (button?.value === "keep") this.keep(this.values.day, this.values.kind);
      else if (button) this.save(button.dataset);
    });
    this.kept = this.querySelector(".reply-kept");
    this.kept.addEventListener("click", (event) => event.target.closest("button") && this.keep(null));
    for (const type of ["pageshow", "storage"]) addEventListener(type, () => this.showKept());
    const show = () => {
      this.sent.max = dayText(today());
      this.showKept();
      this.answer(false); // the count changes with the day; nothing else does
    };
    followDay(show);
    show();
  }

  // On request, says what is missing; while the reader corrects, an answer already given follows or goes away.
  answer(asked) {
    const { access, place, sent } = this, { noAccess, noPlace } = this.texts;
    this.rule = this.rules[place.selectedOptions[0].dataset.region];
    const limited = this.rule?.access;
    access.closest(".ask-field").hidden = !limited;
    if (!asked && !this.asked) return;
    this.asked = true;
    const wrong = [this.say(sent, this.faultOfDay()), this.say(place, place.value ? "" : noPlace), this.say(access, !limited || access.value ? "" : noAccess)];
    this.verdict.replaceChildren();
    this.rest.replaceChildren();
    if (asked) wrong.find(Boolean)?.focus();
    if (!wrong.some(Boolean)) this.show();
  }

  faultOfDay() {
    const { noDay, future, old } = this.texts, day = dayOf(this.sent.value);
    return isNaN(day) ? noDay : day > today() ? future : day < dayOf(this.sent.min) ? withValues(old, { year: this.sent.min.slice(0, 4) }) : "";
  }

  // Ties `words` to the field, or takes them away; returns the field when something is wrong.
  say(field, words) {
    const fault = document.getElementById(`${field.id}-error`);
    if (fault.textContent !== words) fault.textContent = words; // the day's is heard when it changes: its parts do not say it
    if (words) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    return words && field;
  }

  show() {
    const { region, authority, address, http } = this.place.selectedOptions[0].dataset, { months, extended, company, tables, days } = this.rule;
    const sent = dayOf(this.sent.value);
    const due = months ? answerDue(sent, +months, tables) : { due: sent + +days }, longest = months && answerDue(sent, +extended, tables);
    const left = due.due - today(), access = this.rule.access && this.access.value === "yes";
    const words = (day) => dayInWords(day);
    this.values = {
      [region]: true, limit: months, company, plain: months && !company, direct: !company, access, reminder: !months && !access, past: left < 0, ahead: left >= 0,
      day: due.due, kind: months ? "limit" : access ? "access" : "reminder", sent: words(sent), due: words(due.due), n: days, count: this.inWords(left),
      ...(months && {
        last: words(due.last), same: !due.short, short: due.short, moved: due.due > due.last, holidays: due.holidays.map(words).join(", "),
        extended: words(longest.due), beyond: !(due.known && longest.known),
      }),
      authority, address, http,
    };
    const [head, body] = this.querySelectorAll("template");
    this.verdict.append(filledTemplate(head, this.values));
    this.rest.append(filledTemplate(body, this.values));
  }

  // The date, or none, on the device; said where it then stands.
  keep(day, kind) {
    const kept = keepDue(day, kind), { keptNow, keptNot, forgotten } = this.texts;
    this.showKept();
    announce(day === null ? forgotten : kept ? keptNow : keptNot);
    if (day === null) (this.rest.querySelector("[value=keep]") ?? this.sent).focus();
  }

  showKept() {
    const due = keptDue();
    this.kept.hidden = !due;
    if (!due) return;
    const date = dayInWords(due.day, ""), kinds = this.querySelector("template").content.querySelectorAll(".reply-label [data-if]");
    const what = [...kinds].find((kind) => kind.dataset.if === due.kind)?.textContent ?? "";
    this.kept.querySelector(".kept-words").textContent = withValues(this.texts.keptLine, { what, date, count: this.inWords(due.day - today()) });
  }

  inWords(left) {
    const forms = left > 0 ? this.texts.in : this.texts.ago, form = new Intl.PluralRules(document.documentElement.lang).select(Math.abs(left));
    return left ? withValues(forms[form] ?? forms.other, { n: Math.abs(left) }) : this.texts.today;
  }

  save({ title, text }) {
    const { product, file, saved } = this.texts, { day } = this.values;
    saveFile(file, "text/calendar", calendarFile({
      product, day, id: `reply-${dayText(day)}-${this.place.value}@${location.hostname}`,
      title, text: withValues(text, this.values), address: location.href.split("#")[0] + this.dataset.next,
    }));
    announce(saved);
  }
}

customElements.define("reply-deadline", ReplyDeadline);
