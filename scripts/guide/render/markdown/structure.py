"""Shapes the finished tree: heading links, numbered steps, tickable lists, tables, links that leave the site, what is
behind."""

import re
import xml.etree.ElementTree as etree

from guide.content.addresses import step_key
from markdown.treeprocessors import Treeprocessor

_ALIGN = re.compile(r"text-align:\s*(left|right|center)")


class Structure(Treeprocessor):
    """Runs last, on a tree whose ids and links are already settled."""

    def run(self, root: etree.Element) -> None:
        self._external_links(root)
        self._tables(root)
        self._check_lists(root)
        self._headings(root)
        self._arrivals(root)
        self._steps(root)
        self._folds(root)
        self._behind(root)

    def _external_links(self, root: etree.Element) -> None:
        for link in root.iter("a"):
            if link.get("href", "").startswith(("https:", "http:")):
                link.set("rel", "external")

    def _tables(self, root: etree.Element) -> None:
        """Alignment as a class, since the site's policy forbids inline styles; headers repeated for the phone's
        cards."""
        for table in root.iter("table"):
            names = ["".join(cell.itertext()) for cell in table.iter("th")]
            for cell in [*table.iter("th"), *table.iter("td")]:
                if match := _ALIGN.search(cell.attrib.pop("style", "")):
                    cell.set("class", f"align-{match[1]}")
            for cell in table.iter("th"):
                cell.set("scope", "col")
            for row in table.findall("tbody/tr"):
                for name, cell in zip(names, row, strict=False):
                    cell.set("data-label", name)

    def _check_lists(self, root: etree.Element) -> None:
        """`- [ ] [action](page.md#step) words`: the link's target is the item's key, the same in every language."""
        parents, strings = _parents(root), self.md.guide.strings
        for items in [element for element in root.iter("ul") if "task-list" in element.get("class", "")]:
            for item in items:
                self._check_item(item)
            wrapper = _wrapped(items, parents[items],
                               etree.Element("check-list", {"data-count": strings["check_progress"]}))
            # The count says "0 of 4" before the script does, so that nothing moves when it does.
            count = etree.Element("p", {"class": "check-count needs-js", "data-pagefind-ignore": ""})
            count.text = strings("check_progress", done=0, total=len(items))
            wrapper.insert(0, count)
        if root.find(".//check-list") is not None:  # the head of all the page's lists, before the section of the first
            position = next(index for index, child in enumerate(root) if child.tag in ("h2", "check-list"))
            root.insert(position, self._component("check-list", total=len(root.findall(".//check-list//input"))))

    def _check_item(self, item: etree.Element) -> None:
        link = next(item.iter("a"), None)
        if link is None:
            return
        key = self._key(link.get("href", ""))
        words, rest = "".join(link.itertext()).strip(), (link.tail or "").rstrip()
        href = link.get("href", "")
        item.clear()
        item.set("class", "task")
        box = etree.SubElement(item, "input",
                               {"type": "checkbox", "id": f"done-{key.partition('#')[2]}", "data-key": key})
        label = etree.SubElement(item, "label", {"for": box.get("id", "")})
        label.text = words + rest
        see = self.md.guide.strings["check_see_step"]
        etree.SubElement(item, "a", {"href": href, "aria-label": self.md.guide.strings("check_see_step_label",
                                                                                       title=words)}).text = see

    def _key(self, href: str) -> str:
        """What a step's tick is kept under: its first identity, whatever it was called since."""
        key = step_key(href, self.md.guide.page)
        return self.md.guide.first_keys.get(key, key)

    def _headings(self, root: etree.Element) -> None:
        """A link beside each heading, outside it, so that the heading's own name stays clean."""
        parents = _parents(root)
        for heading in [element for element in root.iter() if element.tag in ("h2", "h3") and element.get("id")]:
            label = self.md.guide.strings("copy_link", title="".join(heading.itertext()).strip())
            wrapper = _wrapped(heading, parents[heading], etree.Element("div", {"class": "heading"}))
            link = {"class": "anchor", "href": f"#{heading.get('id')}", "aria-label": label}
            etree.SubElement(wrapper, "a", link).text = "#"

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

    def _steps(self, root: etree.Element) -> None:
        """`## Words {#id .step}`: the heading and what follows become a section; its number is said in words."""
        children: list[etree.Element] = []
        steps: list[etree.Element] = []
        section = None
        for child in root:
            heading = child.find("h2") if child.get("class") == "heading" else None
            if heading is not None and "step" in heading.get("class", "").split():
                section = self._step(heading, len(steps) + 1)
                steps.append(section)
                children.append(section)
            elif _opens_section(child):
                section = None
            (children if section is None else section).append(child)
        root[:] = children
        for section in steps:
            self._finish_step(section, first=section is steps[0])

    def _step(self, heading: etree.Element, number: int) -> etree.Element:
        """The section that a step's heading opens."""
        heading.attrib.pop("class")
        identifier = heading.get("id", "")
        said = etree.Element("span", {"class": "step-number"})
        said.text = self.md.guide.strings("step", n=number)
        said.tail, heading.text = " " + (heading.text or ""), None
        heading.insert(0, said)
        return etree.Element("section", {"class": "step", "aria-labelledby": identifier,
                                         "data-key": self._key("#" + identifier)})

    def _finish_step(self, section: etree.Element, first: bool) -> None:
        """Right after the heading the drawing of what to press; at the end what can be done with a step: tick it, send
        it. The first step brings the words they share."""
        context, step, heading = self.md.guide, section.get("aria-labelledby", ""), _heading(section[0])
        title = "".join(heading.itertext()).removeprefix(heading[0].text or "").strip()
        if step in context.records.screens:
            section.insert(1, self._component("picture", argument=step))
        foot = etree.SubElement(section, "div", {"class": "step-foot", "data-pagefind-ignore": ""})
        foot.text = self.md.htmlStash.store(
            (context.render("step-words") if first else "")
            + context.render("step-done", step=step, key=section.get("data-key"))
            + context.render("send-step", step=step, title=title, root=context.root())
        )

    def _folds(self, root: etree.Element) -> None:
        """A mark where the page template cuts: after the title, on the home page before each part."""
        for index, child in reversed(list(enumerate(root))):
            if self.md.guide.page == "index.md" and _opens_section(child) and child.tag == "div":
                root.insert(index, etree.Element("page-fold"))
            elif self.md.guide.page != "index.md" and child.tag == "h1":
                fold = etree.Element("page-fold")
                fold.tail, child.tail = child.tail, None
                root.insert(index + 1, fold)

    def _behind(self, root: etree.Element) -> None:
        """At the start of each section whose counterpart in another language has changed since the two were
        compared."""
        behind = self.md.guide.behind()
        for child, parent in _parents(root).items() if behind else ():
            opens = child.tag == "h1" or child.get("class") == "heading"
            if opens and (items := behind.get("" if child.tag == "h1" else _heading(child).get("id", ""))):
                notice = self._component("behind", items=items, root=self.md.guide.root())
                parent.insert(list(parent).index(child) + 1, notice)

    def _component(self, name: str, **values: object) -> etree.Element:
        """A component drawn, as an element that Python-Markdown puts its HTML in the place of."""
        holder = etree.Element("p")
        holder.text = self.md.htmlStash.store(self.md.guide.render(name, **values))
        return holder


def _heading(wrapper: etree.Element) -> etree.Element:
    """The heading in its wrapper, which may hold old ids before it."""
    return next(child for child in wrapper if child.tag in ("h2", "h3"))


def _parents(root: etree.Element) -> dict[etree.Element, etree.Element]:
    return {child: parent for parent in root.iter() for child in parent}


def _wrapped(child: etree.Element, parent: etree.Element, wrapper: etree.Element) -> etree.Element:
    """`wrapper`, put in the place of `child`, with `child` in it."""
    wrapper.tail, child.tail = child.tail, None
    parent[list(parent).index(child)] = wrapper
    wrapper.append(child)
    return wrapper


def _opens_section(element: etree.Element) -> bool:
    return element.tag in ("h1", "h2") or (element.get("class") == "heading" and element.find("h2") is not None)
