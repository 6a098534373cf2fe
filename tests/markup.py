"""
Finds in a page's markup what a browser would silently put right, each in its own way.
"""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What may stand in a line of text; of these, what holds nothing but such.
PHRASING = {
    "a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "del", "dfn", "em", "i", "img", "input", "ins", "kbd", "label", "mark",
    "q", "s", "samp", "script", "select", "small", "span", "strong", "sub", "sup", "svg", "textarea", "time", "u", "var", "wbr",
}  # fmt: skip
ONLY_PHRASING = {"abbr", "b", "button", "cite", "code", "dfn", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "kbd", "label", "legend", "mark", "p", "q", "s", "small", "span", "strong", "sub", "summary", "sup", "time", "u", "var"}
# Where only some elements may stand: in these, only those.
CHILDREN = {
    "ul": {"li", "script"},
    "ol": {"li", "script"},
    "dl": {"dt", "dd", "div", "script"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"th", "td"},
    "select": {"option", "optgroup", "hr"},
}
CONTROLS = {"a", "button", "input", "select", "textarea", "summary"}


class _Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.slips: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.say(f"an attribute twice in <{tag}>")
        if "svg" not in self.open:
            self.check_place(tag)
        if tag in CONTROLS and (outer := CONTROLS & set(self.open)):
            self.say(f"<{tag}> in <{min(outer)}>")
        if tag not in VOID:
            self.open.append(tag)

    def check_place(self, tag: str) -> None:
        parent = self.open[-1] if self.open else ""
        if tag not in PHRASING and (outer := next((one for one in self.open if one in ONLY_PHRASING), None)):
            self.say(f"<{tag}> in <{outer}>")
        elif tag not in CHILDREN.get(parent, {tag}):
            self.say(f"<{tag}> in <{parent}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.say(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        parent = self.open[-1] if self.open else ""
        if data.strip() and parent in CHILDREN:
            self.say(f"text in <{parent}>")
        if "<" in data and parent not in ("script", "style"):
            self.say("a bare <")

    def handle_entityref(self, name: str) -> None:
        if name not in ("amp", "lt", "gt", "quot", "nbsp"):
            self.say(f"&{name}; is typed as the character itself")

    def say(self, slip: str) -> None:
        line, column = self.getpos()
        self.slips.append(f"{line}:{column + 1}: {slip}")


def slips(text: str) -> list[str]:
    """Return what is wrong in a page: each tag that is not closed where it should be, stands where it may not, or has an attribute twice."""
    checker = _Checker()
    checker.feed(text)
    checker.close()
    if checker.open:
        checker.say(f"<{checker.open[-1]}> is never closed")
    return checker.slips if text.lstrip().lower().startswith("<!doctype html>") else ["1:1: no doctype", *checker.slips]
