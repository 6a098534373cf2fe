"""
Times this project against the builders that one would take instead.
"""
