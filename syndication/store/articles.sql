--: find
-- The current version of one story, by the bytes of its address ID.
SELECT s.id, v.document, s.visible, s.shown, s.part, s.lead, s.own FROM story s JOIN version v ON v.id = s.version WHERE s.key = ?

--: public
-- The same where the public ever saw it. What it never saw is not even read: so long as an unknown ID takes.
SELECT s.id, v.document, s.visible, s.shown, s.part, s.lead, s.own FROM story s JOIN version v ON v.id = s.version
WHERE s.key = ? AND (s.visible OR s.shown)

--: get
SELECT s.id, v.document, s.visible, s.shown, s.part, s.lead, s.own FROM story s JOIN version v ON v.id = s.version WHERE s.id = ?

--: versions
-- The whole history of one story.
SELECT id, number, received, decision, fingerprint, document FROM version WHERE story = ?
ORDER BY number DESC, id DESC

--: known
-- Under which numbers this content arrived before; what was made of several stories did not arrive.
SELECT DISTINCT number FROM version WHERE story = ? AND fingerprint = ? AND decision <> 'joined' ORDER BY number DESC

--: current version
SELECT version FROM story WHERE id = ?

--: titled
-- Headlines repeat (a market report each day), so only the newest stories of that name.
SELECT s.id, v.document, s.visible, s.shown, s.part, s.lead, s.own FROM title t JOIN story s ON s.id = t.story
JOIN version v ON v.id = s.version WHERE t.words = ? ORDER BY t.story DESC LIMIT 20

--: entitled like
-- A walk over all titles, for a person at a terminal. What has a blank in it is no headline (kill, key, guid).
SELECT s.id, v.document, s.visible, s.shown, s.part, s.lead, s.own FROM story s JOIN version v ON v.id = s.version
WHERE s.id IN (SELECT story FROM title WHERE instr(words, ?) AND NOT instr(words, ' ')) ORDER BY s.id DESC LIMIT ?

--: borne
-- Most words of an arrival name nothing: one look for all of them.
SELECT k.value FROM json_each(?) k WHERE EXISTS (SELECT 1 FROM title t WHERE t.words = k.value)

--: entitle
INSERT OR IGNORE INTO title (words, story) SELECT value, ?2 FROM json_each(?1)

--: insert story
-- Its first version, which is inserted next, takes the next row; the write lock is held, so nobody else does.
INSERT INTO story (key, guid, version, visible, shown, published, turns)
VALUES (?, ?, (SELECT coalesce(max(id), 0) + 1 FROM version), ?, ?, ?, ?)

--: insert version
INSERT INTO version (story, number, fingerprint, received, decision, document) VALUES (?, ?, ?, ?, ?, ?)

--: update story
UPDATE story SET version = ?, visible = ?, shown = shown OR ?2, published = ?, turns = ? WHERE id = ?

--: wake
UPDATE story SET turns = ? WHERE id = ?

--: due
-- Stories whose visibility the clock has turned; few at any time, by their own index.
SELECT s.id, v.document, s.visible, s.shown, s.part, s.lead, s.own FROM story s JOIN version v ON v.id = s.version
WHERE s.turns <= ? ORDER BY s.turns, s.key LIMIT ?

--: next turn
SELECT min(turns) FROM story WHERE turns IS NOT NULL

--: newest
-- The key breaks ties, so the order is total and the same in every order of arrival.
SELECT v.document FROM story s JOIN version v ON v.id = s.version
WHERE s.visible ORDER BY s.published DESC, s.key LIMIT ?

--: visible count
-- Kept by triggers: the web asks for it at every look.
SELECT number FROM visible_stories

--: held count
-- What the clock will publish; few at any time, by their own index.
SELECT count(*) FROM story WHERE turns IS NOT NULL AND NOT visible

--: contribute
-- The first time what was current is what was the story's own.
UPDATE story SET own = ? WHERE id = ?

--: compose
UPDATE story SET own = coalesce(own, version) WHERE id = ?
