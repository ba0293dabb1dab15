// What is due by a clock that was put right after it had been far ahead.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { makeBrowser } from '../../lib/browser.mjs';
import { line } from '../../lib/helpers.mjs';

const { local } = makeBrowser();
const { dueOf, remind } = await import('../../../../extension/background/alert/reminders.js');

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-11-28T12:00:00.000Z');
const at = days => new Date(NOW + days * DAY).toISOString();
const setting = fields => ({ days: 30, since: null, told: [], resting: {}, ...fields });
const due = (...given) => dueOf(...given, NOW).due.map(({ kind }) => kind);

beforeEach(async () => {
  for (const key of ['reminders', 'lastRound']) await local.remove(key);
});

test('a rest lasts its own length and no longer', () => {
  const answer = [
    line('unknown', { form: { step: 'submitted', at: at(-40), asked: at(-40), due: at(-10) } }),
  ];
  const key = JSON.stringify(['linkedin', 'genai-training', null, null]);
  assert.deepEqual(due(setting({ resting: { [key]: NOW + 3 * DAY } }), null, answer), []);
  assert.deepEqual(due(setting({ resting: { [key]: NOW + 183 * DAY } }), null, answer), ['answer']);
});

test('a round gone through in a time to come counts as now, not as half a year later', () => {
  const { next } = dueOf(setting({ since: at(-1) }), at(183), [], NOW);
  assert.equal(next, NOW + 30 * DAY);
});

test('and it stays so: the next reminder does not move on with every look', async () => {
  const ahead = new Date(Date.now() + 183 * DAY).toISOString();
  await local.set('reminders', setting({ since: ahead }));
  await local.set('lastRound', ahead);
  await remind();
  const kept = [(await local.get('reminders')).since, await local.get('lastRound')];
  assert.ok(
    kept.every(time => Date.parse(time) <= Date.now()),
    kept.join(),
  );
  await remind();
  assert.deepEqual([(await local.get('reminders')).since, await local.get('lastRound')], kept);
});
