// Plays the behaviour cases in real browsers and judges them. See README.md beside this file.
//
//   node tests/behaviour/run.mjs [--browser chromium|firefox|both] [--only ID,ID] [--kind
//   KIND,KIND] [--sample] [--jobs N]
//                                [--timeline] [--cases FILE]
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { out, root } from '../e2e/lib/profile.mjs';
import { within } from '../e2e/lib/until.mjs';
import { judge } from './judge.mjs';
import { play } from './play.mjs';
import { markdown, numbers, passes, storyOf, summary, wrongLine } from './report.mjs';
import { SAMPLE } from './sample.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

function options() {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string', default: 'both' },
      only: { type: 'string' },
      kind: { type: 'string' },
      jobs: { type: 'string', default: '6' },
      sample: { type: 'boolean', default: false },
      timeline: { type: 'boolean', default: false },
      cases: { type: 'string', default: path.join(here, 'cases.json') },
    },
  });
  const list = text =>
    text
      ?.split(',')
      .map(part => part.trim())
      .filter(Boolean);
  const browsers = values.browser === 'both' ? ['chromium', 'firefox'] : [values.browser];
  return {
    ...values,
    browsers,
    only: list(values.only),
    kind: list(values.kind),
    jobs: Number(values.jobs),
  };
}

/**
 * The cases that are asked for, in the browser. An id or a kind that is nowhere is a mistake of who
 * asks.
 */
function chosen(all, browser, { only, kind, sample }) {
  for (const id of only ?? [])
    if (!all.some(it => it.id === id)) throw new Error(`no case is called ${id}`);
  for (const name of kind ?? [])
    if (!all.some(it => it.kind === name)) throw new Error(`no kind is called ${name}`);
  return all.filter(
    it =>
      (it.only ?? browser) === browser &&
      (!only || only.includes(it.id)) &&
      (!kind || kind.includes(it.kind)) &&
      (!sample || SAMPLE.includes(it.id)),
  );
}

/** At most `limit` works at a time. @returns {(work: () => Promise<any>) => Promise<any>} */
function gate(limit) {
  let free = limit;
  const waiting = [];
  return async work => {
    if (free > 0) free -= 1;
    else
      await new Promise(resolve => {
        waiting.push(resolve);
      });
    try {
      return await work();
    } finally {
      if (waiting.length) waiting.shift()();
      else free += 1;
    }
  };
}

async function once(it, browser, starting) {
  const limit = it.end + 240_000 + it.steps.length * 5_000;
  const seen = await within(`the case ${it.id}`, play(it, browser, starting), limit);
  return { it, seen, verdict: judge(it, seen) };
}

/** One case; where the harness itself failed, once more, and that is said. */
async function result(it, browser, starting) {
  try {
    return await once(it, browser, starting);
  } catch (error) {
    console.log(
      `  ${it.id}: the harness failed, once more: ` +
        `${error.stack.split('\n').slice(0, 8).join('\n      ')}`,
    );
    try {
      return await once(it, browser, starting);
    } catch (again) {
      return { it, error: again.message };
    }
  }
}

function commit() {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'no commit';
  }
}

/**
 * All chosen cases in one browser, the longest first.
 * @returns {Promise<{passed: number, failed: number}>}
 */
async function runIn(browser, cases, { jobs, timeline: always }) {
  const began = Date.now();
  const starting = gate(Math.max(1, Math.min(jobs, os.availableParallelism())));
  mkdirSync(path.join(out, 'behaviour'), { recursive: true });
  const waiting = [...cases].sort((a, b) => b.end - a.end);
  const results = [];
  const worker = async () => {
    for (let it = waiting.shift(); it; it = waiting.shift()) {
      const got = await result(it, browser, starting);
      results.push(got);
      const right = !got.error && got.verdict.ok;
      console.log(
        `${right ? 'ok   ' : 'WRONG'} ${browser} ` +
          `${String(results.length).padStart(3)}/${cases.length} ` +
          `${right ? it.id : wrongLine(got)}`,
      );
      if (!got.seen) continue;
      const story = storyOf(got);
      writeFileSync(
        path.join(out, 'behaviour', `${browser}-${it.id}.txt`),
        `${wrongLine(got)}\n\n${story}\n`,
      );
      if (always || cases.length === 1) console.log(story);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, cases.length) }, worker));
  results.sort((a, b) => cases.indexOf(a.it) - cases.indexOf(b.it));
  const took = Math.round((Date.now() - began) / 1000);
  writeFileSync(
    path.join(out, `behaviour-${browser}.md`),
    markdown(browser, results, { seconds: took, commit: commit() }),
  );
  const n = numbers(results);
  console.log(`\n${summary(browser, n)}, ${took} s`);
  const wrong = results.filter(({ verdict, error }) => error || !verdict.ok);
  for (const each of wrong) console.log(`  ${wrongLine(each)}`);
  console.log('');
  // the few that may be missed are no failures; what they are is said above
  const failed = passes(n) ? 0 : wrong.length;
  return { passed: results.length - failed, failed };
}

// puppeteer ends its browsers at a signal, and then goes on as if nothing had happened
for (const signal of ['SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    setTimeout(() => process.exit(1), 3_000);
  });
process.on('unhandledRejection', error => {
  console.log(`  a rejection that nobody waited for: ${error?.message ?? error}`);
});
const asked = options();
const all = JSON.parse(readFileSync(asked.cases, 'utf8'));
const total = { passed: 0, failed: 0 };
for (const browser of asked.browsers) {
  const cases = chosen(all, browser, asked);
  if (cases.length === 0) continue;
  const { passed, failed } = await runIn(browser, cases, asked);
  total.passed += passed;
  total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed || !total.passed ? 1 : 0);
