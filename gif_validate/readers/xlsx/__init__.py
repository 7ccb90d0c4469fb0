"""Workbooks: package, cells, parts."""
