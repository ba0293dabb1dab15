// What a start costs, in instructions of the processor: valgrind counts the same at every run, on
// every machine of this kind. From the first instruction of the program to its end.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { entry } from './status.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');

const frame = (method, params) => {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
};
const HELLO = frame('hello', {
  client: { name: 'bench', version: '1', browser: 'bench' },
  protocol: 1,
});
const RECORD = frame('record', { entries: [entry(0, Date.UTC(2026, 10, 23))] });

/** @param {string[]} command @param {Buffer} input @param {string} [data] its data folder */
function count(command, input, data = '/nonexistent/optoutlog') {
  const run = spawnSync(
    'valgrind',
    ['--tool=callgrind', '--callgrind-out-file=/dev/null', ...command],
    { input, env: { ...process.env, OPTOUTLOG_DATA: data } },
  );
  if (run.error) throw run.error;
  const collected = /Collected : (\d+)/.exec(run.stderr.toString());
  if (run.status !== 0 || !collected || run.stdout.length < 5)
    throw new Error(`${command.join(' ')} ended with ${run.status}: ${run.stderr}`);
  return Number(collected[1]);
}

/** What a host costs: a greeting without and with a record, and the first entry of a new one. */
function costs(host, callerArgument, folder) {
  mkdirSync(folder);
  const data = path.join(folder, 'log');
  const command = [host, callerArgument];
  const bare = count(command, HELLO, path.join(folder, 'none'));
  return [bare, count(command, RECORD, data), count(command, HELLO, data)];
}

/** The same host without the compiler's checks (cmake/Options.cmake). */
function unchecked() {
  const build = path.join(root, 'build/unchecked');
  const cmake = (...args) => execFileSync('cmake', args, { cwd: root, stdio: 'ignore' });
  cmake('--preset', 'release', '-B', build, '-DOPTOUTLOG_HARDENING=OFF', '-DOPTOUTLOG_TESTS=OFF');
  cmake('--build', build, '--target', 'optoutlog-host');
  return path.join(build, 'bin/optoutlog-host');
}

/** @returns {import('./bench.mjs').Row[]} */
export function measureInstructions({ bin, callerArgument, folder }) {
  for (const [name, ...libraries] of [['echo'], ['bare', '-l:libsqlite3.a', '-lm']])
    execFileSync(
      'cc',
      ['-O2', '-o', path.join(folder, name), path.join(here, `${name}.c`), ...libraries],
      { stdio: 'inherit' },
    );
  const echo = count([path.join(folder, 'echo')], HELLO);
  const durable = count([path.join(folder, 'bare'), path.join(folder, 'bare.db')], RECORD);
  const host = path.join(bin, 'optoutlog-host');
  const [greeting, first, known] = costs(host, callerArgument, path.join(folder, 'own'));
  const million = number => `${(number / 1e6).toFixed(2)} M`;
  const row = (what, value, beside, other) => ({
    what: `instructions: ${what}`,
    value: million(value),
    beside: `${beside} ${million(other)}`,
    ratio: `${(value / other).toFixed(2)} x`,
  });
  const rows = [
    row('hello without a record', greeting, 'C echo host', echo),
    row('hello with a record', known, 'C echo host', echo),
    row('start to the first durable entry', first, 'C with SQLite', durable),
  ];
  const without = costs(unchecked(), callerArgument, path.join(folder, 'unchecked'));
  const all = [greeting, first, known];
  ['hello without a record', 'the first durable entry', 'hello with a record'].forEach((what, n) =>
    rows.push(row(`hardening, ${what}`, all[n], 'without it', without[n])),
  );
  return rows;
}
