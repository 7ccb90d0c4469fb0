"""XML: depth, reader, rules."""
