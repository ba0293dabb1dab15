// Settings with another purpose (kind not-training): every variant of their pages, with every
// reading that is said. None may carry a state of training or a sureness, and what the switch shows
// is never told the wrong way round.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readRules } from '../../scripts/lib-rules.mjs';
import { htmlFor, pageHtml, wakes } from './lib/fixtures.mjs';
import { openPage } from './lib/page.mjs';
import { isMarked, variants } from './metamorphic.mjs';

const only = process.env.PLATFORM;
const rules = readRules()
  .map(({ rule }) => rule)
  .filter(rule => rule.kind === 'not-training' && (!only || rule.id === only));
const OPPOSITE = { on: 'off', off: 'on' };

// The normal run reads every 36th variant of a page, others of each next page.
const STEP = only || process.env.OPTOUTLOG_FULL === '1' ? 1 : 36;

test('there are such rules', { skip: !!only }, () =>
  assert.deepEqual(
    rules.map(rule => rule.id),
    ['adobe', 'discord', 'dropbox', 'gmail'],
  ),
);

for (const rule of rules) {
  for (const [at, entry] of rule.tests
    .filter(one => one.expect.why === 'ok' && isMarked(pageHtml(rule, one)))
    .entries()) {
    test(`${rule.id} ${entry.file}: no variant says a word about training`, async () => {
      let right = 0;
      for (const variant of [...variants(pageHtml(rule, entry))].filter(
        (_variant, n) => (n + at) % STEP === 0,
      )) {
        const page = await openPage({ html: htmlFor(variant.html, entry), url: entry.url, rule });
        if (wakes(rule, entry.url)) page.start();
        await page.clock.advance(12000);
        const said = page
          .readings()
          .map(message => message.reading)
          .filter(reading => !entry.control || reading.control === entry.control);
        page.close();
        for (const reading of said) {
          assert.equal(reading.training, 'unknown', variant.id);
          assert.equal(reading.sure, 'none', variant.id);
          assert.equal(reading.detail.kind, 'not-training', variant.id);
          if (reading.why !== 'ok') continue;
          const wrong = variant.means === 'flip' ? entry.expect.raw : OPPOSITE[entry.expect.raw];
          assert.notEqual(reading.raw, wrong, variant.id);
          assert.notEqual(
            variant.means,
            'lost',
            `${variant.id}: read, though nothing is left to read`,
          );
          right++;
        }
      }
      assert.ok(right > 5 / STEP, 'the variants were read at all');
    });
  }
}
