"""Runs standards over files: recognises, checks every value, record and column, and reports."""
