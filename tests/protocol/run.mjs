#!/usr/bin/env node
// Drives a built host over pipes, as a browser would, from the case files in cases/. README.md says
// how to add one.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { loadCase, Run } from './lib/case.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const usage =
  'usage: run.mjs --host FILE [--wrap COMMAND] [--filter TEXT] [--jobs N] [--json] [--keep]';

const { values } = parseArgs({
  options: {
    host: { type: 'string' },
    wrap: { type: 'string' },
    filter: { type: 'string' },
    cases: { type: 'string' },
    jobs: { type: 'string', default: '4' },
    json: { type: 'boolean' },
    keep: { type: 'boolean' },
  },
});
if (!values.host || !fs.existsSync(values.host)) {
  console.error(values.host ? `no such file: ${values.host}` : usage);
  process.exit(2);
}

const platform = values.wrap?.includes('wine') ? 'windows' : process.platform;
const options = {
  platform,
  command: [...(values.wrap ? values.wrap.split(' ') : []), path.resolve(values.host)],
  ids: JSON.parse(fs.readFileSync(path.join(here, '../../manifests/ids.json'), 'utf8')),
  timeout: Number(process.env.OPTOUTLOG_TEST_TIMEOUT ?? 60_000), // generous: only a hang reaches it
  keep: values.keep,
};
const folder = values.cases ?? path.join(here, 'cases');
const tests = fs
  .readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .sort()
  .filter(file => !values.filter || file.includes(values.filter))
  .map(file => loadCase(path.join(folder, file)))
  .filter(
    test =>
      !test.only || test.only === platform || (test.only === 'posix' && platform !== 'windows'),
  );
if (!tests.length) {
  console.error('no case fits');
  process.exit(2);
}

/** Some cases speak of "the same day": none may start just before the day changes. */
async function awayFromMidnight() {
  const left = 86_400_000 - (Date.now() % 86_400_000);
  if (left > 120_000) return;
  console.error(`waiting ${Math.ceil(left / 1000)} s for midnight UTC to pass`);
  await new Promise(done => setTimeout(done, left + 1000));
}

const results = [];
const queue = [...tests];
async function worker() {
  for (let test = queue.shift(); test; test = queue.shift()) {
    await awayFromMidnight();
    const result = await new Run(test, options).run();
    const name = path.basename(test.file, '.json');
    results.push({ name, title: test.name, ...result });
    if (values.json) continue;
    console.log(`${result.ok ? 'ok    ' : 'FAILED'} ${name}: ${test.name}`);
    if (!result.ok) console.log(`    why: ${test.why}\n    ${result.problem}`);
  }
}
await Promise.all(Array.from({ length: Math.max(1, Number(values.jobs)) }, worker));

const failed = results.filter(result => !result.ok).length;
if (values.json)
  console.log(JSON.stringify({ passed: results.length - failed, failed, results }, null, 2));
else console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
