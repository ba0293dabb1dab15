// Never the opposite: every variant of every marked page, in jsdom, in as many threads as there are
// processors. The report goes to tests/out/metamorphic-jsdom.json and .md: pages × variants, right
// / unknown / wrong per platform and per widget. PLATFORM=<id>,<id> reads these.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { markedPages, sample } from './lib/cases.mjs';
import { tally, writeReport } from './lib/report.mjs';

const only = process.env.PLATFORM;
const pages = markedPages(only);
// A reading takes seconds of (virtual) time and a second of a processor: the normal run reads a
// sample of every page's variants, another one of each next page; OPTOUTLOG_FULL=1 or PLATFORM
// reads all.
const which = only || process.env.OPTOUTLOG_FULL === '1' ? null : sample(pages, 120);
/** Page number -> its rows, or the error. */
const read = new Map();
const workers = Array.from(
  { length: Math.min(availableParallelism(), pages.length) },
  () => new Worker(new URL('./lib/worker.mjs', import.meta.url)),
);

describe('variants in jsdom', () => {
  before(async () => {
    const waiting = pages.map((_page, at) => at);
    await Promise.all(
      workers.map(async worker => {
        for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
          worker.postMessage({ at, only, variants: which?.[at] });
          const [answer] = await once(worker, 'message');
          read.set(at, answer);
        }
        await worker.terminate();
      }),
    );
  });

  for (const [at, page] of pages.entries()) {
    test(`${page.rule.id} ${page.file}: no variant gives the opposite`, () => {
      const { rows, error } = read.get(at);
      assert.equal(error, undefined);
      assert.ok(rows.length > 0 || which, 'a sample may have none that the page has');
      assert.deepEqual(
        rows.filter(row => row.result === 'wrong').map(row => row.variant),
        [],
      );
    });
  }

  const rows = () => pages.flatMap((_page, at) => read.get(at)?.rows ?? []);

  test('decisive on at least 95 % of the variants that keep the meaning', { skip: !!only }, () => {
    const sum = tally(rows());
    assert.ok(
      sum.wrong === 0 && sum.decisive >= 95,
      `wrong ${sum.wrong}, decisive ${sum.decisive.toFixed(1)} %`,
    );
  });

  after(() => {
    if (read.size)
      console.log(
        writeReport(
          only ? `metamorphic-jsdom-${only.replaceAll(',', '-')}` : 'metamorphic-jsdom',
          rows(),
          'jsdom',
        ),
      );
  });
});
