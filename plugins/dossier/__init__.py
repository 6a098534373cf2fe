"""
A generator of investigative microsites from cited facts: the plugin's door.

Pelican is imported only behind it, so that ``python -m dossier check`` runs without.
"""


def register() -> None:
    """
    Connect the plugin to Pelican's signals.
    """
    from .plugin import connect

    connect()
