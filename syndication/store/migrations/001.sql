-- Instants are microseconds since 1970-01-01 UTC; documents are zlib-compressed Article JSON.

-- One row a story: its current version and what the log has made public of it.
CREATE TABLE story (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,          -- the ten bytes of the address ID, so the guid needs no index
    guid TEXT NOT NULL,
    version INTEGER NOT NULL,          -- row in version
    visible INTEGER NOT NULL,
    shown INTEGER NOT NULL,            -- was it ever visible
    published INTEGER NOT NULL,
    turns INTEGER                      -- when its visibility changes by the clock alone
) STRICT;
CREATE INDEX story_turns ON story (turns) WHERE turns IS NOT NULL;
CREATE INDEX story_newest ON story (published DESC, key) WHERE visible;

-- How many stories are visible: counting them would cost more with every story.
CREATE TABLE visible_stories (number INTEGER NOT NULL) STRICT;
INSERT INTO visible_stories VALUES (0);
CREATE TRIGGER story_added AFTER INSERT ON story WHEN new.visible BEGIN
    UPDATE visible_stories SET number = number + 1;
END;
CREATE TRIGGER story_turned AFTER UPDATE OF visible ON story WHEN new.visible <> old.visible BEGIN
    UPDATE visible_stories SET number = number + new.visible - old.visible;
END;

-- Every version that ever arrived.
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    story INTEGER NOT NULL REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    received INTEGER NOT NULL,
    decision TEXT NOT NULL,
    document BLOB NOT NULL
) STRICT;
CREATE INDEX version_story ON version (story, number);

-- Under which words a story is found again: its headlines, or what a kill notice names.
CREATE TABLE title (
    words TEXT NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (words, story)
) STRICT, WITHOUT ROWID;

-- The log: a row for each change of what may be published. AUTOINCREMENT: a number is never used twice.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    story INTEGER NOT NULL REFERENCES story (id),
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX change_story ON change (story);

CREATE TABLE follower (
    name TEXT PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Digests of accepted deliveries: the same bytes again change nothing.
CREATE TABLE delivery (
    digest BLOB PRIMARY KEY,
    received INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest BLOB NOT NULL UNIQUE,
    source TEXT NOT NULL,
    locator TEXT NOT NULL,
    received INTEGER NOT NULL,
    reason TEXT NOT NULL,
    size INTEGER NOT NULL,
    data BLOB
) STRICT;

CREATE TABLE cursor (
    source TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What is wrong at present, for people to see.
CREATE TABLE notice (
    subject TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What each feed holds. shown: (story, version, published) as little-endian 64-bit triples.
CREATE TABLE feed_window (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    definition TEXT NOT NULL,
    updated INTEGER,
    due INTEGER,
    pending INTEGER NOT NULL,
    urgent INTEGER NOT NULL,
    shown BLOB NOT NULL
) STRICT;
CREATE INDEX feed_window_due ON feed_window (due) WHERE due IS NOT NULL;

-- Which visible stories a feed's query wants; the key breaks ties alike in every order of arrival.
CREATE TABLE member (
    feed_window INTEGER NOT NULL,
    published INTEGER NOT NULL,
    key BLOB NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (feed_window, published DESC, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_story ON member (story, feed_window);

-- Entry bytes, kept so that one arrival renders one entry. A variant is a format under a profile.
CREATE TABLE variant (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE kept (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    variant INTEGER NOT NULL,
    entry BLOB NOT NULL,
    UNIQUE (version, variant)
) STRICT;

CREATE TABLE edition (
    feed TEXT NOT NULL,
    format TEXT NOT NULL,
    updated INTEGER NOT NULL,
    etag TEXT NOT NULL,
    entries INTEGER NOT NULL,
    PRIMARY KEY (feed, format)
) STRICT, WITHOUT ROWID;
