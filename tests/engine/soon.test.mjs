// How soon it is said, in the page's own time: a plain visit within 5 s of the page being quiet, a
// person's change within 3 s of the click that kept it. The table is printed. The normal run looks
// at some pages of each, OPTOUTLOG_FULL=1 at all.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readRules } from '../../scripts/lib-rules.mjs';
import { htmlFor, pageHtml } from './lib/fixtures.mjs';
import { openPage } from './lib/page.mjs';

const PLATFORMS = ['linkedin', 'x', 'chatgpt', 'claude', 'github', 'pinterest'];
const STATES = ['allowed', 'denied'];
const STEP_MS = 50;
const MANY = process.env.OPTOUTLOG_FULL === '1' ? Infinity : 3;

/**
 * Until a reading that fits is said.
 * @param {any} page
 * @param {(reading: any) => boolean} fits
 * @returns {Promise<number>} ms
 */
async function until(page, fits) {
  const from = page.clock.now();
  const seen = page.messages.length;
  const said = () =>
    page.messages.slice(seen).some(it => it.type === 'reading' && fits(it.reading));
  while (!said() && page.clock.now() - from < 20_000) await page.clock.advance(STEP_MS);
  return said() ? page.clock.now() - from : Infinity;
}

/** Pages that draw their control late say themselves when they are quiet. */
const plain = ({ file, expect, then, lang }) =>
  !then && !lang && STATES.includes(expect.training) && !/late|slow/.test(file);
const byHand = ({ then, lang }) =>
  !lang && then?.at(-1).do === 'click' && then.at(-1).expect.actor === 'user';
const rows = [];

for (const id of PLATFORMS) {
  const { rule } = readRules().find(entry => entry.rule.id === id);

  test(`${id}: a plain visit is decided within 5 s`, async () => {
    const visits = rule.tests.filter(plain).slice(0, MANY);
    assert.ok(visits.length > 0);
    for (const entry of visits) {
      const page = await openPage({
        html: htmlFor(pageHtml(rule, entry), entry),
        url: entry.url,
        rule,
      });
      page.start();
      const ms = await until(page, reading => reading.training === entry.expect.training);
      // it is waited for as long as it may still come
      const nameless = rule.account && page.last()?.account === null;
      page.close();
      if (nameless) continue;
      rows.push([id, entry.file, 'visit', ms]);
      assert.ok(ms <= 5000, `${entry.file}: ${ms} ms`);
    }
    assert.ok(
      rows.some(row => row[0] === id),
      'a page was timed',
    );
  });

  test(`${id}: a person's change is shown within 3 s`, async () => {
    const changes = rule.tests.filter(byHand).slice(0, MANY);
    assert.ok(changes.length > 0);
    for (const entry of changes) {
      const page = await openPage({ html: pageHtml(rule, entry), url: entry.url, rule });
      page.start();
      await page.clock.advance(8000);
      for (const step of entry.then.slice(0, -1)) {
        if (step.do === 'click') page.click(step.on);
        await page.clock.advance(6000);
      }
      page.click(entry.then.at(-1).on);
      const ms = await until(
        page,
        reading =>
          reading.training === entry.then.at(-1).expect.training && reading.actor === 'user',
      );
      page.close();
      rows.push([id, entry.file, 'change', ms]);
      assert.ok(ms <= 3000, `${entry.file}: ${ms} ms`);
    }
  });
}

after(() => {
  const most = (id, what) =>
    Math.max(...rows.filter(row => row[0] === id && row[2] === what).map(row => row[3]));
  console.log('platform     a visit is decided   a change is shown');
  for (const id of PLATFORMS)
    console.log(
      `${id.padEnd(12)} ${String(most(id, 'visit')).padStart(14)} ms ` +
        `${String(most(id, 'change')).padStart(16)} ms`,
    );
});
