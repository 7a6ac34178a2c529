--: decide
INSERT INTO decision (story, at, what, version, reason, other) VALUES (?, ?, ?, ?, ?, ?)

--: decisions
SELECT at, what, version, reason, other FROM decision WHERE story = ? ORDER BY id

--: carry
INSERT INTO carried (story, feed, since, until, formats) VALUES (?, ?, ?, NULL, ?)
ON CONFLICT (story, feed, since) DO UPDATE SET until = NULL, formats = excluded.formats

--: drop
UPDATE carried SET until = max(since, ?) WHERE story = ? AND feed = ? AND until IS NULL

--: carried
SELECT feed, since, until, formats FROM carried WHERE story = ? ORDER BY since, feed

--: ever carried
SELECT 1 FROM carried WHERE story = ? AND feed = ? LIMIT 1
