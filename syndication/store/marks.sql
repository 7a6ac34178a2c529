--: waiting
SELECT entries FROM waiting_mark

--: wait
UPDATE waiting_mark SET entries = ?

--: enter
INSERT OR IGNORE INTO mark (period, mark, story) VALUES (?, ?, ?)

--: borne
-- Which of these marks somebody bears in a period or one beside it: most are new.
SELECT p.column1, k.value FROM json_each(?2) k CROSS JOIN (VALUES (?1 - 1), (?1), (?1 + 1)) p
WHERE EXISTS (SELECT 1 FROM mark m WHERE m.period = p.column1 AND m.mark = k.value)

--: bearers
-- A bounded look, the newest first: forms filled in anew each hour share their marks with hundreds.
SELECT story FROM mark WHERE period = ? AND mark = ? ORDER BY story DESC LIMIT ?

--: present
-- Stories go before their marks do.
SELECT id FROM story WHERE id IN (SELECT value FROM json_each(?))
