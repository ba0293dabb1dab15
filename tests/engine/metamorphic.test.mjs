// Never the opposite: every variant of every marked page, in jsdom. The report goes to tests/out/metamorphic-jsdom.json
// and .md: pages × variants, right / unknown / wrong per platform and per widget kind.
import { test, after } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRules, root } from '../../scripts/lib-rules.mjs';
import { htmlFor, pageHtml, wakes } from './lib/fixtures.mjs';
import { openPage } from './lib/page.mjs';
import { isMarked, judge, variants } from './metamorphic.mjs';
import { markdown, tally } from './lib/report.mjs';

const rows = [];
const only = process.env.PLATFORM;

for (const { rule } of readRules().filter((entry) => entry.rule.controls && (!only || entry.rule.id === only))) {
  const pages = rule.tests.filter((entry) => entry.expect.training !== 'unknown' && isMarked(pageHtml(rule, entry)));
  for (const entry of pages) {
    test(`${rule.id} ${entry.file}: no variant gives the opposite`, async () => {
      for (const variant of variants(pageHtml(rule, entry))) {
        const page = await openPage({ html: htmlFor(variant.html, entry), url: entry.url, rule });
        if (wakes(rule, entry.url)) page.start();
        await page.clock.advance(12000);
        // Every reading counts, not only the last: a false one that is corrected later was still said.
        const said = page.readings().map((message) => message.reading).filter((reading) => !entry.control || reading.control === entry.control);
        page.close();
        // A rule may read a frozen switch on purpose, and says that it is locked.
        const frozen = variant.id === 'disabled' && rule.controls.some((control) => control.disabled === 'state');
        const means = frozen ? 'same' : variant.means;
        const results = said.map((reading) => judge(means, entry.expect.training, reading.training));
        const last = said.at(-1);
        rows.push({
          platform: rule.id, kind: rule.controls[0].kind ?? rule.kind, page: entry.file, variant: variant.id, means, keeps: variant.keeps,
          result: results.includes('wrong') ? 'wrong' : judge(means, entry.expect.training, last?.training ?? 'unknown'), why: last?.why ?? 'silent', row: last?.detail.row ?? null,
        });
      }
      const wrong = rows.filter((row) => row.platform === rule.id && row.page === entry.file && row.result === 'wrong');
      assert.deepEqual(wrong.map((row) => row.variant), []);
    });
  }
}

after(() => {
  if (rows.length === 0) return;
  const out = join(root, 'tests', 'out');
  mkdirSync(out, { recursive: true });
  const name = only ? `metamorphic-jsdom-${only}` : 'metamorphic-jsdom';
  writeFileSync(join(out, `${name}.json`), JSON.stringify(rows, null, 1));
  writeFileSync(join(out, `${name}.md`), markdown(rows, 'jsdom'));
  const sum = tally(rows);
  console.log(`metamorphic: ${rows.length} variants, ${sum.wrong} wrong, decisive on ${sum.decisive.toFixed(1)} % of those that keep the meaning (tests/out/${name}.md)`);
});

test('decisive on at least 95 % of the variants that keep the meaning', { skip: !!only }, () => {
  const sum = tally(rows);
  assert.ok(sum.wrong === 0 && sum.decisive >= 95, `wrong ${sum.wrong}, decisive ${sum.decisive.toFixed(1)} %`);
});
