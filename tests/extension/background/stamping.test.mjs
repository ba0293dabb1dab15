// Time-stamps that are taken by themselves: when one is due, and by which change it is planned.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { makeBrowser } from '../lib/browser.mjs';
import { line } from '../lib/helpers.mjs';

const { local } = makeBrowser();
const { isChange, isDue, resumeStamping, setStamping, stampAfter, stamping } =
  await import('../../../extension/background/stamping.js');

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const within = (time, from, to) =>
  assert.ok(time >= from && time <= to, `${time} is not between ${from} and ${to}`);

beforeEach(() => local.remove('stamping'));

test('due is what no time-stamp covers, and one that is a month old', () => {
  const now = Date.parse('2026-11-28T12:00:00.000Z');
  const last = (seq, days) => ({ seq, time: new Date(now - days * DAY).toISOString() });
  assert.equal(isDue(undefined, 0, now), false);
  assert.equal(isDue(undefined, 1, now), true);
  assert.equal(isDue(last(8, 1), 8, now), false);
  assert.equal(isDue(last(8, 1), 9, now), true);
  assert.equal(isDue(last(8, 29), 8, now), false);
  assert.equal(isDue(last(8, 30), 8, now), true);
});

test('a change is a new line and another state, not a look that confirms', () => {
  const off = line('denied', { tried: '2026-11-01T00:00:00.000Z' });
  assert.equal(isChange([off], [{ ...off, tried: '2026-11-28T00:00:00.000Z' }]), false);
  assert.equal(isChange([off], [line('allowed')]), true);
  assert.equal(isChange([off], [off, line('denied', { account: 'ada' })]), true);
  assert.equal(isChange([off], [line('denied', { form: { step: 'submitted' } })]), true);
  assert.equal(isChange(undefined, [off]), true);
  assert.equal(isChange([off], []), false); // erased
  assert.equal(isChange([off], undefined), false);
});

test('only who asked for it has any planned, and a later change never puts one off', async () => {
  await stampAfter([], [line('denied')]);
  assert.equal(await stamping(), null);
  const asked = Date.now();
  const { next } = await setStamping({ authority: 'freetsa' });
  within(next, asked + MINUTE, Date.now() + MINUTE);
  await stampAfter([], [line('denied')]);
  assert.equal((await stamping()).next, next);
  await local.set('stamping', { ...(await stamping()), next: asked + 20 * DAY });
  await stampAfter([line('denied')], [line('denied')]);
  assert.equal((await stamping()).next, asked + 20 * DAY);
  await stampAfter([line('denied')], [line('allowed')]);
  within((await stamping()).next, asked + 5 * MINUTE, Date.now() + 5 * MINUTE);
  assert.equal(await setStamping({}), null);
  assert.equal(await stamping(), null);
});

test('one due while the browser was closed comes at its start, and no far one stays', async () => {
  const now = Date.now();
  await setStamping({ authority: 'https://tsa.example/', ca: 'PEM' });
  for (const [next, from] of [
    [now - 90 * DAY, now + MINUTE],
    [now + 900 * DAY, now + MINUTE + 30 * DAY],
    [now + 3 * DAY, now + 3 * DAY],
  ]) {
    await local.set('stamping', { ...(await stamping()), next });
    await resumeStamping();
    within((await stamping()).next, from, from + MINUTE);
  }
  assert.equal((await stamping()).ca, 'PEM');
});
