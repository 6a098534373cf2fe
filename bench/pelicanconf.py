"""
How this project builds what the peers build: as it builds any site, with their kinds of page and templates that print what theirs print.

It is copied to the place of the project's own settings, which then are ``projectconf.py`` beside it.
"""

from projectconf import *  # noqa: F403  (a Pelican settings file extends another so)

from bench import listing

THEME = "themes/peers"
THEME_STATIC_PATHS = []
JINJA_FILTERS = {"told_by": listing.told_by, "told_in": listing.told_in, "years_of": listing.years_of, "kind_word": listing.kind_word}

DOSSIER_PAGES = ("index", "people", "organisations", "countries", "sources", "chronology", "chronology/years")
DOSSIER_DATA = DOSSIER_SHARING = DOSSIER_OFFLINE = DOSSIER_PATTERNS = False
