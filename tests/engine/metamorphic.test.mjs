// Never the opposite: every variant of every marked page, in jsdom. The report goes to tests/out/metamorphic-jsdom.json
// and .md: pages × variants, right / unknown / wrong per platform and per widget. PLATFORM=<id>,<id> reads these.
import { test, after } from 'node:test';
import assert from 'node:assert/strict';
import { casesOf, markedPages, outcome } from './lib/cases.mjs';
import { openPage } from './lib/page.mjs';
import { tally, writeReport } from './lib/report.mjs';

const rows = [];
const only = process.env.PLATFORM;

for (const entry of markedPages(only)) {
  test(`${entry.rule.id} ${entry.file}: no variant gives the opposite`, async () => {
    const wrong = [];
    for (const it of casesOf(entry)) {
      const page = await openPage({ html: it.html, url: it.url, rule: it.rule });
      page.start();
      await page.clock.advance(12000);
      const row = outcome(it, page.readings().map((message) => message.reading));
      page.close();
      rows.push(row);
      if (row.result === 'wrong') wrong.push(row.variant);
    }
    assert.deepEqual(wrong, []);
  });
}

after(() => {
  if (rows.length) console.log(writeReport(only ? `metamorphic-jsdom-${only.replaceAll(',', '-')}` : 'metamorphic-jsdom', rows, 'jsdom'));
});

test('decisive on at least 95 % of the variants that keep the meaning', { skip: !!only }, () => {
  const sum = tally(rows);
  assert.ok(sum.wrong === 0 && sum.decisive >= 95, `wrong ${sum.wrong}, decisive ${sum.decisive.toFixed(1)} %`);
});
