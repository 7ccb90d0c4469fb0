"""Documents: record trees from JSON, XML and RDF, their names, leaves, structure and vocabularies."""
