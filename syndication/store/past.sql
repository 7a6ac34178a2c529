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

--: mourning
SELECT DISTINCT feed_window FROM gone

--: file
-- The number after the last one, also where the entries of the last page are gone.
INSERT INTO archived (feed_window, number, story, version)
SELECT w.id, 1 + max(coalesce((SELECT max(number) FROM archived WHERE feed_window = w.id), 0),
                     coalesce((SELECT last FROM archive_page WHERE feed_window = w.id ORDER BY page DESC LIMIT 1), 0)), s.id, s.version
FROM feed_window w, story s WHERE w.id = ? AND s.id = ?

--: is filed
SELECT 1 FROM archived WHERE story = ? AND feed_window = ? LIMIT 1

--: loose
SELECT number, story FROM archived WHERE feed_window = ?1
AND number > coalesce((SELECT last FROM archive_page WHERE feed_window = ?1 ORDER BY page DESC LIMIT 1), 0) ORDER BY number

--: close
INSERT INTO archive_page (feed_window, page, first, last, updated, pending)
SELECT ?1, coalesce(max(page), 0) + 1, ?2, ?3, ?4, 1 FROM archive_page WHERE feed_window = ?1

--: unfile
-- What is on no page yet need never be on one.
DELETE FROM archived WHERE feed_window = ?1 AND number IN
(SELECT number FROM archived WHERE story = ?2 AND feed_window = ?1 AND number >
 coalesce((SELECT last FROM archive_page WHERE feed_window = ?1 ORDER BY page DESC LIMIT 1), 0))

--: redact
-- What the entries said is not said again; the story's present version says why it is gone, if anything does.
UPDATE archived SET version = (SELECT version FROM story WHERE id = archived.story) WHERE story = ? AND feed_window = ?

--: touch
-- Pages that hold the story say something else from now on: those that were printed are to be printed again, before
-- all others. Their time moves in any case, so that who prints one just now knows that it was not this.
UPDATE archive_page SET pending = CASE pending WHEN 1 THEN 1 ELSE 3 END, updated = max(updated + 1000000, ?)
WHERE feed_window = ? AND page IN
(SELECT (SELECT p.page FROM archive_page p WHERE p.feed_window = a.feed_window AND p.last >= a.number
         ORDER BY p.last LIMIT 1)
 FROM archived a WHERE a.story = ? AND a.feed_window = archive_page.feed_window)

--: pending pages
SELECT page, updated FROM archive_page WHERE feed_window = ? AND pending ORDER BY pending DESC, page LIMIT ?

--: pages
SELECT page FROM archive_page WHERE feed_window = ? ORDER BY page

--: oldest page
SELECT min(page) FROM archive_page WHERE feed_window = ?

--: newest page
SELECT page FROM archive_page WHERE feed_window = ? AND pending <> 1 ORDER BY page DESC LIMIT 1

--: every page pending
UPDATE archive_page SET pending = 2 WHERE feed_window = ? AND NOT pending

--: held
-- The newest entry first, and of two of one story the newer; each with the version it had. A story that is hidden
-- says what its present version does.
SELECT s.id, CASE WHEN s.visible THEN a.version ELSE s.version END, s.published, s.visible, max(a.number)
FROM archive_page p JOIN archived a ON a.feed_window = p.feed_window AND a.number BETWEEN p.first AND p.last
JOIN story s ON s.id = a.story WHERE p.feed_window = ? AND p.page = ? GROUP BY s.id ORDER BY 5 DESC

--: printed
UPDATE archive_page SET pending = 0, reread = ? WHERE feed_window = ? AND page = ? AND updated = ?

--: next reread
SELECT min(reread) FROM archive_page WHERE feed_window = ? AND reread IS NOT NULL AND NOT pending

--: reread
UPDATE archive_page SET pending = 2, reread = NULL WHERE feed_window = ? AND reread <= ? AND NOT pending

--: forget gone
DELETE FROM gone WHERE feed_window = ?

--: forget archived
DELETE FROM archived WHERE feed_window = ?

--: forget pages
DELETE FROM archive_page WHERE feed_window = ?
