// What is told of a setting that is not read where the user stands: the page that is known by its
// address alone, and the way through the platform's menus.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cardAt } from '../../../../extension/shared/hosts.js';
import { json } from '../../lib/helpers.mjs';

describe('a page that is known and not read', () => {
  const { platforms } = json('rules/index.json');
  const gemini = platforms.find(({ id }) => id === 'gemini');
  test('is told by its whole address, whatever follows it, and nowhere else', () => {
    const page = 'https://myactivity.google.com/search-services/settings';
    for (const url of [page, `${page}/`, `${page}?hl=de#x`])
      assert.equal(cardAt(gemini, url)?.id, 'search-services', url);
    for (const url of [`${page}/more`, 'https://myactivity.google.com/', 'x', undefined])
      assert.equal(cardAt(gemini, url), null, String(url));
    assert.equal(cardAt({ ...gemini, cards: undefined }, page), null);
  });
  test('is never a page on which the rule reads', () => {
    for (const { cards = [], open } of platforms)
      assert.ok(cards.every(({ url }) => !open.startsWith(url)));
  });
});

describe('the way to a setting', () => {
  const { platforms } = json('rules/index.json');
  test('is told in steps wherever Open leads to a bare start page', () => {
    const bare = platforms.filter(
      ({ open }) => new URL(open).pathname === '/' && !/[?#]/.test(open),
    );
    assert.ok(bare.length > 10);
    assert.deepEqual(
      bare.filter(({ path }) => !path).map(({ id }) => id),
      [],
    );
  });
  test('has a source, a date and a grade', () => {
    for (const { path } of platforms.filter(one => one.path)) {
      assert.ok(path.steps.length > 1);
      assert.match(path.seen, /^\d{4}-\d{2}/);
      assert.match(path.grade, /^[ABC]$/);
    }
  });
});
