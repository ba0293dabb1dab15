// A rule that does not fit its page any more, mended by pointing: read where the user pointed, and
// by the rule again as soon as that finds its control.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { mended } from '../../extension/background/ground/own.js';
import { mendOf } from '../../extension/background/own/rule.js';
import { ACCOUNT, pointAt } from './lib/point.mjs';
import { openPage } from './lib/page.mjs';

const RULE = JSON.parse(
  readFileSync(new URL('../../extension/rules/linkedin.json', import.meta.url), 'utf8'),
);
const CONTROL = 'genai-training';
const URL_ = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const MOVED = 'https://www.linkedin.com/settings/privacy-and-ai';
const NEW = 'Let our models learn from what you share';
const page = (label, on, more = '') =>
  '<!doctype html><html lang="en"><title>Settings</title><main><h1>Privacy and AI</h1>' +
  `<div><label for="s">${label}</label><input id="s" type="checkbox" role="switch"` +
  `${on ? ' checked' : ''}></div>${more}</main></html>`;

/** @param {string} url @returns the rule with its mend */
async function mend(url) {
  const { draft } = await pointAt({ html: page(NEW, true), url, words: NEW });
  const host = new URL(url).hostname;
  const of = { platform: RULE.id, control: CONTROL, host, rev: RULE.rev };
  return mended(RULE, [mendOf(draft, { ...of, unit: ACCOUNT, day: '2026-11-29' })]);
}

/** @param {string} html @param {string} url @param {any} rule */
async function said(html, url, rule) {
  const opened = await openPage({ html, url, rule });
  opened.start();
  await opened.clock.advance(14_000);
  const list = opened
    .readings()
    .filter(({ reading }) => reading.control === CONTROL)
    .map(({ page: at, reading }) => [at.startsWith('own-'), reading.training, reading.why]);
  opened.close();
  return list.at(-1) ?? null;
}

describe('a redesigned page', () => {
  for (const [name, url] of Object.entries({ 'the same address': URL_, 'another one': MOVED })) {
    test(`at ${name}: lost without the mend, read with it, in both states`, async () => {
      assert.notEqual((await said(page(NEW, true), url, RULE))?.[1], 'allowed');
      const rule = await mend(url);
      assert.deepEqual(await said(page(NEW, true), url, rule), [true, 'allowed', 'ok']);
      assert.deepEqual(await said(page(NEW, false), url, rule), [true, 'denied', 'ok']);
    });
  }

  test('the old page is still read by the rule', async () => {
    const rule = await mend(URL_);
    const old = readFileSync(new URL('../pages/linkedin/on.html', import.meta.url), 'utf8');
    assert.deepEqual(await said(old, URL_, rule), [false, 'allowed', 'ok']);
  });

  test('words that turned, and a second switch of the same name, are not followed', async () => {
    const rule = await mend(URL_);
    const turned = page('Do not let our models learn from what you share', true);
    assert.equal((await said(turned, URL_, rule))?.[1] ?? 'unknown', 'unknown');
    const twin = `<div><label for="t">${NEW}</label><input id="t" type="checkbox"></div>`;
    assert.equal((await said(page(NEW, true, twin), URL_, rule))?.[1] ?? 'unknown', 'unknown');
  });
});
