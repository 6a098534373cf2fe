"""
How Pelican builds the site. What the site says is in the dossier, ``data/``, and in ``content/``.
"""

import os
import sys
from pathlib import Path

from jinja2 import StrictUndefined

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "plugins"))

import dossier  # noqa: E402  (the folder must be on the path first)
from dossier.folders import FIRST, content_folder, output_folder  # noqa: E402

DOSSIER_PATH = os.environ.get("DOSSIER") or FIRST
PATH = str(content_folder(Path(DOSSIER_PATH)))
OUTPUT_PATH = str(output_folder(Path(DOSSIER_PATH)))
THEME = "themes/broadsheet"

# The module itself, not its name: were it missing, Pelican would log that and build a site without it.
PLUGINS = [dossier]

# One output for a domain's root, a sub-path and file://, so links between pages are relative.
SITEURL = os.environ.get("SITEURL", "").rstrip("/")
RELATIVE_URLS = True

# A template that we lack falls back to Pelican's own theme; strict, it fails rather than print something half right.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["dossier.once.Once"],
}

# Which kinds of page there are, of those that KINDS in plugins/dossier/pages/ names; None for all. The theme in
# themes/broadsheet and the search link all of them: a site with fewer has a theme of its own.
DOSSIER_PAGES = None

# The same for programs: dossier.json and each record's data; cards, feeds, the sitemap and robots.txt.
DOSSIER_DATA = True
DOSSIER_SHARING = True

# A page with every component in every state, for whoever works on the theme.
DOSSIER_PATTERNS = True

# Where drawings are kept that take long to lay out; None lays each out anew. Deleted, it costs time and nothing else.
DOSSIER_CACHE = HERE / ".cache"

# How many processes write pages; None leaves it to the machine.
DOSSIER_PROCESSES = None

# The whole site as one archive, offered on offline.html.
DOSSIER_OFFLINE = True

PAGE_PATHS = ["pages"]
ARTICLE_PATHS = ["stories"]
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
ARTICLE_URL = ARTICLE_SAVE_AS = "stories/{slug}.html"
STATIC_PATHS = []
TIMEZONE = "UTC"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
FORMATTED_FIELDS = []
# Typographic quotation marks are typed, not guessed.
TYPOGRIFY = False

# Of what Pelican makes by itself, nothing is wanted: the pages come from the dossier.
DIRECT_TEMPLATES = []
ARCHIVES_SAVE_AS = AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ""
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
