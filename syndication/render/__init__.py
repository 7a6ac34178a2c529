"""One Article becomes an entry; entries become a document; one module per format."""
