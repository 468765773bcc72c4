"""Shapes the finished tree: heading links, numbered steps, tickable lists, tables, links that leave the site, what is behind."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from guide.content.addresses import step_key
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from ..context import Context

_ALIGN = re.compile(r"text-align:\s*(left|right|center)")


class Structure(Treeprocessor):
    """Runs last, on a tree whose ids and links are already settled."""

    def __init__(self, md: Markdown, context: Context):
        super().__init__(md)
        self.context = context

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
        """Alignment as a class, since the site's policy forbids inline styles; headers repeated for the phone's cards."""
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
        parents = {child: parent for parent in root.iter() for child in parent}
        for items in [element for element in root.iter("ul") if "task-list" in element.get("class", "")]:
            for item in items:
                self._check_item(item)
            parent = parents[items]
            index = list(parent).index(items)
            wrapper = etree.Element("check-list", {"data-count": self.context.strings["check_progress"]})
            wrapper.tail, items.tail = items.tail, None
            parent.remove(items)
            # The count says "0 of 4" before the script does, so that nothing moves when it does.
            count = etree.SubElement(wrapper, "p", {"class": "check-count needs-js", "data-pagefind-ignore": ""})
            count.text = self.context.strings("check_progress", done=0, total=len(items))
            wrapper.append(items)
            parent.insert(index, wrapper)
        if root.find(".//check-list") is not None:
            self._check_progress(root)

    def _check_progress(self, root: etree.Element) -> None:
        """The head of all the page's lists, before the section of the first one."""
        html = self.context.render("check-list", total=len(root.findall(".//check-list//input")))
        holder = etree.Element("p")
        holder.text = self.md.htmlStash.store(html)
        position = next(index for index, child in enumerate(root) if child.tag == "h2" or child.tag == "check-list")
        root.insert(position, holder)

    def _check_item(self, item: etree.Element) -> None:
        link = next(item.iter("a"), None)
        if link is None:
            return
        key = self._key(link.get("href", ""))
        words, rest = "".join(link.itertext()).strip(), (link.tail or "").rstrip()
        href = link.get("href", "")
        item.clear()
        item.set("class", "task")
        box = etree.SubElement(item, "input", {"type": "checkbox", "id": f"done-{key.partition('#')[2]}", "data-key": key})
        label = etree.SubElement(item, "label", {"for": box.get("id", "")})
        label.text = words + rest
        see = self.context.strings["check_see_step"]
        etree.SubElement(item, "a", {"href": href, "aria-label": self.context.strings("check_see_step_label", title=words)}).text = see

    def _key(self, href: str) -> str:
        """What a step's tick is kept under: its first identity, whatever it was called since."""
        key = step_key(href, self.context.page)
        return self.context.first_keys.get(key, key)

    def _headings(self, root: etree.Element) -> None:
        """A link beside each heading, outside it, so that the heading's own name stays clean."""
        for parent in list(root.iter()):
            for index, heading in reversed(list(enumerate(list(parent)))):
                if heading.tag in ("h2", "h3") and heading.get("id"):
                    label = self.context.strings("copy_link", title="".join(heading.itertext()).strip())
                    wrapper = etree.Element("div", {"class": "heading"})
                    wrapper.tail, heading.tail = heading.tail, None
                    parent.remove(heading)
                    wrapper.append(heading)
                    etree.SubElement(wrapper, "a", {"class": "anchor", "href": f"#{heading.get('id')}", "aria-label": label}).text = "#"
                    parent.insert(index, wrapper)

    def _arrivals(self, root: etree.Element) -> None:
        """What was published under another id lands beside its heading; what left the page, where it stood."""
        for arrival in self.context.arrivals:
            holder = etree.Element("moved-section", {"id": arrival.id, "data-pagefind-ignore": ""})
            if not arrival.why:
                holder.set("data-to", self.context.link(arrival.page, arrival.fragment))
            if arrival.title:
                holder.text = self.md.htmlStash.store(self.context.render("moved-section", arrival=arrival).strip())
            parents = {child: parent for parent in root.iter() for child in parent}
            heading = next((element for element in root.iter() if arrival.before and element.get("id") == arrival.before), None)
            if heading is not None and arrival.title and parents[heading].get("class") == "heading":
                heading = parents[heading]
            parent = root if heading is None else parents[heading]
            parent.insert(len(parent) if heading is None else list(parent).index(heading), holder)

    def _steps(self, root: etree.Element) -> None:
        """`## Words {#id .step}`: the heading and what follows become a section; its number is said in words."""
        number, children = 0, list(root)
        for index, child in enumerate(children):
            heading = child.find("h2") if child.get("class") == "heading" else None
            if heading is None or "step" not in heading.get("class", "").split():
                continue
            number += 1
            heading.attrib.pop("class")
            section = etree.Element("section", {"class": "step", "aria-labelledby": heading.get("id", ""),
                                                "data-key": self._key("#" + heading.get("id", ""))})
            etree_number = etree.Element("span", {"class": "step-number"})
            etree_number.text = self.context.strings("step", n=number)
            etree_number.tail, heading.text = " " + (heading.text or ""), None
            heading.insert(0, etree_number)
            position = list(root).index(child)
            for follower in children[index:]:
                if follower is not child and _opens_section(follower):
                    break
                root.remove(follower)
                section.append(follower)
            if heading.get("id") in self.context.records.screens:
                section.insert(1, self._step_picture(heading.get("id", "")))
            section.append(self._step_foot(heading, section.get("data-key", ""), first=number == 1))
            root.insert(position, section)

    def _folds(self, root: etree.Element) -> None:
        """A mark where the page template cuts: after the title, on the home page before each part."""
        for index, child in reversed(list(enumerate(root))):
            if self.context.page == "index.md" and _opens_section(child) and child.tag == "div":
                root.insert(index, etree.Element("page-fold"))
            elif self.context.page != "index.md" and child.tag == "h1":
                fold = etree.Element("page-fold")
                fold.tail, child.tail = child.tail, None
                root.insert(index + 1, fold)

    def _behind(self, root: etree.Element) -> None:
        """At the start of each section whose counterpart in another language has changed since the two were compared."""
        behind = self.context.behind()
        for parent in list(root.iter()) if behind else ():
            for index, child in reversed(list(enumerate(list(parent)))):
                opens = child.tag == "h1" or child.get("class") == "heading"
                if opens and (items := behind.get("" if child.tag == "h1" else child[0].get("id", ""))):
                    holder = etree.Element("p")
                    holder.text = self.md.htmlStash.store(self.context.render("behind", items=items, root=self.context.root()))
                    parent.insert(index + 1, holder)

    def _step_picture(self, step: str) -> etree.Element:
        """The drawing of what to press, right after the heading."""
        holder = etree.Element("p")
        holder.text = self.md.htmlStash.store(self.context.render("picture", argument=step))
        return holder

    def _step_foot(self, heading: etree.Element, key: str, first: bool) -> etree.Element:
        """What can be done with a step: tick it, send it. The first one brings the words they share."""
        context, step = self.context, heading.get("id", "")
        title = "".join(heading.itertext()).removeprefix(heading[0].text or "").strip()
        foot = etree.Element("div", {"class": "step-foot", "data-pagefind-ignore": ""})
        foot.text = self.md.htmlStash.store(
            (context.render("step-words") if first else "") + context.render("step-done", step=step, key=key)
            + context.render("send-step", step=step, title=title, root=context.root())
        )
        return foot


def _opens_section(element: etree.Element) -> bool:
    return element.tag in ("h1", "h2") or (element.get("class") == "heading" and element.find("h2") is not None)
