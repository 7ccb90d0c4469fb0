"""What the items of one record say together: agreements, record rules, keys."""
