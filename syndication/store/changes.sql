--: append
-- Never earlier than the change before it: feed-level times are made of these and must not go backwards.
INSERT INTO change (story, version, kind, at)
VALUES (?, ?, ?, max(?, coalesce((SELECT at FROM change ORDER BY seq DESC LIMIT 1), 0)))

--: after
SELECT seq, story, version, kind, at FROM change WHERE seq > ? ORDER BY seq LIMIT ?

--: of
SELECT seq, story, version, kind, at FROM change WHERE story = ? ORDER BY seq

--: latest
SELECT at FROM change WHERE story = ? ORDER BY seq DESC LIMIT 1

--: last
SELECT coalesce(max(seq), 0) FROM change

--: reached
SELECT seq FROM follower WHERE name = ?

--: advance
INSERT INTO follower (name, seq) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq
