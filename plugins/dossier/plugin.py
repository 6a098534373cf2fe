"""
Connects the dossier to Pelican: checked before anything is written, published when everything is.
"""

from __future__ import annotations

import atexit
import logging
import sys
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.readers import Readers
from pelican.utils import slugify

from . import offline, staging
from .content import content_problems
from .dossier import Dossier, load
from .draw.kept import kept
from .generator import DossierGenerator
from .logged import errors
from .markdown_reader import MarkdownReader
from .pages import chosen_kinds
from .problems import DossierError, count, report

_generators: list[Generator] = []


def connect() -> None:
    """
    Connect to Pelican's signals. Pelican may call this more than once.
    """
    signals.initialized.connect(begin)
    signals.get_generators.connect(generators)
    signals.readers_init.connect(readers)
    signals.generator_init.connect(readers_known)
    signals.all_generators_finalized.connect(remember)
    signals.finalized.connect(finish)


def begin(pelican: Pelican) -> None:
    """
    Read and check the dossier and the content, and turn the build to a folder beside the output.

    Raises:
        SystemExit: With the number of problems, each of which is printed to standard error.
    """
    try:
        pelican.settings["DOSSIER_PAGES"] = chosen_kinds(pelican.settings["DOSSIER_PAGES"])
    except ValueError as error:
        raise SystemExit(f"DOSSIER_PAGES: {error}: nothing was built") from None
    if "DOSSIER" in pelican.settings:
        return  # whoever previews has read it, and writes nothing
    folder = Path(pelican.settings["DOSSIER_PATH"])
    try:
        dossier = load(folder)
        if problems := list(content_problems(Path(pelican.path), pelican.settings["ARTICLE_PATHS"], dossier)):
            raise DossierError(problems)
    except DossierError as error:
        print(report(error.problems), file=sys.stderr)
        raise SystemExit(f"{count(len(error.problems), 'problem')} in {folder}: nothing was built") from None
    announce(pelican.settings, dossier)
    output = Path(pelican.output_path)
    staging.clear_abandoned(output)
    built = staging.staging_path(output)
    # Whatever ends this process short of a kill, an unfinished site goes with it.
    atexit.register(staging.clear, built)
    pelican.output_path = str(built)
    logging.getLogger("pelican").addHandler(errors)
    errors.count = 0


def announce(settings: dict[str, Any], dossier: Dossier) -> None:
    """
    Tell Pelican of the dossier that it builds.
    """
    settings["DOSSIER"] = dossier
    settings["SITENAME"] = dossier.settings.title
    settings["DEFAULT_LANG"] = dossier.settings.language.code
    kept.folder = Path(settings["DOSSIER_CACHE"]) if settings["DOSSIER_CACHE"] else None


def finish(pelican: Pelican) -> None:
    """
    Put the new site in the place of the old one, unless Pelican has logged an error on the way.

    Raises:
        SystemExit: If it has, with the old site untouched.
    """
    built = Path(pelican.output_path)
    if errors.count:
        staging.clear(built)
        raise SystemExit(f"{count(errors.count, 'error')} while building, told above: the site that stood before still stands")
    if pelican.settings["DOSSIER_OFFLINE"]:
        _pack(pelican, built)
    staging.publish(built, Path(pelican.settings["OUTPUT_PATH"]))


def remember(generators: list[Generator]) -> None:
    """
    Keep the generators at hand: the offline edition is made, and offered, when all of them have written.
    """
    _generators[:] = generators


def _pack(pelican: Pelican, built: Path) -> None:
    """Pack the site into its offline edition, then offer that."""
    name = slugify(pelican.settings["SITENAME"], regex_subs=pelican.settings["SLUG_REGEX_SUBSTITUTIONS"]) or "site"
    archive = offline.pack(built, built / offline.FOLDER, name)
    for generator in _generators:
        if isinstance(generator, DossierGenerator):
            generator.offer(pelican._get_writer(), archive)


def generators(pelican: Pelican) -> type[DossierGenerator]:
    """
    Give Pelican the generator of the dossier's pages.
    """
    return DossierGenerator


def readers(readers: Readers) -> None:
    """
    Read ``.md`` files with our reader.
    """
    reader_classes: dict[str, Any] = readers.reader_classes
    reader_classes["md"] = MarkdownReader


def readers_known(generator: Generator) -> None:
    """
    Keep Pelican from warning that its own Markdown reader, which ours stands in for, is not installed.
    """
    generator.readers.disabled_readers.pop("md", None)
