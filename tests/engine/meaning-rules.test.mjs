// Every rule against words that were turned round, went on, were translated or hidden, while hooks
// and headings stay: one look at each variant (lib/look.mjs). PLATFORM=<id>,<id> reads these. The
// metamorphic suite reads the same variants in time. The normal run looks at half of them on one
// page, at the other half on the next; OPTOUTLOG_FULL=1 or PLATFORM at all.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { casesOf, markedPages } from './lib/cases.mjs';
import { look } from './lib/look.mjs';
import { judge, OF_WORDS } from './metamorphic.mjs';

const only = process.env.PLATFORM;
const all = only || process.env.OPTOUTLOG_FULL === '1';
const count = { pages: 0, before: 0, after: 0, variants: 0, kept: 0, decisive: 0 };

/** One page for each state and language of a rule is enough: the rest differ in other questions. */
function some() {
  const seen = new Set();
  return markedPages(only).filter(page => {
    const key = [
      page.rule.id,
      page.before,
      /lang="([\w-]+)/.exec(page.html)?.[1],
      page.control,
      page.file.includes(' in '),
    ].join();
    return !page.file.includes(' in ') && !seen.has(key) && seen.add(key);
  });
}

/**
 * @param {any} it
 * @param {string} html
 * @returns {import('./lib/look.mjs').Look|undefined} what decides, or the first that was found
 */
function one(it, html) {
  const parts = it.rule.controls.find(entry => entry.id === it.control)?.combine;
  const found = look(html, it.url, it.rule, parts ? null : it.control).filter(
    entry => !parts || parts.includes(entry.control),
  );
  // One that is not found leaves the whole unknown.
  if (parts)
    return found.length < parts.length
      ? undefined
      : (found.find(entry => entry.training === 'unknown' || entry.training === 'allowed') ??
          found[0]);
  return found.find(entry => entry.training !== 'unknown') ?? found[0];
}

for (const [at, page] of some().entries()) {
  test(`${page.rule.id} ${page.file}: what is shown decides`, () => {
    const plain = one(page, page.tell(page.html));
    count.pages++;
    if (plain && /^(on|off)$/.test(plain.raw)) count.before++;
    if (plain?.training === page.before) count.after++;
    const wrong = [];
    for (const it of casesOf(page, all ? OF_WORDS : OF_WORDS.filter((_id, n) => (n + at) % 2))) {
      const got = one(it, it.html);
      const result = judge(it.means, it.before, got?.training ?? 'unknown');
      if (result === 'wrong') wrong.push(`${it.variant}: ${got?.training} (${got?.meant.because})`);
      if (it.variant === 'translated-by-browser')
        assert.notEqual(got?.meant.why, 'layout-changed', 'a translation is no changed layout');
      if (!it.keeps && result === 'right' && it.means === 'same')
        assert.notEqual(got?.sure, 'sure', `${it.variant}: words that the rule does not know`);
      count.variants++;
      count.kept += Number(it.keeps);
      count.decisive += Number(it.keeps && result === 'right');
    }
    assert.deepEqual(wrong, []);
  });
}

test('decisive where a careful person decides: at least 95 %', { skip: !!only }, () => {
  assert.ok(
    count.after >= 0.95 * count.pages && count.after >= 0.95 * count.before,
    JSON.stringify(count),
  );
  assert.ok(count.decisive >= 0.95 * count.kept, JSON.stringify(count));
});

after(() =>
  console.log(
    `meaning: ${count.pages} pages, state read on ${count.before}, decisive with their words ` +
      `${count.after}; ${count.variants} variants, decisive on ${count.decisive} of ` +
      `${count.kept} that keep the meaning`,
  ),
);
