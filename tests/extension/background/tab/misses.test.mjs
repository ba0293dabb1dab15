// The health of a rule: counted by visits in a row, cleared by one that finds the control, and by a
// newer rule.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LIMIT, step, worst } from '../../../../extension/background/tab/misses.js';
import { reading, time } from '../../lib/helpers.mjs';

const at = (minutes, why, fields = {}) => ({
  type: 'reading',
  platform: 'linkedin',
  rev: fields.rev ?? 1,
  page: 'genai',
  reading: {
    ...reading(why === 'ok' ? 'denied' : 'unknown', { why, at: time(minutes) }),
    report: fields.report ?? null,
  },
});
const after = (...messages) =>
  messages.reduce((health, message) => step(health, message), undefined);
const platform = (rev = 1) => ({ id: 'linkedin', rev });

describe('health of a rule', () => {
  test('three visits without the control: it no longer fits, since the first of them', () => {
    const health = after(
      at(0, 'layout-changed'),
      at(10, 'layout-changed'),
      at(2000, 'layout-changed', { report: 'newest' }),
    );
    assert.deepEqual(
      [health.visits, health.since, health.last, health.report],
      [LIMIT, time(0), time(2000), 'newest'],
    );
    assert.equal(worst(platform(), [health]), health);
    assert.equal(
      worst(platform(), [after(at(0, 'layout-changed'), at(10, 'layout-changed'))]),
      null,
    );
  });

  test('reading one visit again is no new evidence', () => {
    const once = after(at(0, 'layout-changed'));
    assert.equal(step(once, at(0.5, 'layout-changed')), once);
  });

  test(
    'a reading that found the control clears it: a state, or a reason that only a found ' +
      'control has',
    () => {
      const bad = after(
        at(0, 'layout-changed'),
        at(10, 'layout-changed'),
        at(20, 'layout-changed'),
      );
      for (const why of ['ok', 'locked', 'mixed', 'unsaved'])
        assert.equal(step(bad, at(30, why)), undefined, why);
    },
  );

  test('what says nothing about the rule changes nothing', () => {
    const bad = after(at(0, 'layout-changed'));
    for (const why of [
      'signed-out',
      'other-page',
      'unsettled',
      'not-offered',
      'ambiguous',
      'conflict',
      'not-found',
    ])
      assert.equal(step(bad, at(30, why)), bad, why);
    assert.equal(step(undefined, at(0, 'signed-out')), undefined);
  });

  test('a newer rule starts anew', () => {
    const bad = after(at(0, 'layout-changed'), at(10, 'layout-changed'), at(20, 'layout-changed'));
    assert.equal(worst(platform(2), [bad]), null);
    assert.equal(step(bad, at(30, 'layout-changed', { rev: 2 })).visits, 1);
  });

  test('of several controls the one that has failed the longest is told', () => {
    const since = minutes =>
      after(
        at(minutes, 'layout-changed'),
        at(minutes + 10, 'layout-changed'),
        at(minutes + 20, 'layout-changed'),
      );
    const [younger, older] = [since(500), since(0)];
    assert.equal(worst(platform(), [younger, older]), older);
  });
});
