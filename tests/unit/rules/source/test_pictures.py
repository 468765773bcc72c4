"""Pictures are pictures and nothing else."""

import struct
import zlib

import pytest

PATH = "docs/assets/map.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Map</title>{}</svg>'


def png(width: int = 1, extra: bytes = b"", after: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0)) + extra + chunk(b"IDAT", zlib.compress(b"\0\0"))
            + chunk(b"IEND", b"") + after)


@pytest.mark.parametrize(("inside", "words"), [
    ("<script>x</script>", "holds <script>"), ("<foreignObject/>", "holds <foreignObject>"), ("<image href='x.png'/>", "holds <image>"),
    ("<use href='https://other.org#a'/>", "holds <use>"),
    ("<a href='second/'><path/></a>", "holds <a>"), ("<animate attributeName='href'/>", "holds <animate>"), ("<set/>", "holds <set>"),
    ("<iframe/>", "holds <iframe>"),
    ("<path onload='x()'/>", "onload= on <path>"), ("<path style='fill:red'/>", "save it as optimized SVG"),
    ("<path style='fill:url(//other.org)'/>", "reaches out of the drawing"),
    ("<path fill='url(https://other.org)'/>", "reaches out of the drawing"),
    ("<style>@import 'https://other.org/a.css';</style>", "the style reaches out"), ("<style>p{fill:url(//other.org)}</style>", "the style reaches out"),
    ("<style>@im\\port 'x'</style>", "the style reaches out"), ("<style><![CDATA[@font-face{}]]></style>", "the style reaches out"),
    ("<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>", "holds <x:script>"), ("<g xmlns='http://www.w3.org/1999/xhtml'/>", "declares the vocabulary"),
    ("<?xml-stylesheet href='x'?>", "an instruction to the reader"), ("<path>", "is not well-formed XML"),
])
def test_an_svg_that_is_more_than_a_drawing(guide, inside, words):
    guide.write(PATH, SVG.format("\n" + inside))
    found = guide.faults("pictures")
    assert any(fault.startswith(f"{PATH}:2: ") and words in fault for fault in found), found


@pytest.mark.parametrize("head", ['<!DOCTYPE svg SYSTEM "https://other.org/x.dtd">', '<!DOCTYPE svg [<!ENTITY a "x">]>'])
def test_an_svg_with_a_document_type(guide, head):
    guide.write(PATH, head + SVG.format("<text>&a;</text>"))
    guide.only("pictures", f"{PATH}:1", "has a document type")


@pytest.mark.parametrize(("data", "words"), [
    (b"<html>", "is no PNG"), (png(30_000), "is 30000 by 1 pixels"), (png(after=b"<script>"), "goes on after the picture ends"), (png()[:-6], "is cut off"),
    (png(extra=struct.pack(">I4s", 2, b"tEXt") + b"ab" + b"\0\0\0\0"), "holds more than a picture"),
])
def test_a_png_that_is_more_than_a_picture(guide, data, words):
    guide.write("docs/assets/map.png", data)
    guide.only("pictures", "docs/assets/map.png:1", words)


def test_plain_pictures(guide):
    guide.write(PATH, SVG.format("<style>path{fill:red}</style><g fill='#123'><path d='M0 0h9'/><text x='1'>A &amp; B</text></g>"))
    guide.write("docs/assets/map.png", png())
    assert guide.faults("pictures") == []
