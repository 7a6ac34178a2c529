"""HTTP: feeds, pages, health."""
