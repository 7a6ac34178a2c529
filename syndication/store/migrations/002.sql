-- How stories belong together, what was decided about them and why, and what became of them in the feeds.

-- part: how a story stands in another one's place in the feeds (`duplicate`, `take`, `lead`), or that it `waits`
-- for the one that it continues. lead: that other story. own: the newest version under the story's own guid,
-- where what is published is made of several stories.
ALTER TABLE story ADD COLUMN part TEXT;
ALTER TABLE story ADD COLUMN lead INTEGER;
ALTER TABLE story ADD COLUMN own INTEGER;
CREATE INDEX story_lead ON story (lead) WHERE lead IS NOT NULL;

-- The least hashes of each story's opening. The period comes first, so an arrival reads and writes near the end
-- of the table whatever the archive's size.
CREATE TABLE mark (
    period INTEGER NOT NULL,
    mark INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (period, mark, story)
) STRICT, WITHOUT ROWID;

-- Stories on one event that are not one story; smaller row first.
CREATE TABLE related (
    story INTEGER NOT NULL,
    other INTEGER NOT NULL,
    PRIMARY KEY (story, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX related_other ON related (other);

-- Each decision that is more than "new": what, about which version, why, and which other story it concerns.
CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    story INTEGER NOT NULL,
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    version INTEGER NOT NULL,
    reason TEXT NOT NULL,
    other INTEGER
) STRICT;
CREATE INDEX decision_story ON decision (story);

-- From when to when a feed held a story.
CREATE TABLE carried (
    story INTEGER NOT NULL,
    feed TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER,
    formats TEXT NOT NULL,
    PRIMARY KEY (story, feed, since)
) STRICT, WITHOUT ROWID;

-- Killed stories that a feed held, for the formats that tell of it.
CREATE TABLE gone (
    feed_window INTEGER NOT NULL,
    story INTEGER NOT NULL,
    version INTEGER NOT NULL,
    published INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (feed_window, story)
) STRICT, WITHOUT ROWID;
CREATE INDEX gone_story ON gone (story);

-- A feed's archive: what joined it or changed in it, numbered from 1 in the order of the log.
CREATE TABLE archived (
    feed_window INTEGER NOT NULL,
    number INTEGER NOT NULL,
    story INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (feed_window, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX archived_story ON archived (story, feed_window);

-- Its full pages, each with the time of what it says; pending ones have to be printed.
CREATE TABLE archive_page (
    feed_window INTEGER NOT NULL,
    page INTEGER NOT NULL,
    first INTEGER NOT NULL,            -- numbers in archived
    last INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    PRIMARY KEY (feed_window, page)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER story_removed AFTER DELETE ON story WHEN old.visible BEGIN
    UPDATE visible_stories SET number = number - 1;
END;

-- Housekeeping finds what is old without reading the rest.
CREATE INDEX delivery_received ON delivery (received);
CREATE INDEX title_story ON title (story);
