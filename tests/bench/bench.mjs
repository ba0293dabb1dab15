// The measures of the project, as ratios taken in one run on one machine: node
// tests/bench/bench.mjs [--full] Nothing here fails because a machine is slow; a part that cannot
// run says why and the others go on.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureEngine } from './engine.mjs';
import { measureBundle } from './bundle.mjs';
import { measureInstructions } from './instructions.mjs';
import { measureStatus } from './status.mjs';
import { measureSizes } from './sizes.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const full = process.argv.includes('--full') || process.env.OPTOUTLOG_FULL === '1';
const bin = process.env.OPTOUTLOG_BIN ?? path.join(root, 'build/release/bin');
const ids = JSON.parse(readFileSync(path.join(root, 'manifests/ids.json'), 'utf8'));
const callerArgument = `chrome-extension://${ids.chromium[0]}/`;

/** @typedef {{what: string, value: string, beside: string, ratio: string}} Row */

/** From process start to the whole first reply, against hosts that do nothing. @returns {Row[]} */
function measureStart(folder) {
  for (const name of ['startup', 'echo']) {
    execFileSync('cc', ['-O2', '-o', path.join(folder, name), path.join(here, `${name}.c`)], {
      stdio: 'inherit',
    });
  }
  const frame = path.join(folder, 'hello.json');
  const params = { client: { name: 'bench', version: '1', browser: 'bench' }, protocol: 1 };
  writeFileSync(frame, JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'hello', params }));
  const env = { ...process.env, OPTOUTLOG_DATA: path.join(folder, 'start') };
  const take = (...command) =>
    Number(
      execFileSync(path.join(folder, 'startup'), ['300', frame, ...command], { env })
        .toString()
        .split(' ')[0],
    );
  const echo = take(path.join(folder, 'echo'));
  const python = take('/usr/bin/python3', path.join(here, 'echo.py'));
  const host = take(path.join(bin, 'optoutlog-host'), callerArgument);
  const row = (what, value) => ({
    what: `start to first reply: ${what}`,
    value: `${(value / 1000).toFixed(2)} ms`,
    beside: `C echo host ${(echo / 1000).toFixed(2)} ms`,
    ratio: `${(value / echo).toFixed(1)} x`,
  });
  return [row('optoutlog-host', host), row('echo host in Python', python)];
}

async function part(name, work, rows, problems) {
  try {
    rows.push(...(await work()));
  } catch (error) {
    problems.push(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

const folder = await mkdtemp(path.join(tmpdir(), 'optoutlog-bench-'));
/** @type {Row[]} */
const rows = [];
const problems = [];
try {
  await part('start', () => measureStart(folder), rows, problems);
  await part(
    'instructions',
    () => measureInstructions({ bin, callerArgument, folder }),
    rows,
    problems,
  );
  await part(
    'status',
    () =>
      measureStatus({
        host: path.join(bin, 'optoutlog-host'),
        callerArgument,
        folder,
        many: full ? 1_000_000 : 100_000,
      }),
    rows,
    problems,
  );
  await part('bundle', () => measureBundle({ bin, callerArgument, folder }), rows, problems);
  await part('sizes', () => measureSizes(root), rows, problems);
  await part('engine', () => measureEngine(), rows, problems);
} finally {
  await rm(folder, { recursive: true, force: true });
}

const width = key => Math.max(...rows.map(row => row[key].length), key.length);
const line = row =>
  `${row.what.padEnd(width('what'))}  ${row.value.padStart(width('value'))}  ` +
  `${row.beside.padEnd(width('beside'))}  ${row.ratio.padStart(width('ratio'))}`;
console.log(line({ what: 'what', value: 'value', beside: 'beside', ratio: 'ratio' }));
for (const row of rows) console.log(line(row));
for (const problem of problems) console.log(`not measured: ${problem}`);
mkdirSync(path.join(root, 'tests/out'), { recursive: true });
writeFileSync(
  path.join(root, 'tests/out/bench.json'),
  `${JSON.stringify({ at: new Date().toISOString(), rows, problems }, null, 2)}\n`,
);
