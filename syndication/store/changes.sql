--: append
INSERT INTO change (story, version, kind, at) VALUES (?, ?, ?, ?)

--: after
SELECT seq, story, version, kind, at FROM change WHERE seq > ? ORDER BY seq LIMIT ?

--: news
-- What a follower has still to read, each story once and as it is now, with the instant when the log last named it
-- and the feeds that it is a member of.
SELECT s.id, v.document, s.visible, s.shown, s.part, s.lead, s.own,
 (SELECT at FROM change WHERE story = s.id ORDER BY seq DESC LIMIT 1), max(c.seq), count(*),
 (SELECT group_concat(feed_window) FROM member WHERE story = s.id)
FROM (SELECT seq, story FROM change WHERE seq > coalesce((SELECT seq FROM follower WHERE name = ?), 0)
      ORDER BY seq LIMIT ?) c
JOIN story s ON s.id = c.story JOIN version v ON v.id = s.version GROUP BY s.id ORDER BY s.id

--: of
SELECT seq, story, version, kind, at FROM change WHERE story = ? ORDER BY seq

--: latest
-- When the log last named any of these stories.
SELECT max((SELECT at FROM change WHERE story = r.value ORDER BY seq DESC LIMIT 1)) FROM json_each(?) r

--: last
SELECT coalesce(max(seq), 0) FROM change

--: reached
SELECT seq FROM follower WHERE name = ?

--: advance
INSERT INTO follower (name, seq) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq
