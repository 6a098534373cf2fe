"""
Writes what was read into the parts of a document that stand between marks; the rest of it is written by hand.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from dossier.dossier import Dossier
from dossier.sharing import Sharing
from dossier.views.sections import SectionLink
from dossier.views.templates import EXTENDED, VIEWS, WITHOUT_VIEW

from . import theme
from .fields import fields_of, is_mere_term, is_plain, reachable
from .kinds import either
from .reading import Reader
from .words import Names

PROJECT = Path(__file__).parent.parent.parent
DOCUMENT = PROJECT / "docs/theming.md"
TEMPLATES = PROJECT / "themes/broadsheet/templates"
STYLES = PROJECT / "themes/broadsheet/static/css"

GIVEN: dict[str, tuple[Any, str]] = {
    "view": ("what the page shows", "An object of the class that [the table of templates](#the-templates) names. Pages and stories in Markdown, and `404.html`, have none: ask `view is defined`."),
    "dossier": (Dossier, "The whole dossier; most often its `settings`."),
    "root": (str, "The way from this page to the site's root, which ends in a slash: every address of a view begins there, `{{ root }}{{ view.url }}`. `base.html` sets it. Macros do not see it, and are given it."),
    "site_url": (str, "The site's public address, without a slash at its end; empty where it has none."),
    "sections": (tuple[SectionLink, ...], "What the navigation names."),
    "sharing": (Sharing, "Makes what the head of each page tells programs."),
    "drawings": (list[str], "Set by a template that extends `base.html`: the drawings on its page, whose style sheets are then linked, `drawings-NAME.css`."),
    "SITEURL": (str, "Pelican's: within a page, the relative way to the root. Use `root`."),
    "output_file": (str, "Pelican's: the page itself, from the site's root; for pages without a view."),
    "articles": ("list of stories", "Pelican's: the stories in Markdown, each with `title`, `url` and `date`."),
    "pages": ("list of pages", "Pelican's: the pages in Markdown, each with `title` and `url`."),
    "article": ("story", "Pelican's: in `article.html`, the story; its `content` and `title` are HTML."),
    "page": ("page", "Pelican's: in `page.html`, the page; its `content` and `title` are HTML."),
}
"""What templates know without importing it, by name: its type, in Python's words or in ours."""

_OF_SOME_PAGES = {"view", "drawings", "page", "article"}

LAYOUT = {
    "x": "from the left",
    "y": "from the top",
    "width": "how wide it is",
    "height": "how high it is",
    "left": "where it begins, from the left",
    "right": "where it ends, from the left",
    "narrow": "the drawing as a small screen has it",
    "wide": "the same as a large one has it",
}
"""Fields of layouts that mean the same in all of them."""


@cache
def read() -> Reader:
    """
    Read the whole theme.
    """
    reader = Reader(TEMPLATES)
    given = {name: Any if isinstance(kind, str) else kind for name, (kind, _) in GIVEN.items() if name not in _OF_SOME_PAGES}
    for name, kind in VIEWS.items():
        reader.page(f"{name}.html", {**given, "view": kind})
    for name in WITHOUT_VIEW:
        reader.page(f"{name}.html", given)
    return reader


def classes() -> list[type]:
    """
    Return every class that templates may come by, the views first.
    """
    found = reachable([*dict.fromkeys(VIEWS.values()), Dossier, Sharing, SectionLink])
    return [kind for kind in found if not is_plain(kind) and not is_mere_term(kind)]


def doc_of(kind: type, name: str) -> str:
    """
    Return what is said of a field: its docstring, or what it means in all layouts; empty where that is nothing.
    """
    return fields_of(kind)[name].doc or (f"{LAYOUT[name].capitalize()}." if name in LAYOUT and _group(kind) == "layouts" else "")


def undocumented() -> list[str]:
    """
    Return whatever is offered to themes and not explained.
    """
    found = [f"{kind.__name__}.{name}" for kind in classes() for name in fields_of(kind) if not doc_of(kind, name)]
    found += [kind.__name__ for kind in classes() if not kind.__doc__]
    found += [f"{macro.file}: {macro.name}" for macro in theme.macros(TEMPLATES) if not macro.doc]
    found += [f"{name}.html: block {block}" for name in EXTENDED for block, doc in theme.blocks(TEMPLATES / f"{name}.html").items() if not doc]
    found += [sheet.file for sheet in theme.sheets(STYLES) if not sheet.doc]
    return found


