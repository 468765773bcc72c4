// The section in view, named in the line of contents, which contents.css keeps in sight on a phone. A place that is chosen in it folds it.
class SectionHere extends HTMLElement {
  connectedCallback() {
    this.contents = this.closest("details");
    this.links = [...this.contents.querySelectorAll("a")];
    this.headings = this.links.map((link) => document.getElementById(link.hash.slice(1)));
    const draw = () => {
      this.drawing ??= requestAnimationFrame(() => {
        this.drawing = null;
        this.draw();
      });
    };
    addEventListener("scroll", draw, { passive: true });
    addEventListener("pageshow", draw);
    this.contents.addEventListener("click", ({ target }) => { if (target.closest("a") && this.offsetParent) this.contents.open = false; });
    document.addEventListener("focusin", ({ target }) => this.giveWay(target));
    this.draw();
  }

  draw() {
    const above = (heading) => heading?.getClientRects().length && heading.getBoundingClientRect().top < innerHeight / 3;
    const words = this.links[this.headings.findLastIndex(above)]?.textContent ?? "";
    if (this.textContent !== words) this.textContent = words;
  }

  // What has the focus is not covered, however the browser brought it into view.
  giveWay(target) {
    if (this.contents.contains(target) || getComputedStyle(this.contents.parentElement).position !== "sticky" || !this.offsetParent) return;
    const { top, height } = target.getBoundingClientRect(), { bottom } = this.contents.getBoundingClientRect();
    if (top < bottom && height && height < innerHeight / 2) scrollBy({ top: top - bottom - 8, behavior: "instant" });
  }
}

customElements.define("section-here", SectionHere);
