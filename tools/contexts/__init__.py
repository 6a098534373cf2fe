"""
What templates are given, read from the classes of the views and from the theme, and written into ``docs/theming.md``.
"""
