-- 12 prisons with eight criminals each; most of the 60 criminals have been sentenced twice.

INSERT INTO prison (id, name, updated_at)
SELECT x, names[x], TIMESTAMP WITH TIME ZONE '2025-01-01 00:00:00+00'
FROM SYSTEM_RANGE(1, 12), (SELECT
  ARRAY[
    'Castle Gate', 'North Quay', 'The Old Mint', 'Saltmarsh', 'Mill Road', 'Grey Tower', 'Harbour View', 'St. Anne',
    'The Brickworks', 'Long Meadow', 'Two Bridges', 'Summer Island'
  ] AS names);

INSERT INTO criminal (id, name)
SELECT x, first_names[MOD(x, 12) + 1] || ' the ' || epithets[MOD(x, 5) + 1]
FROM SYSTEM_RANGE(1, 60), (SELECT
  ARRAY[
    'Bertha', 'Casper', 'Dolores', 'Edgar', 'Fleur', 'Gustav', 'Hilda', 'Igor', 'Josefa', 'Konrad', 'Lola', 'Milo'
  ] AS first_names,
  ARRAY[
    'Forger', 'Quiet', 'Pickpocket', 'Cardsharp', 'Bookthief'
  ] AS epithets);

-- 7 has no common factor with 60, so that the sentences in a prison are those of different criminals
INSERT INTO sentence (id, since, prison_id, criminal_id)
SELECT x, DATEADD(DAY, x * 17, DATE '2019-01-01'), (x - 1) / 8 + 1, MOD(x * 7, 60) + 1
FROM SYSTEM_RANGE(1, 96);

-- Who adds a counter to a table with rows counts them once
UPDATE prison SET sentences_count = (SELECT COUNT(*) FROM sentence WHERE sentence.prison_id = prison.id);

-- Rows that are inserted later get the next ids
ALTER TABLE prison ALTER COLUMN id RESTART WITH 13;
ALTER TABLE criminal ALTER COLUMN id RESTART WITH 61;
ALTER TABLE sentence ALTER COLUMN id RESTART WITH 97;
