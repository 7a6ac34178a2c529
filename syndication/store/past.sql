--: bury
INSERT INTO gone (feed_window, story, version, published, at)
SELECT ?, id, version, published, ? FROM story WHERE id = ?
ON CONFLICT (feed_window, story) DO UPDATE SET version = excluded.version

--: raise
DELETE FROM gone WHERE feed_window = ? AND story = ?

--: gone
-- As many as were killed within weeks; the newest publication first, like the feed itself.
SELECT g.story, g.version, g.published, g.at FROM gone g JOIN story s ON s.id = g.story
WHERE g.feed_window = ? ORDER BY g.published DESC, s.key

--: fade
DELETE FROM gone WHERE feed_window = ? AND at <= ?

--: append
INSERT INTO archived (feed_window, number, story, version)
SELECT w.id, coalesce((SELECT max(number) FROM archived WHERE feed_window = w.id), 0) + 1, s.id, s.version
FROM feed_window w, story s WHERE w.id = ? AND s.id = ? RETURNING number

--: last page
SELECT page, last FROM archive_page WHERE feed_window = ? ORDER BY page DESC LIMIT 1

--: close
INSERT INTO archive_page (feed_window, page, first, last, updated, pending) VALUES (?, ?, ?, ?, ?, 1)

--: touch
-- Pages that hold the story say something else from now on.
UPDATE archive_page SET pending = 1, updated = max(updated, ?) WHERE feed_window = ? AND EXISTS
(SELECT 1 FROM archived a WHERE a.story = ? AND a.feed_window = archive_page.feed_window
 AND a.number BETWEEN archive_page.first AND archive_page.last)

--: pending pages
SELECT page, updated FROM archive_page WHERE feed_window = ? AND pending ORDER BY page

--: pages
SELECT page FROM archive_page WHERE feed_window = ? ORDER BY page

--: every page pending
UPDATE archive_page SET pending = 1 WHERE feed_window = ?

--: held
-- The newest entry first; each with the version it had, or the present one where the story is gone.
SELECT s.id, CASE WHEN s.visible THEN a.version ELSE s.version END, s.published, s.visible
FROM archive_page p JOIN archived a ON a.feed_window = p.feed_window AND a.number BETWEEN p.first AND p.last
JOIN story s ON s.id = a.story WHERE p.feed_window = ? AND p.page = ? ORDER BY a.number DESC

--: printed
UPDATE archive_page SET pending = 0 WHERE feed_window = ? AND page = ? AND updated = ?

--: forget gone
DELETE FROM gone WHERE feed_window = ?

--: forget archived
DELETE FROM archived WHERE feed_window = ?

--: forget pages
DELETE FROM archive_page WHERE feed_window = ?
