"""Standards: data models and dataset layouts, how they are defined, found and told apart."""
