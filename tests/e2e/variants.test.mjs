// Never the opposite, in the real browsers: variants of every marked page, read by the real content scripts in a real DOM.
// The normal run reads a fixed sample in which every variant and every page is in; OPTOUTLOG_FULL=1 reads all of them.
// PLATFORM=<id> reads one platform. The report goes to tests/out/metamorphic-<browser>.json and .md.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { casesOf, markedPages, outcome, sample } from '../engine/lib/cases.mjs';
import { tally, writeReport } from '../engine/lib/report.mjs';
import { Reader } from './lib/frames.mjs';
import { browsers } from './lib/world.mjs';

/** How many variants the normal run reads in each browser. */
const SAMPLE = 700;

const only = process.env.PLATFORM;
const full = process.env.OPTOUTLOG_FULL === '1' || !!only;
const pages = markedPages(only);
const chosen = full ? pages.map(() => undefined) : sample(pages, SAMPLE);

function* cases() {
  for (const [at, page] of pages.entries()) yield* casesOf(page, chosen[at]);
}

for (const name of browsers) {
  describe(`variants in ${name}`, () => {
    /** @type {any[]} */
    const rows = [];
    const unread = [];

    before(async () => {
      const reader = await Reader.open(name, pages.map((page) => page.url));
      try {
        await reader.read(cases(), (it, readings) => {
          if (readings) rows.push(outcome(it, readings));
          else unread.push(`${it.platform} ${it.page} ${it.variant}`);
        });
      } finally {
        await reader.close();
      }
    });

    test('every variant was read', (t) => {
      assert.deepEqual(unread, []);
      assert.ok(rows.length > 0);
      t.diagnostic(writeReport(`metamorphic-${name}${only ? `-${only}` : full ? '' : '-sample'}`, rows, name));
    });

    for (const platform of new Set(pages.map((page) => page.rule.id))) {
      test(`${platform}: no variant gives the opposite`, () => {
        const own = rows.filter((row) => row.platform === platform);
        assert.ok(own.length > 0);
        assert.deepEqual(own.filter((row) => row.result === 'wrong').map((row) => `${row.page} ${row.variant}`), []);
      });
    }

    test('decisive on at least 95 % of the variants that keep the meaning', { skip: !!only }, () => {
      const sum = tally(rows);
      assert.ok(sum.decisive >= 95, `${sum.decisive.toFixed(1)} %`);
    });
  });
}
