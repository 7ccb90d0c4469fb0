"""Files that belong together, and references between their tables."""
