"""
Begins the correction of a record: notes what it says now as what it said before, in its file as it is laid out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .drafts import scalar
from .edits import Edit, edited
from .model import Record, fields_of
from .placeholders import PLACEHOLDER
from .problems import did_you_mean, shown
from .records import Records
from .yamlfile import Step, YamlFile

_FIELD = "changed"


def correct(records: Records, id_: str, day: datetime.date) -> tuple[Path, int]:
    """
    Add a correction to a record, whose reason is still to be written.

    Args:
        records: All there are.
        id_: The record's.
        day: The correction's.

    Returns:
        The record's file, and the line at which the record begins.

    Raises:
        SystemExit: If there is no such record, or if it cannot be read or takes no corrections.
    """
    record = next((record for record in records.all() if record.id == id_), None)  # type: ignore[attr-defined]
    if record is None:
        if id_ in records.written:
            raise SystemExit(f"expected a record that can be read, found a slip in '{id_}': run 'make check', mend it, and try again")
        raise SystemExit(f"expected the id of a fact or another record, found {shown(id_)}{did_you_mean(id_, records.written)}")
    if _FIELD not in fields_of(type(record)):
        raise SystemExit(f"expected a record that takes corrections, found '{id_}': it has no field '{_FIELD}'")
    written = records.written[id_]
    file, steps = written.file, written.steps
    edits = list(_edits(file, steps, record, day))
    file.path.write_bytes(edited(file.path.read_bytes(), edits))
    return file.path, file.problem("", *steps, key=True).line


def _edits(file: YamlFile, steps: tuple[Step, ...], record: Record, day: datetime.date) -> Iterator[Edit]:
    raw: Any = file.value
    for step in steps:
        raw = raw[step]
    start, _ = file.span(*steps)
    fields = {"on": day.isoformat(), "was": scalar(raw[record.main]), "why": PLACEHOLDER}
    in_braces = "{" + ", ".join(f"{name}: {value if name != 'was' else scalar(raw[record.main], quoted=True)}" for name, value in fields.items()) + "}"
    if file.text[start] == "{":
        raise SystemExit(f"expected '{record.id}' on lines of its own, found it in braces: write each field on a line, and try again")  # type: ignore[attr-defined]
    margin = _column(file, start)
    if _FIELD not in raw:
        yield _line_after(file, _end(file, steps, raw), f"{' ' * margin}{_FIELD}:\n{_item(fields, margin + 2)}")
        return
    changed, way = raw[_FIELD], (*steps, _FIELD)
    start, end = file.span(*way)
    if file.text[start] == "[":
        yield Edit(end - 1, end - 1, f"{', ' if changed else ''}{in_braces}")
    elif isinstance(changed, list):
        yield _line_after(file, _end(file, way, changed), _item(fields, _column(file, start)))
    elif file.text[start] == "{":
        # One correction that stands for a list of one: the list is written out.
        yield Edit(len(file.text[:start].rstrip()), start, f"\n{' ' * (margin + 2)}- ")
        yield _line_after(file, end, _item(fields, margin + 2))
    else:
        last = _end(file, way, changed)
        yield Edit(start, start, "- ")
        yield from (Edit(offset, offset, "  ") for offset in range(start, last) if file.text[offset - 1] == "\n" and file.text[offset] != "\n")
        yield _line_after(file, last, _item(fields, _column(file, start)))


def _item(fields: dict[str, str], margin: int) -> str:
    lines = [f"{name}: {value}" for name, value in fields.items()]
    return "".join(f"{' ' * margin}{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))


def _column(file: YamlFile, offset: int) -> int:
    return offset - file.text.rfind("\n", 0, offset) - 1


def _end(file: YamlFile, steps: tuple[Step, ...], raw: Any) -> int:
    """Where a value's last character is; YAML itself ends what has lines of its own only at whatever follows."""
    start, end = file.span(*steps)
    if isinstance(raw, dict | list) and raw and file.text[start] not in "[{":
        last = list(raw)[-1] if isinstance(raw, dict) else len(raw) - 1
        return _end(file, (*steps, last), raw[last])
    return len(file.text[:end].rstrip())


def _line_after(file: YamlFile, offset: int, new: str) -> Edit:
    """Put lines below the one on which a place is."""
    below = file.text.find("\n", offset) + 1
    return Edit(below, below, new) if below else Edit(len(file.text), len(file.text), f"\n{new}")
