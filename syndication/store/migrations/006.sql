-- What names a feed for good, such as the id of Atom, begins with the base address it was first published under: NULL
-- until it was.
ALTER TABLE feed_window ADD COLUMN home TEXT;
