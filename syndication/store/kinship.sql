--: join
UPDATE story SET part = ?, lead = ?, visible = 0, turns = ? WHERE id = ?

--: members
-- By row: who reads them orders them by what they say, not by when they came.
SELECT s.id, v.document, s.visible, s.shown, s.part, s.lead, s.own FROM story s JOIN version v ON v.id = coalesce(s.own, s.version)
WHERE s.lead = ? ORDER BY s.id

--: own
SELECT v.document FROM story s JOIN version v ON v.id = coalesce(s.own, s.version) WHERE s.id = ?

--: relate
INSERT OR IGNORE INTO related (story, other) VALUES (?, ?)

--: unrelate
DELETE FROM related WHERE story = ? AND other = ?

--: related
SELECT other FROM related WHERE story = ? UNION SELECT story FROM related WHERE other = ? ORDER BY 1
