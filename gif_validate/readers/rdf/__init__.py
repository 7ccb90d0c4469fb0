"""RDF: Turtle, N-Triples, JSON-LD, RDF/XML."""
