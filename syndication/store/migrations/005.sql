-- An arrival writes to few pages.

-- Ten marks lie on ten pages of `mark`. Those of the last stories wait here, to be entered many at once, in order:
-- period (32 bits), story (64 bits) and ten marks (32 bits each), little-endian.
CREATE TABLE waiting_mark (entries BLOB NOT NULL) STRICT;
INSERT INTO waiting_mark VALUES (x'');

-- What is newest comes last: SQLite splits pages at each row that comes first, and reads backwards as well.
DROP INDEX story_newest;
CREATE INDEX story_newest ON story (published, key DESC) WHERE visible;
CREATE TABLE member_in_order (
    feed_window INTEGER NOT NULL,
    published INTEGER NOT NULL,
    key BLOB NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (feed_window, published, key DESC)
) STRICT, WITHOUT ROWID;
INSERT INTO member_in_order SELECT feed_window, published, key, story FROM member ORDER BY feed_window, published, key DESC;
DROP TABLE member;
ALTER TABLE member_in_order RENAME TO member;
CREATE INDEX member_story ON member (story, feed_window);

-- No AUTOINCREMENT, which writes each number twice: the row with the highest is never removed, so none is used again.
CREATE TABLE numbered_change (
    seq INTEGER PRIMARY KEY,
    story INTEGER NOT NULL REFERENCES story (id),
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
INSERT INTO numbered_change SELECT seq, story, version, kind, at FROM change ORDER BY seq;
DROP TABLE change;
ALTER TABLE numbered_change RENAME TO change;
CREATE INDEX change_story ON change (story);

-- Housekeeping walks over what it forgets four times a day; an index would have to be written with each arrival.
DROP INDEX delivery_received;
