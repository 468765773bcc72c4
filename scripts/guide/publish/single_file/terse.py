"""A tree written in as few bytes as HTML allows: end tags that may be left out are, and quotes where a value needs
none.

(HTML, 13.1.2.4 "Optional tags" and 13.1.2.3 "Attributes".) A guide of this length has ten thousand of them.
"""

import re

from ..html import Node, write

_BLOCK = ("(?:address|article|aside|blockquote|dd|details|div|dl|dt|figure|figcaption|footer|form|h[1-6]|header|hr|li|"
          "main|nav"
          r"|ol|p|pre|section|summary|table|caption|thead|tbody|tr|td|th|ul)(?![\w-])")
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.S)
_SPACES = re.compile(rf" *(</?(?:{_BLOCK}|br\b)[^>]*>) *")  # where a block starts or ends, they show as nothing
_TAG = re.compile(r"<[a-z][^>]*>")
_VALUE = re.compile(r"""="([^\s"'=<>`]*[^\s"'=<>`/])\"""")
# Nothing but their like, or the parent's end, can follow the first; a paragraph ends where a block begins or its parent
# ends.
_ENDS = re.compile(rf"</(?:li|dt|dd|tr|td|th)>|</p>(?=$|</|<{_BLOCK})")


def terse(node: Node) -> str:
    """The children of `node` as HTML."""
    parts = _PRE.split("".join(map(write, node.children)))
    parts[::2] = [_SPACES.sub(r"\1", part).strip(" ") for part in parts[::2]]
    return _ENDS.sub("", _TAG.sub(lambda tag: _VALUE.sub(r"=\1", tag[0]), "".join(parts)))
