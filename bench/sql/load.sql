-- Reads the event file: only the columns and the kinds of event that the five rules use.
-- The variable `file` names it. Order is left to the windows, which lets the reader run in parallel.
SET preserve_insertion_order = false;

CREATE TABLE events AS
SELECT epoch_ms(time) AS t, type = 'bid.submitted' AS bid, account, ip, country, device
FROM read_ndjson(getvariable('file'),
                 columns = {time: 'TIMESTAMP', type: 'VARCHAR', account: 'VARCHAR', ip: 'VARCHAR',
                            country: 'VARCHAR', device: 'VARCHAR'})
WHERE type IN ('session.start', 'session.activity', 'bid.submitted');

-- Per rule and key: when it first held, and at how many events it held.
CREATE TABLE found (rule VARCHAR, key VARCHAR, first_ms BIGINT, held BIGINT);
