"""
How the site is built for the public: as always, and with the address that it will have.

``SITEURL`` comes from the environment, so that one commit can be published anywhere.
"""

from pelicanconf import *  # noqa: F403  (a Pelican settings file extends another so)

DOSSIER_PATTERNS = False
