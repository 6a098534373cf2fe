"""
What the check of the pages' markup finds, and what it leaves alone.
"""

from __future__ import annotations

import pytest

from markup import slips


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("<p>One<br>two <em>three</em> &amp; four.</p>", []),
        ("<ul>\n<li><p>One</p></li>\n</ul>", []),
        ("<svg><path d='M0 0'/><a href='x'><text>y</text></a></svg>", []),
        ("<p>One", ["<p> is never closed"]),
        ("<p><em>One</p></em>", ["</p> closes something else", "</em> closes something else"]),
        ("<p><div>One</div></p>", ["<div> in <p>"]),
        ("<h2><span><ul></ul></span></h2>", ["<ul> in <h2>"]),
        ("<ul><p>One</p></ul>", ["<p> in <ul>"]),
        ("<ul>One</ul>", ["text in <ul>"]),
        ("<a href='x'><a href='y'>z</a></a>", ["<a> in <a>"]),
        ("<a href='x' href='y'>z</a>", ["an attribute twice in <a>"]),
        ("<p>a &eacute; b</p>", ["&eacute; is typed as the character itself"]),
    ],
)
def test_slips_are_found_with_their_place(typed: str, found: list[str]) -> None:
    """Each is one line; what is right gives none."""
    assert [slip.split(": ", 1)[1] for slip in slips(f"<!DOCTYPE html>{typed}")] == found


def test_a_page_without_a_doctype_is_found() -> None:
    """Browsers would lay it out as pages of the last century."""
    assert slips("<p>One</p>") == ["1:1: no doctype"]
