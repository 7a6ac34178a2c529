-- When a story that was left out, of the feed's document or of a page of its archive, is read again: from then on
-- it is no longer at fault by the clock alone.
ALTER TABLE feed_window ADD COLUMN reread INTEGER;
ALTER TABLE archive_page ADD COLUMN reread INTEGER;
CREATE INDEX feed_window_reread ON feed_window (reread) WHERE reread IS NOT NULL;
CREATE INDEX archive_page_reread ON archive_page (feed_window, reread) WHERE reread IS NOT NULL;
