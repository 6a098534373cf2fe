"""
What is written in Markdown, as it is shared: Pelican's articles and pages.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from .cards import Card


def story_summary(text: Any) -> str:
    """
    Return the summary in a text's header, or nothing: Pelican's own would be its first words, whatever these tell.
    """
    return str(text.metadata.get("summary", "")).strip()


def story_card(story: Any) -> Card:
    """
    Return the card of a story.
    """
    return Card(story.url, "story", Markup(story.title).striptags(), story_summary(story), "", "")
