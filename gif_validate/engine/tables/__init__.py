"""Tables: header, columns, what is mandatory."""
