"""Addresses and their items, postal codes (GIF DS-442, DS-443)."""
