"""
The preview: what is served is the site as it would be built, with what the preview adds to each page on its way.

``python -m dossier serve`` is the way in; only ``site.py`` imports Pelican.
"""
