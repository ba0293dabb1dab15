// Which platforms a round of checks visits, and when it takes what it reads there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { outcomeOf, planOf } from '../../../../extension/background/round/plan.js';
import { platform } from '../../lib/dashboard.mjs';
import { reading } from '../../lib/helpers.mjs';

describe('a round of checks', () => {
  const rule = (pages, controls = [{ id: 'c', page: 'p' }]) => ({ pages, controls });
  const rules = new Map([
    ['a', rule([{ id: 'p', open: 'https://a.example/settings' }])],
    ['b', rule([{ id: 'p' }])],
    ['f', { pages: [{ id: 'p', open: 'https://f.example/form' }], forms: [{}] }],
    ['g', rule([{ id: 'p', open: 'https://g.example/s' }])],
    [
      'h',
      rule([
        { id: 'other', open: 'https://h.example/other' },
        { id: 'p', open: 'https://h.example/right' },
      ]),
    ],
  ]);
  const all = ['a', 'b', 'f', 'g', 'h', 'z'].map(id => platform(id));

  test(
    'visits the followed and granted with a settings page, and says why it leaves others to ' +
      'the user',
    () => {
      const { steps, others } = planOf(
        all,
        rules,
        new Set(['a', 'b', 'f', 'g', 'h']),
        new Set(['a', 'b', 'f', 'h', 'z']),
      );
      assert.deepEqual(
        steps.map(({ platform: id, url }) => [id, url]),
        [
          ['a', 'https://a.example/settings'],
          ['h', 'https://h.example/right'],
        ],
      );
      assert.deepEqual(
        others.map(({ platform: id, reason }) => [id, reason]),
        [
          ['b', 'no-address'],
          ['f', 'form'],
          ['g', 'no-access'],
        ],
      );
    },
  );
  test("never opens a form: arriving there would be noted as the user's own step", () => {
    assert.deepEqual(planOf([platform('f')], rules, new Set(['f']), new Set(['f'])).steps, []);
  });
  test('takes a verdict only when it has settled', () => {
    const state = (settling, readings) => ({
      platform: 'linkedin',
      place: '',
      settling,
      rev: 1,
      readings,
      form: null,
    });
    assert.equal(outcomeOf(null), null);
    assert.equal(outcomeOf(state(true, [reading('denied')])), null);
    assert.equal(outcomeOf(state(false, [])), null);
    assert.deepEqual(outcomeOf(state(false, [reading('denied')])), {
      outcome: 'denied',
      why: 'ok',
    });
    assert.deepEqual(
      outcomeOf(state(false, [reading('denied'), reading('allowed', { control: 'other' })])),
      { outcome: 'allowed', why: 'ok' },
    );
  });
});
