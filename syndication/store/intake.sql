--: seen
SELECT 1 FROM delivery WHERE digest = ?

--: remember
INSERT OR IGNORE INTO delivery (digest, received) VALUES (?, ?)

--: deliveries
SELECT count(*) FROM delivery

--: put
-- The same bytes from the same place keep their number; the newest reason counts.
INSERT INTO quarantine (digest, source, locator, received, reason, size, data) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (digest) DO UPDATE SET received = excluded.received, reason = excluded.reason
RETURNING id

--: entries
SELECT id, source, locator, received, reason, size, NULL FROM quarantine ORDER BY id DESC LIMIT ?

--: get
SELECT id, source, locator, received, reason, size, data FROM quarantine WHERE id = ?

--: drop
DELETE FROM quarantine WHERE id = ?

--: refused
SELECT count(*) FROM quarantine

--: load
SELECT value FROM cursor WHERE source = ?

--: save
INSERT INTO cursor (source, value) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET value = excluded.value

--: notices
SELECT subject, text, since FROM notice ORDER BY since, subject

--: notice
SELECT text FROM notice WHERE subject = ?

--: raise
INSERT INTO notice (subject, text, since) VALUES (?, ?, ?) ON CONFLICT (subject) DO UPDATE SET text = excluded.text

--: clear
DELETE FROM notice WHERE subject = ?
