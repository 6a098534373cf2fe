"""
Previews the site on this machine.
"""

from __future__ import annotations

import argparse

from ..serve import serve

HELP = "preview on this machine"


def arguments(parser: argparse.ArgumentParser) -> None:
    """
    Add the port.
    """
    parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1")


def run(options: argparse.Namespace) -> int:
    """
    Serve until interrupted.
    """
    return serve(options.dossier, options.port)
