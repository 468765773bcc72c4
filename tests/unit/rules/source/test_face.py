"""Templates, styles and scripts name no other host and make no words into code."""

import pytest


@pytest.mark.parametrize(("path", "texts"), [
    ("main.html", (
        '<script src="https://other.org/a.js"></script>', '<link rel="stylesheet" href="//other.org/a.css">',
        "<p onclick='x()'>", "<svg/onload=x()>", '<p style="color:red">', "<iframe src='x'>", "<base href='x'>",
        "<object data='x'>", '<a href="javascript:x()">', '<img src="data:image/png;base64,A">', '<form action="/x">',
        '<link rel="preconnect" href="x">', '<meta http-equiv="refresh" content="0;url=x">',
        "<script>alert(1)</script>", "{% autoescape false %}", "{{ page.meta.title | safe }}", "{{ ''.__class__ }}",
        "{{ x|attr(y) }}",)),
    ("partials/components/x.html", (
        "{{ record.title | safe }}",)),
    ("assets/css/base.css", (
        "@import 'x.css';", "p { background: url( //other.org ) }", "p { background: url(data:image/png;base64,A) }",
        "p { background: image-set('//other.org/a.png' 1x) }", "p { background: u\\72l(a.svg) }",
        "/* ' */ p { background: \\000075rl(a.svg) }", "p { background: u\\rl(a.svg) }", "/* </style><script> */",
        "p::before { content: 'Sign in again' }", "@font-face { src: url('https://other.org/a.woff2') }",)),
    ("assets/js/x.js", (
        'fetch("https://other.org/")', "import('//other.org/a.js')", "eval(words)", "new Function(words)",
        "p.innerHTML = x", "document.cookie = 1", "navigator.sendBeacon(x)", "parent.postMessage(x)",
        "[].constructor.constructor(x)()", "(0, eval)(x)", "window['fe' + 'tch'](x)", "\\u0065val(x)",
        "Reflect.get(window, x)()", "atob(x)", "a.href = `https:${x}`", 'a.href = "//" + x', "const get = fetch;",
        "new Image().src = x", 'document.createElement("script")', "new Worker(x)", 'p.setAttribute("onclick", x)',
        "location.href = x", "window.open(x)", "//# sourceMappingURL=x.map",)),
    ("assets/icons/x.svg", (
        '<script>x</script>', '<path onload="x()"/>', '<a href="x"/>', '<!DOCTYPE svg>',)),
])
def test_what_the_face_may_not_hold(guide, path, texts):
    guide.write(f"overrides/{path}", "".join(f"{text}\n" for text in texts))
    assert {int(fault.split(":")[1]) for fault in guide.faults("text")} == set(range(1, len(texts) + 1))


@pytest.mark.parametrize(("path", "text"), [
    ("main.html",
     '{{ x | e }}<a href="{{ url }}">x</a>{% if x.startswith("https://") %}<script type="module" src="{{ y '
     '}}"></script>'),
    ("main.html", '<svg xmlns="http://www.w3.org/2000/svg">'),
    ("assets/css/base.css", "html { scroll-behavior: smooth } p::before { content: \"\\2192\" / \"\" } /* // it's */"),
    ("assets/js/x.js", "// a comment\nconst online = true; this.click = (event) => event;"),
])
def test_what_it_may_hold(guide, path, text):
    guide.write(f"overrides/{path}", text)
    assert guide.faults("text") == []
