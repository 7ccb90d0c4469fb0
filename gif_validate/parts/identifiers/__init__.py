"""Numbers that identify: corporate, individual, invoice, municipality, real estate."""
