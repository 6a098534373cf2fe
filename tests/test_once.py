"""
What stands in a ``once`` tag is rendered once for a thing and what it depends on.
"""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment, TemplateSyntaxError


class Thing:
    """Keeps what was rendered of it, and counts how often it is looked at."""

    def __init__(self, name: str) -> None:
        self.rendered: dict[Any, Any] = {}
        self._name = name
        self.looks = 0

    @property
    def name(self) -> str:
        """Its name."""
        self.looks += 1
        return self._name


@pytest.fixture
def environment() -> Environment:
    """Templates that escape."""
    return Environment(extensions=["dossier.once.Once"], autoescape=True)


def test_it_is_rendered_once_for_each_dependency(environment: Environment) -> None:
    """Another thing, or another value, is rendered anew; what was escaped stays so, and is not escaped twice."""
    template = environment.from_string("{% once thing, root %}{{ root }}<b>{{ thing.name }}</b>{% endonce %}")
    one, other = Thing("A & B"), Thing("C")

    texts = [template.render(thing=thing, root=root) for thing, root in ((one, "./"), (one, "./"), (one, "../"), (other, "./"))]

    assert texts == ["./<b>A &amp; B</b>", "./<b>A &amp; B</b>", "../<b>A &amp; B</b>", "./<b>C</b>"]
    assert (one.looks, other.looks) == (2, 1)


def test_two_tags_are_kept_apart(environment: Environment) -> None:
    """In one template, and in two."""
    thing = Thing("A")
    first = environment.from_string("{% once thing %}one {{ thing.name }}{% endonce %}\n{% once thing %}two {{ thing.name }}{% endonce %}")

    assert first.render(thing=thing) == "one A\ntwo A"
    assert first.render(thing=thing) == "one A\ntwo A"


def test_a_tag_that_does_not_end_is_an_error(environment: Environment) -> None:
    """With its line, as of any other."""
    with pytest.raises(TemplateSyntaxError, match="once"):
        environment.from_string("{% once thing %}")
