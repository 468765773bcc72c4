"""Typography of the finished pages."""

import pytest


@pytest.mark.parametrize(("path", "html", "words"), [
    ("index.html", "<p>Vraiment ?</p>", "' ?' in text that is in 'fr'"),
    ("index.html", "<p><b>Voici</b> : oui</p>", "' :' in text that is in 'fr'"),
    ("index.html", "<p>l'eau</p>", "in text that is in 'fr'"),
    ("index.html", '<p>"oui"</p>', "in text that is in 'fr'"),
    ("index.html", "<p>« oui\u202f»</p>", "'« ' in text"),
    ("index.html", '<button aria-label="Fermer ?">x</button>', "' ?' in text that is in 'fr'"),
    ("en/index.html", "<p>it's</p>", "in text that is in 'en'"),
    ("en/index.html", '<p>"yes"</p>', "in text that is in 'en'"),
    ("en/index.html", '<p lang="fr">Vraiment ?</p>', "in text that is in 'fr'"),
])
def test_what_was_not_set(guide, built, path, html, words):
    built.edit(path, "</body>", html + "</body>")
    found = guide.built("typography", built.folder)
    assert len(found) == 1 and words in found[0] and "in the record, string or template" in found[0], found


def test_what_is_not_prose_is_left_alone(guide, built):
    built.edit("index.html", "</body>",
               '<pre>a ?</pre><code>l\'a</code><textarea>a ?</textarea><p lang="de">a ?</p><p lang="en">it’s “x” '
               'b</p><time>10:30</time></body>')
    assert guide.built("typography", built.folder) == []
