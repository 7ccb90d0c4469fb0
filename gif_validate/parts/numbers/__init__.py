"""Integers, decimals, units."""
