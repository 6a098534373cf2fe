"""
Views of a dossier for other programs.
"""
