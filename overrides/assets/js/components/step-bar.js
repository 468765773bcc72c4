import { withValues } from "../lib/fill.js";

// The step in view and the next, at the foot of a phone's screen. The style sheet says where and when it is out of the way.
class StepBar extends HTMLElement {
  connectedCallback() {
    this.steps = [...document.querySelectorAll("section.step")].map((section) => {
      const heading = section.querySelector("h2"), number = heading.querySelector(".step-number");
      return { section, id: heading.id, title: heading.textContent.replace(number.textContent, "").trim() };
    });
    const draw = () => {
      this.drawing ??= requestAnimationFrame(() => {
        this.drawing = null;
        this.draw();
        if (this.focused) this.giveWay(this.focused);
      });
    };
    addEventListener("scroll", draw, { passive: true });
    addEventListener("resize", draw);
    addEventListener("pageshow", draw);
    // Until the reader scrolls or presses another key, so too when the bar comes after the focus.
    document.addEventListener("focusin", ({ target }) => { this.giveWay(this.focused = target); });
    for (const moved of ["wheel", "touchmove", "keydown"]) addEventListener(moved, () => { this.focused = null; }, { passive: true });
    this.draw();
  }

  draw() {
    const line = innerHeight / 2, all = this.steps, last = all.at(-1).section.getBoundingClientRect();
    const at = all.findLastIndex(({ section }) => section.getBoundingClientRect().top < line);
    this.toggleAttribute("shown", at >= 0 && last.bottom > line);
    if (at < 0 || at === this.at) return;
    this.at = at;
    const next = all[at + 1], link = this.querySelector(".bar-next");
    const put = (part, words) => { this.querySelector(part).textContent = words; };
    put(".bar-number", withValues(this.dataset.here, { n: at + 1, total: all.length }));
    put(".bar-here", all[at].title);
    put(".bar-title", next?.title ?? "");
    link.hidden = !next;
    if (next) link.hash = next.id;
  }

  // What has the focus is not covered, however the browser brought it into view. Without its style the bar covers nothing.
  giveWay(target) {
    if (this.contains(target) || getComputedStyle(this).position !== "fixed") return;
    const { bottom } = target.getBoundingClientRect(), { top, height } = this.getBoundingClientRect();
    if (height && bottom > top && bottom - innerHeight < height) scrollBy({ top: bottom - top + 8, behavior: "instant" });
  }
}

customElements.define("step-bar", StepBar);
