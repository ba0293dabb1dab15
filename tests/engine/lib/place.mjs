// Pages for questions 1 and 2 of docs/verdict.md, and what the engine says of each.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readRules } from '../../../scripts/lib-rules.mjs';
import { wakes } from './fixtures.mjs';
import { openPage } from './page.mjs';

export const rules = new Map(readRules().map(({ rule }) => [rule.id, rule]));
export const LINKEDIN = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
export const PINTEREST = 'https://www.pinterest.com/settings/privacy/';
export const DEEPSEEK = 'https://chat.deepseek.com/a/chat/s/4';
export const CLAUDE = 'https://claude.ai/settings/data-privacy-controls';

/**
 * What was said at last: a training word, or null for silence. Nothing decisive may have been said
 * before an `unknown`.
 */
async function said(id, url, html) {
  const rule = rules.get(id);
  const page = await openPage({
    html: `<!doctype html><html lang="en"><head><title>x</title></head><body>${html}</body></html>`,
    url,
    rule,
  });
  if (wakes(rule, url)) page.start();
  await page.clock.advance(15000);
  const all = page.readings().map(message => message.reading);
  page.close();
  assert.deepEqual(page.errors, []);
  const decisive = new Set(
    all.map(reading => reading.training).filter(training => training !== 'unknown'),
  );
  assert.ok(decisive.size <= 1, 'never both');
  return {
    training: all.length ? ([...decisive][0] ?? 'unknown') : null,
    why: all.at(-1)?.why ?? null,
    sure: all.at(-1)?.sure ?? null,
  };
}

/**
 * @param {string} name
 * @param {[string, string, string]} page rule, address, body
 * @param {string|null} training
 * @param {string} [more] why or sure
 */
export const sees = (name, [id, url, html], training, more) =>
  test(name, async () => {
    const it = await said(id, url, html);
    assert.equal(it.training, training, JSON.stringify(it));
    if (more) assert.ok([it.why, it.sure].includes(more), JSON.stringify(it));
  });

export const row = (text, more = '') =>
  `<div class="row"><label for="t">${text}</label><input type="checkbox" role="switch" ` +
  `id="t" ${more}></div>`;
export const CANVAS = 'Use your data to train Pinterest Canvas';
export const IMPROVE = 'Improve the model for everyone';
export const dialog = (inner, title = 'Settings') =>
  '<main><textarea></textarea></main><div role="dialog" aria-labelledby="d"><h2 ' +
  `id="d">${title}</h2>${inner}</div>`;
