-- Tweets are posts: the rows of one table, told apart by a column. The rest have no type: they are plain posts.
ALTER TABLE post ADD COLUMN type VARCHAR(20);
ALTER TABLE post ADD COLUMN hashtag VARCHAR(50);

-- Every fifth post, except those of author 1
UPDATE post SET type = 'Tweet', hashtag = '#' || ARRAY['sql', 'java', 'testing', 'legacy', 'releases', 'naming', 'caches'][MOD(id, 7) + 1]
WHERE id > 100 AND MOD(id, 5) = 0;
