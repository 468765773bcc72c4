"""Shapes the finished tree: heading links, numbered steps, folds, tickable lists, tables, links that leave the site,
the first screen, what is behind."""

import re
import xml.etree.ElementTree as etree
from itertools import pairwise

from guide.content.pages import step_key
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from .blocks import draw

_ALIGN = re.compile(r"text-align:\s*(left|right|center)")


class Structure(Treeprocessor):
    """Runs last, on a tree whose ids and links are already settled."""

    def run(self, root: etree.Element) -> None:
        draw(root, self.md)
        self._external_links(root)
        self._tables(root)
        self._check_lists(root)
        self._headings(root)
        self._arrivals(root)
        self._sections(root)
        self._come_back(root)
        self._cuts(root)
        self._behind(root)

    def _external_links(self, root: etree.Element) -> None:
        for link in root.iter("a"):
            if link.get("href", "").startswith(("https:", "http:")):
                link.set("rel", "external")

    def _tables(self, root: etree.Element) -> None:
        """Alignment as a class, since the policy forbids inline styles; headers repeated for the phone's cards."""
        for table in root.iter("table"):
            names = ["".join(cell.itertext()) for cell in table.iter("th")]
            for cell in [*table.iter("th"), *table.iter("td")]:
                if match := _ALIGN.search(cell.attrib.pop("style", "")):
                    cell.set("class", f"align-{match[1]}")
                if cell.tag == "th":
                    cell.set("scope", "col")
            for row in table.findall("tbody/tr"):
                for name, cell in zip(names, row, strict=False):
                    cell.set("data-label", name)

    def _check_lists(self, root: etree.Element) -> None:
        """`- [ ] [action](page.md#step) words`: the link's target is the item's key, the same in every language."""
        guide, parents, found = self.md.guide, _parents(root), []
        ways = {way["page"].removesuffix(".md") for way in guide.ways}
        for items in [element for element in root.iter("ul") if "task-list" in element.get("class", "")]:
            tasks = list(map(self._task, items))
            way = {step_key(task["href"], guide.page).partition("#")[0] for task in tasks} <= ways
            holder = self._component("check-items", tasks=tasks, way=way)
            holder.tail = items.tail
            parents[items][list(parents[items]).index(items)] = holder
            found.append((holder, len(tasks), way))
        if found:  # the head of all the page's lists, before the section of the first
            place = next((index for index, child in enumerate(root) if child.tag == "h2" or child is found[0][0]), 0)
            total, boxes = sum(count for _, count, _ in found), [count for _, count, way in found if way]
            root.insert(place, self._component("check-list", total=(boxes or [total])[0], rest=total - sum(boxes)))

    def _task(self, item: etree.Element) -> dict[str, str]:
        """An item of a list to tick: where its step is, what the tick is kept under, its words."""
        link = next(item.iter("a"), item)
        href = link.get("href", "")
        return {"href": href, "key": self.md.guide.key(href), "title": "".join(link.itertext()).strip(),
                "rest": (link.tail or "").rstrip()}

    def _headings(self, root: etree.Element) -> None:
        """A link beside each heading, outside it, so that the heading's own name stays clean."""
        parents = _parents(root)
        for heading in [element for element in root.iter() if element.tag in ("h2", "h3") and element.get("id")]:
            label = self.md.guide.strings("copy_link", title="".join(heading.itertext()).strip())
            wrapper, parent = etree.Element("div", {"class": "heading"}), parents[heading]
            wrapper.tail, heading.tail = heading.tail, None
            parent[list(parent).index(heading)] = wrapper
            wrapper.append(heading)
            etree.SubElement(wrapper, "a", {"class": "anchor", "href": f"#{heading.get('id')}",
                                            "aria-label": label}).text = "#"

    def _arrivals(self, root: etree.Element) -> None:
        """What was published under another id lands beside its heading; what left the page, where it stood."""
        for arrival in self.md.guide.arrivals:
            holder = etree.Element("moved-section", {"id": arrival.id, "data-pagefind-ignore": ""})
            if not arrival.why:
                holder.set("data-to", "" if arrival.title else self.md.guide.link(arrival.page, arrival.fragment))
            if arrival.title:
                holder.text = self.md.htmlStash.store(self.md.guide.render("moved-section", arrival=arrival).strip())
            parents = _parents(root)
            heading = next((element for element in parents if arrival.before and element.get("id") == arrival.before),
                           None)
            if heading is not None and arrival.title and parents[heading].get("class") == "heading":
                heading = parents[heading]
            parent = root if heading is None else parents[heading]
            parent.insert(len(parent) if heading is None else list(parent).index(heading), holder)

    def _sections(self, root: etree.Element) -> None:
        """`## Words {#id .step}` and `{#id .fold}`: heading and what follows, up to the next, are one element."""
        children: list[etree.Element] = []
        steps: list[etree.Element] = []
        section = None
        for child in root:
            heading = child.find("h2") if child.get("class") == "heading" else None
            classes = [] if heading is None else heading.get("class", "").split()
            if heading is not None and "step" in classes:
                section = self._step(heading, len(steps) + 1)
                section.append(child)
                steps.append(section)
                children.append(section)
            elif "fold" in classes:
                section = _fold(child)
                children.append(section)
            else:
                if _opens_section(child) or child.tag == "moved-section" and section not in steps:
                    section = None
                (children if section is None else section).append(child)
        root[:] = children
        for section in steps:
            self._finish_step(section)
        if steps:
            self._end(steps[-1], first=steps[0].get("aria-labelledby", ""))

    def _step(self, heading: etree.Element, number: int) -> etree.Element:
        """The section that a step's heading opens."""
        heading.attrib.pop("class")
        said = etree.Element("span", {"class": "step-number"})
        said.text = self.md.guide.strings("step", n=number)
        said.tail, heading.text = " " + (heading.text or ""), None
        heading.insert(0, said)
        return etree.Element("section", {"class": "step", "aria-labelledby": heading.get("id", ""),
                                         "data-key": self.md.guide.key("#" + heading.get("id", ""))})

    def _finish_step(self, section: etree.Element) -> None:
        """Right after the heading the drawing of what to press, unless the step has the button itself; at the end what
        can be done with a step: tick it, send it, which takes the place of the heading's own link."""
        context, step, heading = self.md.guide, section.get("aria-labelledby", ""), _heading(section[0])
        title = "".join(heading.itertext()).removeprefix(heading[0].text or "").strip()
        for link in section[0].findall("a"):
            section[0].remove(link)
        if step in context.records.screens and not _has_button([section]):
            section.insert(1, self._component("picture", argument=step))
        foot = etree.SubElement(section, "div", {"class": "step-foot", "data-pagefind-ignore": ""})
        foot.text = self.md.htmlStash.store(
            context.render("step-done", step=step, key=section.get("data-key"))
            + context.render("send-step", step=step, title=title, root=context.root(),
                             said=context.strings["send_title"]))

    def _end(self, last: etree.Element, first: str) -> None:
        """What follows the steps of a way to the end; the bar that names the one in view."""
        context = self.md.guide
        for way in context.ways:
            if way["page"] == context.page:
                title = context.uses.titles[context.language][context.page]
                sending = context.render("send-step", step=first, title=title, root=context.root(),
                                         said=context.strings["done_send"])
                self._after(last[-1], "way-done", way=way, sending=Markup(sending))
        self._after(last[-1], "step-bar", first=first)

    def _come_back(self, root: etree.Element) -> None:
        """Below the first button that opens where a way starts: what is asked of whoever comes back from there."""
        context, parents = self.md.guide, _parents(root)
        for link in root.iter("a"):
            ways = [way for way in context.ways if way["address"] == link.get("href")]
            if ways and "action" in link.get("class", "").split():
                ways = [way for way in ways if way["page"] == context.page] or ways
                here = context.project.site_url + context.project.address(context.page, context.language)
                self._after(parents[link], "come-back", ways=ways, address=link.get("href"), here=here)
                return

    def _cuts(self, root: etree.Element) -> None:
        """Marks where the page template cuts: after the title; on a page whose button stands before its first section,
        after this opening, which is its first screen, and before each part."""
        parts = [child for child in root if child.tag == "section" or child.tag != "h1" and _opens_section(child)]
        opening = list(root)[:list(root).index(parts[0])] if parts else list(root)
        if _has_button(opening):
            screen = etree.Element("div", {"class": "hero-inner first-screen"})
            screen.extend(opening)
            root[:] = [screen, *list(root)[len(opening):]]
        else:
            parts = [following for child, following in pairwise(root) if child.tag == "h1"]
        for part in parts:
            root.insert(list(root).index(part), etree.Element("page-fold"))

    def _behind(self, root: etree.Element) -> None:
        """At the start of each section whose counterpart in another language has changed since the two were compared;
        at its end where it holds the page's button, which comes first."""
        behind = self.md.guide.behind()
        for child, parent in _parents(root).items() if behind else ():
            opens = child.tag == "h1" or child.get("class") == "heading"
            if opens and (items := behind.get("" if child.tag == "h1" else _heading(child).get("id", ""))):
                notice = self._component("behind", items=items, root=self.md.guide.root())
                last = parent is not root and _has_button([parent])
                parent.insert(len(parent) if last else list(parent).index(child) + 1, notice)

    def _after(self, element: etree.Element, name: str, **values: object) -> None:
        """A component drawn right after `element`, with no element of its own around it."""
        element.tail = (element.tail or "") + self.md.htmlStash.store(self.md.guide.render(name, **values))

    def _component(self, name: str, **values: object) -> etree.Element:
        """A component drawn, as an element that Python-Markdown puts its HTML in the place of."""
        holder = etree.Element("p")
        holder.text = self.md.htmlStash.store(self.md.guide.render(name, **values))
        return holder


def _fold(wrapper: etree.Element) -> etree.Element:
    """The section that opens at a touch of its heading, from the heading's wrapper."""
    heading = _heading(wrapper)
    heading.attrib.pop("class")
    fold = etree.Element("details", {"class": "fold"})
    summary = etree.SubElement(fold, "summary", {"class": "heading"})
    fold.extend(child for child in wrapper if child is not heading)
    summary.append(heading)
    return fold


def _has_button(elements: list[etree.Element]) -> bool:
    """Whether the page's main link is in one of these."""
    return any("action" in link.get("class", "").split() for element in elements for link in element.iter("a"))


def _heading(wrapper: etree.Element) -> etree.Element:
    """The heading in its wrapper, which may hold old ids before it."""
    return next(child for child in wrapper if child.tag in ("h2", "h3"))


def _parents(root: etree.Element) -> dict[etree.Element, etree.Element]:
    return {child: parent for parent in root.iter() for child in parent}


def _opens_section(element: etree.Element) -> bool:
    return element.tag in ("h1", "h2") or (element.get("class") == "heading" and element.find("h2") is not None)
