"""Dates, times, periods, weekdays (GIF DS-441)."""
