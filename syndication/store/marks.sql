--: waiting
SELECT entries FROM waiting_mark

--: wait
UPDATE waiting_mark SET entries = ?

--: enter
INSERT OR IGNORE INTO mark (period, mark, story) VALUES (?, ?, ?)

--: bearing
-- Who bears these marks in a period or one beside it. A bounded look at each mark, the newest first: forms filled in
-- anew each hour share theirs with hundreds.
SELECT m.period, m.mark, m.story
FROM json_each(?2) k CROSS JOIN (VALUES (?1 - 1), (?1), (?1 + 1)) p CROSS JOIN mark m
WHERE m.period = p.column1 AND m.mark = k.value AND m.story >= coalesce(
 (SELECT n.story FROM mark n WHERE n.period = p.column1 AND n.mark = k.value ORDER BY n.story DESC LIMIT 1 OFFSET ?3), 0)
ORDER BY m.story DESC

--: present
-- Stories go before their marks do.
SELECT id FROM story WHERE id IN (SELECT value FROM json_each(?))
