"""Regular expressions of English addresses (英語住所の形), in the subset that five engines share. GIF DS-442 §4.2. No part."""

from __future__ import annotations

from ...codelists import rows

NUMBER = "[0-9]{1,}(-[0-9]{1,}){0,}"
NAME = r"[A-Z][a-z]{0,}([\-' ][A-Za-z][a-z]{0,}){0,}"
DIRECTION = "(Kita|Minami|Higashi|Nishi)"
STREET = f"{DIRECTION} [0-9]{{1,2}} {DIRECTION} {NUMBER}"
TOWN = f"({STREET}|({NUMBER} ){{0,1}}{NAME})"
"""2-1-2 Kasumigaseki, Kasumigaseki, Kita 1 Higashi 1-3."""
MUNICIPALITY = f"({NAME}-gun,{{0,1}} ){{0,1}}{NAME}-(shi|ku|machi|cho|mura|son)(, {NAME}-(shi|gun)){{0,1}}"
"""Chiyoda-ku; with a county before or behind it, or a ward with its city: Naka-ku, Yokohama-shi."""
PREFECTURES = tuple("Gunma" if row["name_en"] == "Gumma" else row["name_en"] for row in rows("prefectures"))
"""The 47 names; ん is n (ROMA-001)."""
PREFECTURE = f"({'|'.join(PREFECTURES)})"
