"""Exports: a standard in the schema languages of other tools, one module each; every export says what it cannot express."""
