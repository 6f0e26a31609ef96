// The five rules in DuckDB: node duckdb.mjs --sql FILE --out RESULT.json [--threads 2] EVENTS
//
// Runs sql/load.sql and the given file over the events. The clock runs from the creation of the
// database to the last statement; the start of node and the writing of RESULT.json are not counted.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sql: { type: 'string' },
    out: { type: 'string' },
    threads: { type: 'string', default: '2' },
  },
});
if (!options.sql || !options.out || positionals.length !== 1) {
  console.error('usage: node duckdb.mjs --sql FILE --out RESULT.json [--threads 2] EVENTS');
  process.exit(2);
}

const here = new URL('.', import.meta.url);
const load = readFileSync(new URL('sql/load.sql', here), 'utf8');
const rules = readFileSync(options.sql, 'utf8');
const file = positionals[0].replaceAll("'", "''");

const start = performance.now();
const database = await DuckDBInstance.create(':memory:', { threads: options.threads });
const connection = await database.connect();
await connection.run(`SET VARIABLE file = '${file}'`);
await connection.run(load);
const loaded = performance.now();
await connection.run(rules);
const end = performance.now();

const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();
const [[version]] = await rows('SELECT version()');
const found = await rows('SELECT rule, key, first_ms, held FROM found ORDER BY rule, key');
const result = {};
for (const [rule, key, first, held] of found) {
  const entry = (result[rule] ??= { held: 0, first: {} });
  entry.held += Number(held);
  entry.first[key] = Number(first);
}
writeFileSync(options.out, JSON.stringify({
  version,
  seconds: (end - start) / 1000,
  load_seconds: (loaded - start) / 1000,
  rules: result,
}));
