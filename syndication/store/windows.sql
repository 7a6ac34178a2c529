--: load
SELECT id, name, definition, updated, due, pending, urgent, shown, seeking, walked, reread, home FROM feed_window WHERE name = ?

--: all
SELECT id, name, definition, updated, due, pending, urgent, shown, seeking, walked, reread, home FROM feed_window

--: create
INSERT INTO feed_window (name, definition, pending, urgent, shown) VALUES (?, '', 1, 1, x'')

--: definitions
SELECT name, definition FROM feed_window

--: pending
-- A feed that never showed anything is not pending while its members are sought: it is not empty.
SELECT name, urgent FROM feed_window WHERE pending AND (seeking IS NULL OR updated IS NOT NULL)

--: next due
SELECT min(at) FROM (SELECT min(due) AS at FROM feed_window WHERE due IS NOT NULL
UNION ALL SELECT min(reread) FROM feed_window WHERE reread IS NOT NULL)

--: save
UPDATE feed_window SET definition = ?, updated = ?, due = ?, pending = ?, urgent = ?, shown = ?, seeking = ?, walked = ?,
reread = ?, home = ? WHERE id = ?

--: remove window
DELETE FROM feed_window WHERE name = ?

--: remove editions
DELETE FROM edition WHERE feed = ?

--: memberships
SELECT feed_window, story FROM member WHERE story IN (SELECT value FROM json_each(?))

--: join
INSERT INTO member (feed_window, published, key, story) SELECT ?, published, key, id FROM story WHERE id = ?

--: leave
-- At whatever instant it stands there: the story's own may have moved.
DELETE FROM member WHERE (feed_window, published, key) IN
(SELECT feed_window, published, key FROM member WHERE story = ? AND feed_window = ?)

--: thin out
DELETE FROM member WHERE (feed_window, published, key) IN
(SELECT feed_window, published, key FROM member WHERE feed_window = ? LIMIT ?)

--: newest
-- A walk down the primary key: its cost is the limit, not the archive.
SELECT m.story, s.version, m.published FROM member m JOIN story s ON s.id = m.story
WHERE m.feed_window = ? AND m.published > ? ORDER BY m.published DESC, m.key LIMIT ?

--: document
SELECT document FROM version WHERE id = ?

--: visible
-- By row, so that a walk goes on where the last portion ended.
SELECT s.id, v.document, s.visible, s.shown, s.part, s.lead, s.own FROM story s JOIN version v ON v.id = s.version
WHERE s.id > ? AND s.visible ORDER BY s.id LIMIT ?

--: variant
SELECT id FROM variant WHERE name = ?

--: new variant
INSERT INTO variant (name) VALUES (?)

--: kept
-- One statement for a whole feed: the versions come as a JSON list.
SELECT k.version, k.entry FROM json_each(?) v JOIN kept k ON k.version = v.value AND k.variant = ?

--: keep
INSERT OR REPLACE INTO kept (version, variant, entry) VALUES (?, ?, ?)

--: kept versions
SELECT DISTINCT version FROM kept

--: forget
DELETE FROM kept WHERE version = ?

--: windows
SELECT shown FROM feed_window

--: publish
INSERT INTO edition (feed, format, updated, etag, entries) VALUES (?, ?, ?, ?, ?)

--: editions
SELECT feed, format, updated, etag, entries FROM edition ORDER BY feed, format
