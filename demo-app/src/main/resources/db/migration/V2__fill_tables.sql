-- The same rows at every start: 200 authors with profiles, 5,000 posts, 15,000 comments, and 20 projects with
-- 20 assigned and 10 unassigned tasks each. The author with the id 1 has exactly 100 posts.

-- Every first name with every last name
INSERT INTO author (id, name)
SELECT x, first_names[MOD(x - 1, 20) + 1] || ' ' || last_names[MOD(3 * x + (x - 1) / 20, 10) + 1]
FROM SYSTEM_RANGE(1, 200), (SELECT
  ARRAY[
    'Ada', 'Grace', 'Linus', 'Barbara', 'Donald', 'Radia', 'Edsger', 'Frances', 'Tony',
    'Margaret', 'Ken', 'Jean', 'Niklaus', 'Sophie', 'Alan', 'Hedy', 'Dennis', 'Karen', 'Claude',
    'Mary'
  ] AS first_names,
  ARRAY[
    'Okafor', 'Lindqvist', 'Marchetti', 'Tanaka', 'Novak', 'Haddad', 'Silva', 'Petersen',
    'Dubois', 'Kowalski'
  ] AS last_names);

INSERT INTO profile (id, headline, city, author_id)
SELECT x, headlines[MOD(x, 8) + 1], cities[MOD(x, 11) + 1], x
FROM SYSTEM_RANGE(1, 200), (SELECT
  ARRAY[
    'Writes about databases and bread', 'Thirty years of legacy code', 'Tests first, asks later',
    'Reads query plans for fun', 'Collects stack traces', 'Believes in small commits',
    'Deletes more than they add', 'Never met a cache they trusted'
  ] AS headlines,
  ARRAY[
    'Lagos', 'Uppsala', 'Bologna', 'Kyoto', 'Brno', 'Tunis', 'Porto', 'Aarhus', 'Lyon', 'Gdansk',
    'Utrecht'
  ] AS cities);

-- 25 * 20 * 10 different titles; 1237 has no common factor with 5000, so that y takes each value once
INSERT INTO post (id, title, published_on, author_id)
SELECT x,
  openings[MOD(y, 25) + 1] || ' ' || topics[MOD(y / 25, 20) + 1] || ' ' || endings[y / 500 + 1],
  DATEADD(DAY, MOD(y, 2000), DATE '2020-01-01'),
  CASE WHEN x <= 100 THEN 1 ELSE 2 + MOD(x - 101, 199) END
FROM (SELECT x, MOD(x * 1237, 5000) AS y FROM SYSTEM_RANGE(1, 5000)), (SELECT
  ARRAY[
    'Debugging', 'Explaining', 'Measuring', 'Replacing', 'Testing', 'Naming', 'Migrating',
    'Reviewing', 'Understanding', 'Rewriting', 'Deleting', 'Teaching', 'Profiling', 'Documenting',
    'Untangling', 'Trusting', 'Simplifying', 'Automating', 'Avoiding', 'Sketching', 'Releasing',
    'Reading', 'Defending', 'Postponing', 'Surviving'
  ] AS openings,
  ARRAY[
    'a slow query', 'foreign keys', 'the nightly batch', 'database migrations', 'an old schema',
    'feature flags', 'the build', 'connection pools', 'time zones', 'a flaky test',
    'error messages', 'the start page', 'composite keys', 'the cache', 'code reviews',
    'a large pull request', 'association loading', 'the deployment', 'log files',
    'an N+1 problem'
  ] AS topics,
  ARRAY[
    'on a quiet afternoon', 'before the first coffee', 'with a checklist', 'one commit at a time',
    'without a framework', 'for the third time', 'in front of the whole team',
    'from first principles', 'and what it taught us', 'after midnight'
  ] AS endings);

-- Three a post
INSERT INTO comment (id, body, post_id)
SELECT x, openings[MOD(x * 3, 10) + 1] || ' ' || details[MOD(x * 5, 7) + 1], (x - 1) / 3 + 1
FROM SYSTEM_RANGE(1, 15000), (SELECT
  ARRAY[
    'Thanks, this saved my afternoon.', 'I tried this yesterday.', 'Great read.',
    'I am not convinced.', 'We had exactly this.', 'Could you show the query plan?',
    'Bookmarked.', 'This should be in the manual.', 'Short and clear.', 'Second that.'
  ] AS openings,
  ARRAY[
    'It worked the first time.', 'The second part is the important one.',
    'How does it behave with a million rows?', 'Our team argues about it every spring.',
    'I would love a follow-up.', 'Mind the indexes, though.', 'The tests tell the same story.'
  ] AS details);

INSERT INTO project (id, name)
SELECT x, names[x]
FROM SYSTEM_RANGE(1, 20), (SELECT
  ARRAY[
    'Library Garden', 'River Clean-up', 'Night Bus Timetable', 'School Radio', 'Repair Cafe',
    'Open Archive', 'Town Map', 'Beehive Sensors', 'Bicycle Kitchen', 'Winter Market',
    'Seed Library', 'Lighthouse Museum', 'Weather Station', 'Tool Library', 'Neighbourhood Choir',
    'Harbour Festival', 'Playground Survey', 'Community Kitchen', 'Film Club', 'Bird Census'
  ] AS names);

-- Thirty a project; nobody does every third one
INSERT INTO task (id, title, assignee, project_id)
SELECT x,
  verbs[MOD(x, 10) + 1] || ' the ' || things[MOD(x, 7) + 1],
  CASE WHEN MOD(x, 3) > 0 THEN assignees[MOD(x, 5) + 1] END,
  (x - 1) / 30 + 1
FROM SYSTEM_RANGE(1, 600), (SELECT
  ARRAY[
    'Check', 'Repair', 'Clean', 'Photograph', 'Measure', 'Label', 'Test', 'Paint', 'Count', 'Move'
  ] AS verbs,
  ARRAY[
    'shelves', 'spare parts', 'sensors', 'workbenches', 'signs', 'lamps', 'tools'
  ] AS things,
  ARRAY[
    'Amara', 'Ben', 'Chidi', 'Dana', 'Elif'
  ] AS assignees);

-- Rows that are inserted later get the next ids
ALTER TABLE author ALTER COLUMN id RESTART WITH 201;
ALTER TABLE profile ALTER COLUMN id RESTART WITH 201;
ALTER TABLE post ALTER COLUMN id RESTART WITH 5001;
ALTER TABLE comment ALTER COLUMN id RESTART WITH 15001;
ALTER TABLE project ALTER COLUMN id RESTART WITH 21;
ALTER TABLE task ALTER COLUMN id RESTART WITH 601;
