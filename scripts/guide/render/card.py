"""What a page's card says: the picture shown where a link to the page is shared. Its words are the page's own.

Every page has a card, but those about the guide itself, which show that of the page `about`. The picture itself is
drawn by guide/publish/cards.py.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from guide.content import dates
from guide.content.languages import typeset
from guide.content.pages import Page
from guide.content.project import Project, plain

WIDTH, HEIGHT = 1200, 630
FOLDER = "cards"
HOME = "index.md"


@dataclass(frozen=True)
class Card:
    """The words of one card. `marks` is the part of `title` that is underlined, or an empty text."""

    name: str
    language: str
    title: str
    marks: str
    text: str
    time: str
    date: str
    host: str
    site: str
    home: bool


def holder(project: Project, name: str) -> str:
    """The page whose card the page `name` shows."""
    return project.the("about") if name in project.with_role("service", "changes", "translations") else name


def file_name(name: str, language: str) -> str:
    """`opt-out/web.md` in French: `opt-out-web.fr.png`. No hash, so that an address shared once keeps its picture."""
    return f"{name.removesuffix('.md').replace('/', '-')}.{language}.png"


def address(project: Project, name: str, language: str) -> str:
    """The absolute address of the card shown for a page."""
    return f"{project.site_url}{FOLDER}/{file_name(holder(project, name), language)}"


def title(project: Project, name: str, language: str) -> str:
    """What the card of a page has in large letters: its text alternative."""
    return next(page_card(project, page).title for page in project.versions(holder(project, name))
                if page.language == language)


def cards(project: Project) -> list[Card]:
    """Every card of every language, in the order of the pages."""
    return [page_card(project, page) for page in project.pages if holder(project, page.name) == page.name]


def page_card(project: Project, page: Page) -> Card:
    """The words of a page's own card: the home page's heading and answer, another's title and description."""
    strings, language = project.strings[page.language], page.language

    def text(value: object) -> str:
        return typeset(plain(str(value), project, language), language)

    front, home = page.sound_front, page.name == HOME
    heading = next((item.text for item in page.headings if item.level == 1), "") if home else ""
    lead, _, rest = heading.partition("*")
    marks, _, end = rest.partition("*")
    minutes, claims = front.get("minutes"), project.records.claims
    cited = [claims[citation.id] for citation in page.citations if citation.id in claims]
    # the oldest reading of a claim the page cites, else of any claim
    read_on = min((claim["read_on"] for claim in cited or claims.values()), default=dates.UNKNOWN)
    return Card(
        file_name(page.name, language), language,
        title=text(lead + marks + end) if home else text(front.get("title", "")), marks=text(marks),
        text=text(front.get("answer" if home else "description", "")),
        time=strings.count("minutes", int(minutes)) if minutes else "",
        date=strings("card_read", date=dates.unbroken(read_on, language)),
        host=urlsplit(project.site_url).netloc, site=strings["site_name"], home=home)
