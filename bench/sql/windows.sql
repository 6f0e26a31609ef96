-- The five rules as windows, each judged at every event, as Sekisho does.
-- A window is (t - W, t]; RANGE includes its lower bound, hence W - 1 ms. An event without the
-- counted field is no input, so it is not judged.
INSERT INTO found
SELECT 'bench_addresses', account, min(t), count(*)
FROM (SELECT account, t, count(DISTINCT ip) OVER (
        PARTITION BY account ORDER BY t RANGE BETWEEN 3599999 PRECEDING AND CURRENT ROW) AS n
      FROM events WHERE NOT bid)
WHERE n >= 3 GROUP BY account;

INSERT INTO found
SELECT 'bench_countries', account, min(t), count(*)
FROM (SELECT account, t, count(DISTINCT country) OVER (
        PARTITION BY account ORDER BY t RANGE BETWEEN 86399999 PRECEDING AND CURRENT ROW) AS n
      FROM events WHERE NOT bid AND country IS NOT NULL)
WHERE n >= 3 GROUP BY account;

INSERT INTO found
SELECT 'bench_accounts_of_address', ip, min(t), count(*)
FROM (SELECT ip, t, count(DISTINCT account) OVER (
        PARTITION BY ip ORDER BY t RANGE BETWEEN 604799999 PRECEDING AND CURRENT ROW) AS n
      FROM events WHERE NOT bid AND ip IS NOT NULL)
WHERE n >= 3 GROUP BY ip;

INSERT INTO found
SELECT 'bench_bids', account, min(t), count(*)
FROM (SELECT account, t, count(*) OVER (
        PARTITION BY account ORDER BY t RANGE BETWEEN 86399999 PRECEDING AND CURRENT ROW) AS n
      FROM events WHERE bid)
WHERE n >= 5 GROUP BY account;

INSERT INTO found
SELECT 'bench_accounts_of_device', device, min(t), count(*)
FROM (SELECT device, t, count(DISTINCT account) OVER (
        PARTITION BY device ORDER BY t RANGE BETWEEN 2591999999 PRECEDING AND CURRENT ROW) AS n
      FROM events WHERE NOT bid AND device IS NOT NULL)
WHERE n >= 2 GROUP BY device;
