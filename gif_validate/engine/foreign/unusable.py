"""What makes a schema unusable: shared by the languages."""

from __future__ import annotations

import re

from ...catalogue.text import Text

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:|//|\\\\")


class UnusableError(Exception):
    """A schema that cannot be used: why, in both languages."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


def is_remote(location: str) -> bool:
    """True for an address that is no path beside the schema."""
    return _REMOTE.match(location) is not None or location.startswith("/")


def remote(location: str) -> UnusableError:
    """The fault of referring to something that would have to be fetched."""
    return UnusableError(
        Text(f"「{location}」を参照していますが、ネットワークには接続しません", f'it refers to "{location}"; nothing is fetched')
    )
