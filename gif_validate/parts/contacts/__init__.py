"""Telephone numbers, e-mail, URLs, accounts (GIF DS-445)."""
