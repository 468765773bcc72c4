"""Templates, styles and scripts name no other host and make no words into code."""

import pytest


@pytest.mark.parametrize(("path", "text", "words"), [
    ("main.html", '<script src="https://other.org/a.js"></script>', "names an address of another host"),
    ("main.html", '<link rel="stylesheet" href="//other.org/a.css">', "names an address of another host"),
    ("main.html", "<p onclick='x()'>", "an inline handler"),
    ("main.html", "<svg/onload=x()>", "an inline handler"),
    ("main.html", '<p style="color:red">', "an inline style"),
    ("main.html", "<iframe src='x'>", "no use for"), ("main.html", "<base href='x'>", "no use for"), ("main.html", "<object data='x'>", "no use for"),
    ("main.html", '<a href="javascript:x()">', "holds its own content"), ("main.html", '<img src="data:image/png;base64,A">', "holds its own content"),
    ("main.html", '<form action="/x">', "sends the reader's data"), ("main.html", '<link rel="preconnect" href="x">', "sends the reader's data"),
    ("main.html", '<meta http-equiv="refresh" content="0;url=x">', "sends the reader elsewhere"),
    ("main.html", "<script>alert(1)</script>", "an inline script"),
    ("partials/components/x.html", "{{ record.title | safe }}", "leave escaping on"),
    ("assets/css/base.css", "@import 'x.css';", "loads or runs something"),
    ("assets/css/base.css", "p { background: url( //other.org ) }", "loads or runs something"),
    ("assets/css/base.css", "p { background: url(data:image/png;base64,A) }", "loads or runs something"),
    ("assets/css/base.css", "p { background: image-set('//other.org/a.png' 1x) }", "loads or runs something"),
    ("assets/css/base.css", "p { background: u\\72l(a.svg) }", "a name spelt with a backslash"),
    ("assets/css/base.css", "/* ' */ p { background: \\000075rl(a.svg) }", "a name spelt with a backslash"),
    ("assets/css/base.css", "p { background: u\\rl(a.svg) }", "a name spelt with a backslash"),
    ("assets/css/base.css", "/* </style><script> */", "loads or runs something"),
    ("assets/css/base.css", "p::before { content: 'Sign in again' }", "words in a style"),
    ("assets/css/base.css", "@font-face { src: url('https://other.org/a.woff2') }", "names an address"),
    ("assets/js/x.js", 'fetch("https://other.org/")', "names an address"), ("assets/js/x.js", "import('//other.org/a.js')", "names an address"),
    ("assets/js/x.js", "eval(words)", "runs words as code"), ("assets/js/x.js", "new Function(words)", "runs words as code"),
    ("assets/js/x.js", "p.innerHTML = x", "makes words into HTML"),
    ("assets/js/x.js", "document.cookie = 1", "keeps or sends what a reader does"),
    ("assets/js/x.js", "navigator.sendBeacon(x)", "keeps or sends what a reader does"), ("assets/js/x.js", "parent.postMessage(x)", "keeps or sends"),
    ("assets/js/x.js", "[].constructor.constructor(x)()", "runs words as code"), ("assets/js/x.js", "(0, eval)(x)", "runs words as code"),
    ("assets/js/x.js", "window['fe' + 'tch'](x)", "hides the name"), ("assets/js/x.js", "\\u0065val(x)", "hides the name"),
    ("assets/js/x.js", "Reflect.get(window, x)()", "hides the name"), ("assets/js/x.js", "atob(x)", "hides the name"),
    ("assets/js/x.js", "a.href = `https:${x}`", "puts an address together"), ("assets/js/x.js", 'a.href = "//" + x', "puts an address together"),
    ("assets/js/x.js", "const get = fetch;", "loads something"), ("assets/js/x.js", "new Image().src = x", "loads something"),
    ("assets/js/x.js", 'document.createElement("script")', "loads something"), ("assets/js/x.js", "new Worker(x)", "loads something"),
    ("assets/js/x.js", 'p.setAttribute("onclick", x)', "an attribute that runs"), ("assets/js/x.js", "location.href = x", "sends the reader elsewhere"),
    ("assets/js/x.js", "window.open(x)", "sends the reader elsewhere"), ("assets/js/x.js", "//# sourceMappingURL=x.map", "for whoever writes a script"),
    ("main.html", "{% autoescape false %}", "leave escaping on"), ("main.html", "{{ page.meta.title | safe }}", "leave escaping on"),
    ("main.html", "{{ ''.__class__ }}", "reaches into Python"), ("main.html", "{{ x|attr(y) }}", "reaches into Python"),
])
def test_what_the_face_may_not_hold(guide, path, text, words):
    guide.write(f"overrides/{path}", f"\n{text}\n")
    assert any(fault.startswith(f"overrides/{path}:2: ") and words in fault for fault in guide.faults("face")), guide.faults("face")


@pytest.mark.parametrize(("path", "text"), [
    ("main.html", '{{ x | e }}<a href="{{ url }}">x</a>{% if x.startswith("https://") %}<script type="module" src="{{ y }}"></script>'),
    ("main.html", '<svg xmlns="http://www.w3.org/2000/svg">'),
    ("assets/css/base.css", "html { scroll-behavior: smooth } p::before { content: \"\\2192\" / \"\" } /* // it's */"),
    ("assets/js/x.js", "// a comment\nconst online = true; this.click = (event) => event;"),
])
def test_what_it_may_hold(guide, path, text):
    guide.write(f"overrides/{path}", text)
    assert guide.faults("face") == []
