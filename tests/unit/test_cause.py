"""A template that cannot be drawn is named with its line, a file that cannot be read by its name."""

import jinja2
import pytest
from guide.preview import cause


def test_the_line_of_the_template(tmp_path, subtests):
    folder = tmp_path / "overrides"
    folder.mkdir()
    (folder / "part.html").write_text("\n{{ missing.name }}", "utf-8")
    for text, name, line, words in (
        ("a\n{% if %}", "main", 2, "Expected an expression, got 'end of statement block'"),
        ("a\n\n{% include 'gone.html' %}", "main", 3, "there is no template gone.html"),
        ("{{ nothing.at.all }}", "main", 1, "'nothing' is undefined"),
        ("a\n{% include 'part.html' %}", "part", 2, "'missing' is undefined"),
    ):
        (folder / "main.html").write_text(text, "utf-8")
        with subtests.test(text):
            with pytest.raises(jinja2.TemplateError) as raised:
                jinja2.Environment(loader=jinja2.FileSystemLoader(folder)).get_template("main.html").render()
            assert str(cause(raised.value,
                             tmp_path)) == f"overrides/{name}.html:{line}: {words}; mend what this line asks for"


def test_a_template_that_no_other_asks_for(tmp_path):
    with pytest.raises(jinja2.TemplateNotFound) as raised:
        jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path)).get_template("main.html")
    assert str(cause(raised.value, tmp_path)) == "overrides: there is no template main.html; put it back"


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(OSError) as raised:
        (tmp_path / "gone.css").read_text()
    assert str(cause(raised.value,
                     tmp_path)) == ("gone.css: cannot be read (No such file or directory); check the name and the "
                                    "permissions")


def test_other_errors_are_not_its_own(tmp_path):
    assert cause(KeyError("x"), tmp_path) is cause(OSError("x"), tmp_path) is None
