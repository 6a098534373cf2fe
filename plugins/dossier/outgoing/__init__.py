"""
Whether the addresses that the dossier gives still lead anywhere: ``addresses`` collects them, ``asking`` asks, ``known`` has those that need not be told, ``telling`` puts the answers into Markdown.
"""
