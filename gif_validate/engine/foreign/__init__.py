"""Schemas that the user brings: JSON Schema, SHACL, XSD."""
