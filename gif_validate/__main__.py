"""``python -m gif_validate``."""

from .cli import main

main()
