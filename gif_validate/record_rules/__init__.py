"""Rules over several items of a record, one module per class."""
