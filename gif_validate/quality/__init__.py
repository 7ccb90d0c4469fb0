"""Figures, never errors: quality, notations, duplicates, timeliness, drift between deliveries."""
