"""
What the tests of drawings share: made-up facts, and macros as the site calls them.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html

from building import PROJECT
from dossier.model import Fact

SVG = "{http://www.w3.org/2000/svg}"


def fact(id_: str, **fields: Any) -> Fact:
    """A fact of which only some fields matter."""
    plain = {"text": "It rained.", "kind": "event", "voice": "reporting", "cite": {"gazette-report 1": "was founded in"}, "added": "2026-01-02"}
    return Fact.model_validate({"id": id_, **plain, **fields})


def page_with(template: str, macro: str, *arguments: Any, **named: Any) -> html.HtmlElement:
    """What a macro in ``drawings/`` writes, with autoescape and StrictUndefined as on the site."""
    loader = FileSystemLoader(PROJECT / "themes/broadsheet/templates")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    module: Any = environment.get_template(f"drawings/{template}.html").module
    return html.fragment_fromstring(str(getattr(module, macro)(*arguments, **named)), create_parent="main")


def assert_sound(page: html.HtmlElement) -> None:
    """Every drawing has a title and a description, no id is there twice, every pattern is there, and every link has a name."""
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for drawing in page.xpath(".//svg[not(@aria-hidden)]"):
        assert drawing.get("role") == "group"
        assert set(drawing.get("aria-labelledby").split()) <= set(ids)
        assert drawing.xpath("string(title)").strip()
        assert drawing.xpath("string(desc)").strip()
        for link in drawing.xpath(".//a"):
            assert link.get("href")
            assert (link.get("aria-label") or link.text_content()).strip()
    for fill in page.xpath(".//@fill[starts-with(., 'url')]"):
        assert fill.removeprefix("url(#").removesuffix(")") in ids
