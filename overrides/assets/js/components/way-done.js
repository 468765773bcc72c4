import { announce } from "../lib/announce.js";
import { dayInWords } from "../lib/dates.js";
import { dayOf, today } from "../lib/days.js";
import { withValues } from "../lib/fill.js";
import { followTicks, tick, tickedOn, ticks } from "../lib/progress.js";
import { nextLook, saveRecheck } from "../lib/recheck.js";
import { saveFile } from "../lib/save-file.js";
import { notePicture } from "../lib/note-picture.js";

// The end of a way: once each of its steps is ticked, what the reader noted, to keep, and what can follow. Unticked, it is gone.
// Where the last one alone is ticked, as by whoever comes back from the setting, one press ticks those before it.
class WayDone extends HTMLElement {
  texts = {
    noted: t("noted"), notedOn: t("noted_on"), on: t("done_next"),
    head: t("keepsake_head"), mine: t("keepsake_said"), made: t("keepsake_made"), keepsake: t("keepsake_file"),
    saved: t("keepsake_saved"), product: t("site_name"), event: t("recheck_event"), eventText: t("recheck_event_text"),
    file: t("recheck_file"), calendar: t("ics_saved"),
  };

  connectedCallback() {
    this.keys = [...document.querySelectorAll("section.step[data-key]")].map((step) => step.dataset.key);
    this.addEventListener("click", ({ target }) => {
      const action = target.closest("button")?.value;
      if (action && action in this) this[action]();
    });
    followTicks(() => this.draw());
  }

  draw() {
    const { done } = ticks(), noted = tickedOn([this.dataset.key]);
    this.left = this.keys.filter((key) => !Object.hasOwn(done, key));
    const all = !this.left.length;
    const day = dayOf(noted), words = (number) => dayInWords(number, "");
    [this.said, this.mine] = ["notedOn", "mine"].map((text) => (isNaN(day) ? this.texts.noted : withValues(this.texts[text], { date: words(day) })));
    this.next = nextLook(isNaN(day) ? today() : day);
    const put = (part, text) => { this.querySelector(part).textContent = text; };
    put(".done-said", this.said);
    put(".done-next", withValues(this.texts.on, { date: words(this.next) }));
    // Told when the last tick is given here, not to whoever comes back to it.
    if (all && this.all === false && document.visibilityState === "visible") announce(this.said);
    this.all = all;
    this.hidden = !noted;
    this.toggleAttribute("data-partly", !all);
  }

  rest() {
    tick(this.left, true);
    this.tabIndex = -1;
    this.focus({ preventScroll: true });
  }

  lines() {
    const address = location.href.split("#")[0];
    return [this.texts.head, this.mine, withValues(this.texts.made, { address })];
  }

  text() {
    saveFile(`${this.texts.keepsake}.txt`, "text/plain", this.lines().join("\n\n") + "\n");
    announce(this.texts.saved);
  }

  async image() {
    saveFile(`${this.texts.keepsake}.png`, "image/png", await notePicture(this.lines()));
    announce(this.texts.saved);
  }

  calendar() {
    saveRecheck({ ...this.texts, next: this.dataset.next }, this.next);
    announce(this.texts.calendar);
  }
}

customElements.define("way-done", WayDone);
