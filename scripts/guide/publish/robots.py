"""robots.txt (RFC 9309): search engines are welcome, crawlers that gather text to train models are not."""

from pathlib import Path

from guide.content.project import Project

from .files import save

# Product tokens the operators publish for crawlers that collect training data.
TRAINING_CRAWLERS = ("GPTBot", "ClaudeBot", "Google-Extended", "Applebot-Extended", "CCBot", "Meta-ExternalAgent",
                     "Bytespider", "Amazonbot")


def write(project: Project, site: Path) -> None:
    """Write robots.txt. The reasons are on the page `about`, under the id about-ai-crawlers."""
    lines = [f"User-agent: {name}" for name in TRAINING_CRAWLERS]
    lines += ["Disallow: /", "", "User-agent: *", "Allow: /", "", f"Sitemap: {project.site_url}sitemap.xml"]
    save(site / "robots.txt", "\n".join(lines) + "\n")
