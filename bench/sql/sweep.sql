-- The same five rules without count(DISTINCT): a value is in the window of its key from an
-- occurrence until W later, so the distinct count is a running sum of values that come (+1) and
-- values that expire (-1). Two linear windows instead of one that keeps every value.
-- Two distinct values are a minimum that differs from the maximum. `pairs` is what the macro reads.
CREATE VIEW pairs AS SELECT account AS key, ip AS value, t FROM events WHERE NOT bid;
CREATE MACRO distinct_held(w, n) AS TABLE
WITH seen AS (
  SELECT key, value, t, lag(t) OVER same AS before, lead(t) OVER same AS after
  FROM pairs WINDOW same AS (PARTITION BY key, value ORDER BY t)),
steps AS (
  SELECT key, t, true AS event,
         CASE WHEN value IS NOT NULL AND (before IS NULL OR before <= t - w) THEN 1 ELSE 0 END AS step
  FROM seen
  UNION ALL
  SELECT key, t + w, false, -1 FROM seen
  WHERE value IS NOT NULL AND (after IS NULL OR after >= t + w))
SELECT key, min(t) AS first_ms, count(*) AS held
FROM (SELECT key, t, event, sum(step) OVER (
        PARTITION BY key ORDER BY t, event ROWS UNBOUNDED PRECEDING) AS distinct_values
      FROM steps)
WHERE event AND distinct_values >= n GROUP BY key;

INSERT INTO found SELECT 'bench_addresses', * FROM distinct_held(3600000, 3);

CREATE OR REPLACE VIEW pairs AS SELECT account AS key, country AS value, t FROM events
  WHERE NOT bid AND country IS NOT NULL;
INSERT INTO found SELECT 'bench_countries', * FROM distinct_held(86400000, 3);

CREATE OR REPLACE VIEW pairs AS
SELECT ip AS key, account AS value, t FROM events WHERE NOT bid AND ip IS NOT NULL;
INSERT INTO found SELECT 'bench_accounts_of_address', * FROM distinct_held(604800000, 3);

INSERT INTO found
SELECT 'bench_bids', account, min(t), count(*)
FROM (SELECT account, t, count(*) OVER (
        PARTITION BY account ORDER BY t RANGE BETWEEN 86399999 PRECEDING AND CURRENT ROW) AS n
      FROM events WHERE bid)
WHERE n >= 5 GROUP BY account;

INSERT INTO found
SELECT 'bench_accounts_of_device', device, min(t), count(*)
FROM (SELECT device, t, min(account) OVER month <> max(account) OVER month AS held
      FROM events WHERE NOT bid AND device IS NOT NULL
      WINDOW month AS (PARTITION BY device ORDER BY t
                       RANGE BETWEEN 2591999999 PRECEDING AND CURRENT ROW))
WHERE held GROUP BY device;
