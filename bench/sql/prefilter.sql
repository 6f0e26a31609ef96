-- The same five rules for a file that is complete: keys that never reach the threshold in the whole
-- file are left out first, and only the few others get a window. Nothing that still receives events
-- can be asked this way, but over a closed file it gives the same answer.
INSERT INTO found
SELECT 'bench_addresses', account, min(t), count(*)
FROM (SELECT account, t, count(DISTINCT ip) OVER (
        PARTITION BY account ORDER BY t RANGE BETWEEN 3599999 PRECEDING AND CURRENT ROW) AS n
      FROM events
      WHERE NOT bid AND account IN (SELECT account FROM events WHERE NOT bid
                                    GROUP BY account HAVING count(DISTINCT ip) >= 3))
WHERE n >= 3 GROUP BY account;

INSERT INTO found
SELECT 'bench_countries', account, min(t), count(*)
FROM (SELECT account, t, count(DISTINCT country) OVER (
        PARTITION BY account ORDER BY t RANGE BETWEEN 86399999 PRECEDING AND CURRENT ROW) AS n
      FROM events
      WHERE NOT bid AND country IS NOT NULL AND account IN (SELECT account FROM events WHERE NOT bid
                                    GROUP BY account HAVING count(DISTINCT country) >= 3))
WHERE n >= 3 GROUP BY account;

INSERT INTO found
SELECT 'bench_accounts_of_address', ip, min(t), count(*)
FROM (SELECT ip, t, count(DISTINCT account) OVER (
        PARTITION BY ip ORDER BY t RANGE BETWEEN 604799999 PRECEDING AND CURRENT ROW) AS n
      FROM events
      WHERE NOT bid AND ip IN (SELECT ip FROM events WHERE NOT bid
                               GROUP BY ip HAVING count(DISTINCT account) >= 3))
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
      FROM events
      WHERE NOT bid AND device IN (SELECT device FROM events WHERE NOT bid
                                   GROUP BY device HAVING count(DISTINCT account) >= 2))
WHERE n >= 2 GROUP BY device;
