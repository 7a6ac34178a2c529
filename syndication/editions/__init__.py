"""Which Articles a feed holds, when it is stale, and its bytes: whole or not at all."""
