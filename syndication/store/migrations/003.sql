-- A new membership is computed in portions: what for, and how far that has come.
ALTER TABLE feed_window ADD COLUMN seeking TEXT;
ALTER TABLE feed_window ADD COLUMN walked INTEGER NOT NULL DEFAULT 0;

-- archive_page.pending: 1 never printed, 2 looks otherwise, 3 shows what has to go.
UPDATE archive_page SET pending = 2 WHERE pending;
CREATE INDEX archive_page_pending ON archive_page (feed_window, pending) WHERE pending;
CREATE INDEX archive_page_last ON archive_page (feed_window, last);
