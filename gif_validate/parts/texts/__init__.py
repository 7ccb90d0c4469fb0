"""Names and texts: kana, Latin letters, persons, organizations."""
