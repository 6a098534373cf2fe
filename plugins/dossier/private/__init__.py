"""
What belongs to a person alone, as it looks in a text: ``reach`` knows e-mail addresses and telephone numbers, ``homes`` addresses and coordinates, ``papers`` the numbers of documents, accounts and cards.

These are forms, not lists of people: a form that is nobody's is let through by the editor who says so.
"""

from .found import Found, private

__all__ = ["Found", "private"]
