"""How one agency writes: one file per agency."""