def written(document: str) -> str:
    """
    Return a document with what stands between its marks written anew.
    """
    names = Names(classes())
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "templates": lambda: _templates(names),
        "given": lambda: _rows(("name", "is", "meaning"), ((f"`{name}`", kind if isinstance(kind, str) else names.words(kind), doc) for name, (kind, doc) in GIVEN.items())),
        "views": lambda: _classes(names, "views"),
        "records": lambda: _classes(names, "records"),
        "values": lambda: _classes(names, "values"),
        "words": lambda: _rows(("field", "meaning"), ((f"`{name}`", doc) for name, doc in LAYOUT.items())),
        "layouts": lambda: _classes(names, "layouts"),
        "macros": lambda: _macros(names),
        "blocks": _blocks,
        "sheets": lambda: _rows(("style sheet", "holds"), ((f"`{sheet.file}`", sheet.doc) for sheet in theme.sheets(STYLES))),
        "layers": lambda: iter([f"`{' < '.join(theme.layers(STYLES))}`"]),
        "tokens": lambda: _rows(("token", "value"), ((f"`{token.name}`", f"`{token.value}`") for token in theme.tokens(STYLES))),
    }
    marks = re.findall(r"<!-- made: (\w+) -->", document)
    assert sorted(marks) == sorted(parts), f"expected the marks {', '.join(parts)}, found {', '.join(marks)}"
    for name, lines in parts.items():
        made = f"<!-- made: {name} -->\n\n" + "\n".join(lines()) + "\n\n<!-- end -->"
        document = re.sub(rf"<!-- made: {name} -->.*?<!-- end -->", lambda _, made=made: made, document, flags=re.DOTALL)
    return document


def _templates(names: Names) -> Iterator[str]:
    rows = [(f"`{name}.html`", names.words(kind), _doc(kind)) for name, kind in VIEWS.items()]
    rows += [(f"`{name}.html`", "no view", doc) for name, doc in {**WITHOUT_VIEW, **EXTENDED}.items()]
    yield from _rows(("template", "its `view`", "for"), rows)


def _classes(names: Names, group: str) -> Iterator[str]:
    for kind in sorted((kind for kind in classes() if _group(kind) == group), key=lambda kind: names.heading(kind).casefold()):
        bases = [base for base in kind.__mro__[1:] if base in classes()]
        inherited = fields_of(bases[0]) if bases else {}
        rows = []
        for name, field in fields_of(kind).items():
            if inherited.get(name) == field:
                continue
            call = f"({', '.join(field.parameters)})" if field.parameters is not None else ""
            rows.append((f"`{name}{call}`", names.words(field.type), _marked(doc_of(kind, name))))
        yield f"### {names.heading(kind)}\n\n{_doc(kind)}{f' It has what {names.words(bases[0])} has, and:' if bases else ''}\n"
        yield from _rows(("field", "is", "meaning"), rows)
        yield ""


def _macros(names: Names) -> Iterator[str]:
    given = read().given
    rows = []
    for macro in theme.macros(TEMPLATES):
        known = given.get((macro.file, macro.name), {})
        told = []
        for name in re.findall(r"(\w+)(?:=[^,]+)?", macro.parameters):
            kinds = [form for kind in known.get(name, ()) for form in (typing.get_args(kind) if type(None) in typing.get_args(kind) else (kind,))]
            kinds = [kind for kind in kinds if kind not in {Any, type(None)}]
            if kinds and name != "root":
                told.append(f"`{name}`: {names.words(either(kinds))}")
        rows.append((f"`{macro.name}({macro.parameters})`", f"`{macro.file}`", "; ".join(told), _marked(macro.doc)))
    yield from _rows(("macro", "from", "given", "makes"), rows)


def _blocks() -> Iterator[str]:
    rows = [(f"`{name}.html`", f"`{block}`", doc) for name in EXTENDED for block, doc in theme.blocks(TEMPLATES / f"{name}.html").items()]
    yield from _rows(("template", "block", "holds"), rows)


def _rows(head: Sequence[str], rows: Any) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _group(kind: type) -> str:
    part = kind.__module__.removeprefix("dossier.").split(".")[0]
    return {"views": "views", "offline": "views", "sharing": "views", "dossier": "records", "model": "records", "draw": "layouts", "atlas": "layouts"}.get(part, "values")


def _doc(kind: type) -> str:
    return _marked(" ".join((kind.__doc__ or "").split("\n\n")[0].split()))


def _marked(text: str) -> str:
    """A docstring as Markdown; of a method, what it returns, and of Python's nothing, the word."""
    text = re.sub(r"^(Return|Say) (\w)", lambda found: found[2].upper(), text)
    return text.replace("``None``", "nothing").replace("``", "`")
