"""JSON and JSON Lines: scanner, places, trees."""
