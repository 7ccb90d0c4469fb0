"""Characters: repertoires, widths, encodings, and the rules of the character environment."""
