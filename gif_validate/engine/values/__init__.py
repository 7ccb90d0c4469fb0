"""What one field says of one value: the judge, the rules of fields, widths."""
