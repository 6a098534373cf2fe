"""
What others see of a page before they open it: its description, card, structured data, feeds and place in the sitemap.

None of these has room for an attribution and a reply, so none of them tells an allegation.
"""

from .files import sharing_files
from .head import Head, Sharing

__all__ = ["Head", "Sharing", "sharing_files"]
