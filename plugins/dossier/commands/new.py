"""
Begins a new record, or the correction of one, ready to be filled in.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .. import clock
from ..correcting import correct
from ..drafts import MODELINE, draft
from ..edits import Edit, edited
from ..fields import ID, MAX_ID
from ..ids import id_from
from ..model import Fact, Record, fields_of
from ..parse import FACTS, FOLDERS, parse, shown_path
from ..placeholders import PLACEHOLDER
from ..problems import a, closest, did_you_mean, shown
from ..records import Records
from ..schemas import FOLDER as SCHEMAS

HELP = "begin a new record"

CORRECTION = "correction"
KINDS: dict[str, type[Record]] = {record.__name__.lower(): record for record in (Fact, *FOLDERS.values())}
_TEMPLATES = "_template"


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add what it is to be, and what is known of it.
    """
    parser.add_argument("--kind", default="", help=f"one of {', '.join([*KINDS, CORRECTION])}")
    parser.add_argument("--name", default="", help="its name or title, from which its id is made")
    parser.add_argument("--id", default="", help="its id, if not made from its name")
    parser.add_argument("--file", default="", help="of a fact: the file in facts/ that it belongs to")
    parser.add_argument("--fact", default="", help="of a correction: the id of the fact")


def run(options: argparse.Namespace) -> int:
    """
    Write it, and print where it is and what is next.

    Raises:
        SystemExit: If something is missing, unknown or taken, with what to type instead.
    """
    kind = options.kind.lower()
    if kind not in (*KINDS, CORRECTION):
        found = f"found {shown(options.kind)}{did_you_mean(kind, [*KINDS, CORRECTION])}" if kind else "found none: write, for example, make new KIND=person NAME='Ada Brolly'"
        raise SystemExit(f"expected KIND=, one of {', '.join([*KINDS, CORRECTION])}, {found}")
    records = parse(options.dossier)[0]
    if kind == CORRECTION:
        return _correction(records, options.fact or options.id)
    record = KINDS[kind]
    id_ = _id(records, kind, options)
    text = draft(record, *_templates(options.dossier, kind), _given(record, options))
    if record is Fact:
        path, line = _add_fact(options.dossier, _facts_file(options), id_, text)
    else:
        path, line = options.dossier / record.folder / f"{id_}.yml", 1  # type: ignore[attr-defined]
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    _tell(path, line)
    if kind in ("person", "organisation", "country", "case"):
        print(f"Then name it in a fact, [[{id_}]]: every record is named by at least one.")
    if kind == "source":
        print("Then, if a copy is held: make fingerprints TEXTS=folder")
    if near := closest(id_, set(records.written) - {id_}):
        print(f"There is {shown(near)} too: make sure that the two are not one.")
    return 0


def _correction(records: Records, id_: str) -> int:
    if not id_:
        raise SystemExit("expected FACT=, the id of the fact to correct: make new KIND=correction FACT=its-id")
    path, line = correct(records, id_, clock.today(here=True))
    _tell(path, line)
    print("Above it, rewrite what was wrong as it should stand; here, say for readers why it was.")
    return 0


def _id(records: Records, kind: str, options: argparse.Namespace) -> str:
    missing = [] if options.id or options.name else ["ID=, what the fact says in two to six words joined by hyphens" if kind == "fact" else f"NAME=, the name or title of {a(kind)}"]
    if kind == "fact" and not options.file:
        missing.append(f"FILE=, the file in {FACTS}/ that it belongs to: {', '.join(_facts_files(options.dossier)) or 'any name'}, or a new one")
    if missing:
        raise SystemExit(f"to begin {a(kind)}, add {'; and '.join(missing)}")
    id_: str = options.id or id_from(options.name)
    if not ID.fullmatch(id_) or len(id_) > MAX_ID:
        likely = id_from(options.id)
        found = f"found {shown(options.id or options.name)}" + (f", did you mean '{likely}'?" if likely else ": give one with ID=")
        raise SystemExit(f"expected an id of at most {MAX_ID} lower-case letters, digits and single hyphens, {found}")
    if known := records.written.get(id_):
        place = known.file.problem("", *known.steps, key=True) if known.file.value is not None else None
        where = f"{place.file}:{place.line}" if place else known.file.name
        raise SystemExit(f"expected an id of its own, found '{id_}', which is taken in {where}: add to that record, or choose another with ID=")
    return id_


def _given(record: type[Record], options: argparse.Namespace) -> dict[str, str]:
    fields = fields_of(record)
    given = {name: options.name for name in ("name", "title") if name in fields and options.name}
    return {**given, **({"added": clock.today(here=True).isoformat()} if "added" in fields else {})}


def _templates(dossier: Path, kind: str) -> tuple[str, str]:
    """The texts of a kind's template and of that of a person: the dossier's own, or those that come with the generator."""
    folder = dossier / _TEMPLATES
    if not folder.is_dir():
        folder = Path(__file__).parents[3] / "data" / _TEMPLATES
    return (folder / f"{kind}.yml").read_text(encoding="utf-8"), (folder / "person.yml").read_text(encoding="utf-8")


def _facts_files(dossier: Path) -> list[str]:
    return sorted(path.stem for path in (dossier / FACTS).glob("*.yml"))


def _facts_file(options: argparse.Namespace) -> str:
    name: str = options.file.removeprefix(f"{FACTS}/").removesuffix(".yml")
    files = _facts_files(options.dossier)
    if not ID.fullmatch(name):
        raise SystemExit(f"expected FILE= as lower-case letters, digits and hyphens, found {shown(options.file)}{did_you_mean(name, files)}")
    if name not in files and (meant := closest(name, files)):
        raise SystemExit(f"expected a file in {FACTS}/, found {shown(name)}, did you mean '{meant}'? For a new subject, give a name that is less like one of {', '.join(files)}")
    return name


def _add_fact(dossier: Path, name: str, id_: str, text: str) -> tuple[Path, int]:
    path = dossier / FACTS / f"{name}.yml"
    path.parent.mkdir(exist_ok=True)
    raw = path.read_bytes() if path.exists() else f"{MODELINE} $schema=../{SCHEMAS}/{FACTS}.json\n".encode()
    read = raw.decode("utf-8-sig").replace("\r\n", "\n")
    kept = read.rstrip("\n")
    lines = "".join(f"  {line}\n" if line else "\n" for line in text.splitlines())
    path.write_bytes(edited(raw, [Edit(len(kept), len(read), f"\n\n{id_}:\n{lines}")]))
    return path, kept.count("\n") + 3


def _tell(path: Path, line: int) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next((number for number, text in enumerate(lines, start=1) if number >= line and PLACEHOLDER in text.partition("#")[0]), line)
    print(f"{shown_path(path)}:{first}: written. Fill it in there, then run 'make check': it lists each {PLACEHOLDER} that is left")
