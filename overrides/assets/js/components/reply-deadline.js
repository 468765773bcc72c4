import { announce } from "../lib/announce.js";
import { calendarFile } from "../lib/calendar.js";
import { dayInWords, dayText } from "../lib/dates.js";
import { dayOf, followDay, today } from "../lib/days.js";
import { answerDue } from "../lib/deadlines.js";
import { filledTemplate, withValues } from "../lib/fill.js";
import { saveFile } from "../lib/save-file.js";

// When an answer is due to a request sent on a day, from a place. Its words are in the page; nothing given is kept.
class ReplyDeadline extends HTMLElement {
  connectedCallback() {
    this.texts = JSON.parse(this.dataset.texts);
    this.form = this.querySelector("form");
    [this.sent, this.place] = this.form.querySelectorAll("input, select");
    [this.verdict, this.rest] = this.querySelectorAll(".reply-verdict, .reply-rest");
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answer(true);
    });
    this.form.addEventListener("input", () => this.answer(false));
    this.rest.addEventListener("click", (event) => event.target.closest(".quiet") && this.save());
    const show = () => {
      this.sent.max = dayText(today());
      this.answer(false); // the count changes with the day; nothing else does
    };
    followDay(show);
    show();
  }

  // On request, says what is missing; while the reader corrects, an answer already given follows or goes away.
  answer(asked) {
    if (!asked && !this.asked) return;
    this.asked = true;
    const wrong = [this.say(this.sent, this.faultOfDay()), this.say(this.place, this.place.value ? "" : this.texts.noPlace)];
    this.verdict.replaceChildren();
    this.rest.replaceChildren();
    if (asked) wrong.find(Boolean)?.focus();
    if (!wrong.some(Boolean)) this.show();
  }

  faultOfDay() {
    const { noDay, future, old } = this.texts, day = dayOf(this.sent.value);
    return isNaN(day) ? noDay : day > today() ? future : day < dayOf(this.sent.min) ? old : "";
  }

  // Ties `words` to the field, or takes them away; returns the field when something is wrong.
  say(field, words) {
    document.getElementById(`${field.id}-error`).textContent = words;
    if (words) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    return words && field;
  }

  show() {
    const option = this.place.selectedOptions[0];
    const [head, body] = this.querySelectorAll(`template[data-region="${option.dataset.region}"]`);
    const { months, extended, days, company } = head.dataset, sent = dayOf(this.sent.value), here = today();
    const due = months ? answerDue(sent, +months) : { due: sent + +days, last: sent + +days };
    const left = due.due - here;
    const authority = authorityOf(option);
    const words = (day) => dayInWords(day, this.dataset.locale, this.texts.first);
    this.due = due.due;
    this.values = {
      sent: words(sent), due: words(due.due), last: words(due.last), extended: extended && words(answerDue(sent, +extended).due),
      n: days, same: !due.short, short: due.short, weekend: due.weekend, past: left < 0, ahead: left >= 0,
      count: this.inWords(left), company: company !== undefined, authority: authority?.textContent, address: authority?.href, http: authority?.protocol === "http:",
    };
    this.verdict.append(filledTemplate(head, this.values));
    this.rest.append(filledTemplate(body, this.values));
  }

  inWords(left) {
    const forms = left > 0 ? this.texts.in : this.texts.ago, form = new Intl.PluralRules(this.dataset.locale).select(Math.abs(left));
    return left ? withValues(forms[form] ?? forms.other, { n: Math.abs(left) }) : this.texts.today;
  }

  save() {
    const { product, event, eventText, eventTextCompany, reminder, reminderText, file, saved } = this.texts, due = this.values.extended;
    saveFile(file, "text/calendar", calendarFile({
      product, day: this.due, id: `reply-${dayText(this.due)}-${this.place.value}@${location.hostname}`,
      title: due ? event : reminder, text: withValues(due ? this.values.company ? eventTextCompany : eventText : reminderText, this.values),
      address: location.href.split("#")[0] + this.dataset.next,
    }));
    announce(saved);
  }
}

// The link to the authority of a place, as the table of this page has it.
function authorityOf(option) {
  return document.querySelector(`#authority-${option.dataset.authority} a`);
}

customElements.define("reply-deadline", ReplyDeadline);
