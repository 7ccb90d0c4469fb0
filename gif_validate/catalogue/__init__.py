"""Rules, findings and reports: what can be wrong, and how it is said. Knows no file format."""
