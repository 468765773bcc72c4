"""Every page of the guide says what it is about, and its address in every language: search engines go by these, and
hreflang counts only when it is absolute and both pages name each other."""

from guide.content.languages import fallback
from guide.publish.html import documents, drawn


def test_every_page_names_itself_and_its_versions_once(project, site):
    pages = documents(site)
    for path, page in drawn(project).items():
        described = [meta.get("content") for meta in pages[path].all("meta") if meta.get("name") == "description"]
        assert len(described) == 1 and described[0].strip(), path
        versions = {item["language"]: item["url"] for item in project.alternates(page.name)}
        links = [(link.get("rel"), link.get("hreflang"), link.get("href")) for link in pages[path].all("link")]
        assert [href for rel, _, href in links if rel == "canonical"] == [versions[page.language]], path
        assert sorted((code, href) for rel, code, href in links if rel == "alternate" and code) == sorted(
            [*versions.items(), ("x-default", versions[fallback(project.languages)])]), path
