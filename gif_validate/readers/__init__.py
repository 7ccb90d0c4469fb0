"""Bytes to records: opening, recognising and reading files, within limits."""
