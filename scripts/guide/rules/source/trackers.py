"""An address in a record leads where it says, and tells nobody who sent the reader: no shortener, no forwarding, no tracking.

A short address hides its target and can change it; a parameter such as utm_source says where the reader comes from, which is what this
guide promises not to do. The lists are those of the large campaign tools and of the shorteners in common use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from guide.content.faults import Fault
from guide.content.project import Project
from guide.content.records import texts

from ..hosts import host_of

SHORTENERS = frozenset((
    "adf.ly aka.ms bl.ink dub.sh goo.su ht.ly kutt.it lnk.bio shorturl.com soo.gd t2m.io "
    "amzn.to apple.co bit.do bit.ly bitly.com buff.ly chng.it cli.gs cutt.ly db.tt dlvr.it fb.me flip.it forms.gle g.co git.io goo.gl "
    "hubs.la hubs.li ift.tt is.gd j.mp linktr.ee lnkd.in mailchi.mp msft.it n9.cl ow.ly pca.st pin.it po.st qr.ae rb.gy rebrand.ly redd.it "
    "s.id s2r.co shorturl.at shorte.st smarturl.it snip.ly spoti.fi surl.li t.co t.ly t.me tiny.cc tiny.one tinyurl.com tr.im trib.al tumblr.co "
    "ampproject.org app.link doubleclick.net onelink.me page.link translate.goog urldefense.com "
    "u.to urlz.fr v.gd vk.cc wa.me wp.me x.co x.gd youtu.be yt.be").split())
_TRACKS = re.compile(
    r"utm_?\w*|(?:fb|g|d|gb|wb|tt|tw|y|igsh|sc|epi|rdt_)c?l?id|msclkid|gclsrc|igsh(?:id)?|srsltid|_ga|_gl|_hs\w+|hsctatracking|__hs\w+|mc_[ce]id|mkt_tok|"
    r"ml_subscriber\w*|oly_\w+_id|vero_\w+|wickedid|trk\w*|trackingid|tracking|lipi|li_\w+|midtoken|midsig|refid_src|ref_?(?:src|url)?|referrer|"
    r"xtor|xts|at_(?:campaign|medium|\w+)|pk_\w+|piwik_\w+|mtm_\w+|matomo_\w+|s_?cid|cmpid|wt[._]mc\w*|spm|scm|si|ncid|nr_email_referer|guce\w*|"
    r"gad_\w+|[gw]braid|_?lic[iu]|rcm|mibextid|feature|share|j?session_?id|phpsessid|token|campaign\w*|cmp|"
    r"cvid|ocid|source_?id|_branch_\w+|yclid|ysclid|_openstat|zanpid|dm_i|ef_id|affiliate\w*|aff_?id|partner_?id", re.I)
_ADDRESS = re.compile(r"(?:https?:)?//[^\s\"<>]+", re.I)  # the whole text, or within one
_FORWARDS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}|www\.", re.I)


def check(project: Project) -> Iterator[Fault]:
    for _, record in project.records:
        for keys, text in texts(record):
            for address in _ADDRESS.findall(text):
                if message := wrong(address, archived=keys[0] == "archive"):
                    yield Fault(record.path, record.at(*keys), f"{record.id}: {message}")


def wrong(address: str, archived: bool = False) -> str:
    """What is wrong with an address in this respect; nothing when it is sound. That of an archived copy may hold the original's."""
    host = host_of(address)
    if any(host == short or host.endswith("." + short) for short in SHORTENERS):
        return f"{host} shortens addresses and hides where they lead; open it and write the address it leads to"
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""  # reported by `addresses`
    if not archived and (inner := re.search(r"/https?:/.*", unquote(parts.path), re.I)):
        return f"the address forwards to another ({inner[0][1:41]}); write that one, or put that of a copy in archive:"
    for field in re.split(r"[&;?]", f"{parts.query}&{parts.fragment}&{parts.path.partition(';')[2]}"):
        name, _, value = unquote(unquote(field)).partition("=")
        if _TRACKS.fullmatch(name.strip()):
            return f"the address tracks its readers ({name.strip()[:30]}); remove that parameter and see that the address still opens"
        if _FORWARDS.match(value.strip()):
            return f"the address forwards to another ({value.strip()[:40]}); write that one, if it is what readers need"
    return ""
