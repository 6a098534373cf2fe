"""
The preview: what is served is the site as it was built, with what the preview adds to each page on its way, and to none on disk.
"""

from .builds import Builds
from .server import Server

__all__ = ["Builds", "Server"]
