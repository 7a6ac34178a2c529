--: portion
-- In the order of their rows, so that a walk goes on where the last portion ended.
-- Those in another story's place go with it.
SELECT id, published FROM story WHERE id > ? AND lead IS NULL ORDER BY id LIMIT ?

--: first kept
SELECT id FROM story ORDER BY id DESC LIMIT 1 OFFSET ?

--: lagging
SELECT min(seq) FROM follower

--: held by a follower
-- A change that somebody has still to read, or the last one, from which the next has its number and time.
SELECT 1 FROM change WHERE story = ? AND (seq > ? OR seq = (SELECT max(seq) FROM change)) LIMIT 1

--: members
SELECT id, published FROM story WHERE lead = ?

--: held by a feed
SELECT 1 FROM gone WHERE story = ? UNION ALL SELECT 1 FROM archived WHERE story = ?
UNION ALL SELECT 1 FROM carried WHERE story = ? AND until IS NULL LIMIT 1

--: oldest pages
-- The oldest page of each archive that has another one, with the youngest story on it.
SELECT w.name, p.feed_window, p.page, p.last, max(s.published), max(s.id)
FROM feed_window w JOIN archive_page p ON p.feed_window = w.id
AND p.page = (SELECT min(page) FROM archive_page WHERE feed_window = w.id)
AND p.page < (SELECT max(page) FROM archive_page WHERE feed_window = w.id)
JOIN archived a ON a.feed_window = p.feed_window AND a.number BETWEEN p.first AND p.last
JOIN story s ON s.id = a.story GROUP BY p.feed_window

--: drop entries
DELETE FROM archived WHERE feed_window = ? AND number <= ?

--: drop page
DELETE FROM archive_page WHERE feed_window = ? AND page = ?

--: end of archive
-- The next page no longer points at one before it.
UPDATE archive_page SET pending = max(pending, 2) WHERE feed_window = ? AND page = ? AND pending <> 1

--: window pending
UPDATE feed_window SET pending = 1 WHERE id = ?

--: remove titles
DELETE FROM title WHERE story = ?

--: remove marks
DELETE FROM mark WHERE period < ?

--: remove relations
DELETE FROM related WHERE story = ?

--: remove relations back
DELETE FROM related WHERE other = ?

--: remove decisions
DELETE FROM decision WHERE story = ?

--: remove carried
DELETE FROM carried WHERE story = ?

--: remove memberships
DELETE FROM member WHERE story = ?

--: remove kept
DELETE FROM kept WHERE version IN (SELECT id FROM version WHERE story = ?)

--: remove changes
DELETE FROM change WHERE story = ?

--: remove versions
DELETE FROM version WHERE story = ?

--: remove story
DELETE FROM story WHERE id = ?

--: portion of deliveries
-- The digest that ends a portion, none where it is the last one.
SELECT digest FROM delivery WHERE digest > ? ORDER BY digest LIMIT 1 OFFSET ?

--: remove deliveries
DELETE FROM delivery WHERE digest > ? AND digest <= ? AND received < ?
