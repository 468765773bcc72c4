"""Only elements and attributes we mean to send."""



HTML = [
    ("<iframe src=second/></iframe>", "a <iframe> in the page"), ("<object data=x></object>", "a <object>"),
    ("<embed src=x>", "a <embed>"),
    ("<base href=x>", "a <base>"),
    ("<applet></applet>", "a <applet>"), ("<marquee>x</marquee>", "a <marquee>"),
    ("<math><mtext>x</mtext></math>", "a <math>"),
    ("<audio src=x></audio>", "a <audio>"),
    ("<svg><foreignObject></foreignObject></svg>", "a <foreignObject>"),
    ("<svg><use xlink:href=x></use></svg>", "xlink:href= on <use>"),
    ("<svg><animate></animate></svg>", "a <animate>"),
    ("<form action=x></form>", "action= on <form>"), ("<button formaction=x>x</button>", "formaction= on <button>"),
    ("<a href='#second-two' ping=x>x</a>", "ping= on <a>"),
    ("<a href='./' target=_blank>x</a>", "target= on <a>"), ("<p contenteditable>x</p>", "contenteditable= on <p>"),
    ("<p accesskey=s>x</p>", "accesskey= on <p>"),
    ("<p autofocus>x</p>", "autofocus= on <p>"),
    ("<template shadowrootmode=open></template>", "shadowrootmode= on <template>"),
    ("<img srcdoc=x alt=''>", "srcdoc= on <img>"),
    ("<script nonce=x src=assets/site.0123456789.js></script>", "nonce= on <script>"),
    ('<p style="color:red">x</p>', "style= on <p>"),
    ("<style>p{}</style>", "a <style>"),
    ('<script type="module">alert(1)</script>', "an inline <script>"), ("<p onclick='x()'>x</p>", "onclick= on <p>"),
    ("<a href='./'><svg class=icon></svg></a>", "a <a> without words"),
    ("<a href='./'><img alt=''></a>", "a <a> without words"),
    ("<button type=button> <svg class=icon></svg></button>", "a <button> without words"),
]


def test_what_no_page_may_hold(guide, built):
    built.edit("en/index.html", "</body>", "\n".join(["", *(html for html, _ in HTML), "</body>"]))
    found = guide.built("elements", built.folder)
    assert [words for _, words in HTML if not any(words in fault for fault in found)] == [], found


def test_the_line_is_that_of_the_source_where_it_can_be_found(guide, built):
    line = guide.append("docs/en/index.md", "\n*a*{ping=secret-place}") + 1
    built.edit("en/index.html", "</body>", "<a href='./' ping=secret-place>x</a></body>")
    assert guide.built("elements", built.folder)[0].startswith(f"docs/en/index.md:{line}: ping= on <a>")


def test_what_a_page_may_hold(guide, built):
    built.edit("en/index.html", "</body>",
               "<your-data data-x=1><p class=a lang=fr aria-label=x hidden>x</p></your-data></body>")
    assert guide.built("elements", built.folder) == []
    built.edit("en/index.html", "</body>",
               "<button aria-label=Close><svg class=icon></svg></button><a href='./'><img alt=Map></a></body>")
    assert guide.built("elements", built.folder) == []


def test_the_single_file_may_hold_its_style_and_nothing_else(guide, built):
    page = ('<!doctype html><html lang="en"><head><title>x</title><style>p{}</style></head><body><p '
            'style="a">x</p></body></html>')
    built.write("guide-en.html", page)
    assert [fault.split(",")[0]
            for fault in guide.built("elements", built.folder)] == ["site/guide-en.html:1: style= on <p>"]
