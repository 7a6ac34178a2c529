--: join
UPDATE story SET part = ?, lead = ?, visible = 0, turns = ? WHERE id = ?

--: members
-- By row: who reads them orders them by what they say, not by when they came.
SELECT s.id, v.document, s.visible, s.shown, s.part, s.lead, s.own FROM story s JOIN version v ON v.id = coalesce(s.own, s.version)
WHERE s.lead = ? ORDER BY s.id

--: own
SELECT v.document FROM story s JOIN version v ON v.id = coalesce(s.own, s.version) WHERE s.id = ?

--: mark
INSERT OR IGNORE INTO mark (period, mark, story) SELECT ?, value, ? FROM json_each(?)

--: bearing
-- Rows of stories by how many of these (period, mark) they bear, in one statement. A bounded look at each:
-- forms filled in anew each hour share their marks with hundreds.
SELECT m.story, count(*) FROM json_each(?) k CROSS JOIN json_each(?) p CROSS JOIN mark m
WHERE m.period = p.value AND m.mark = k.value AND m.story IN
 (SELECT n.story FROM mark n WHERE n.period = p.value AND n.mark = k.value ORDER BY n.story DESC LIMIT 20)
GROUP BY m.story HAVING count(*) > 1 ORDER BY 2 DESC, 1 DESC LIMIT ?

--: relate
INSERT OR IGNORE INTO related (story, other) VALUES (?, ?)

--: unrelate
DELETE FROM related WHERE story = ? AND other = ?

--: related
SELECT other FROM related WHERE story = ? UNION SELECT story FROM related WHERE other = ? ORDER BY 1
