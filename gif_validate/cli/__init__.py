"""The command line, one module per sub-command."""

from __future__ import annotations

import sys


def main() -> None:
    """The console script ``gif-validate``."""
    from .app import run

    sys.exit(run(sys.argv[1:]))
