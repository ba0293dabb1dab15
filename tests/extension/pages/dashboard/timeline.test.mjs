// The lanes of the timeline: what has a colour, what is a mark, what nobody knows.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  GAP,
  daysOf,
  isSparse,
  laneOf,
  ticksOf,
} from '../../../../extension/pages/dashboard/log/lane.js';
import { DAY, NOW, line, on } from '../../lib/dashboard.mjs';

describe('the timeline', () => {
  const states = lane =>
    lane.runs.map(({ state, from, to }) => [
      state,
      Math.round((NOW - from) / DAY),
      Math.round((NOW - to) / DAY),
    ]);
  const marks = lane => lane.marks.map(({ kind, at }) => [kind, Math.round((NOW - at) / DAY)]);

  test('colour only between equal looks that lie close together', () => {
    const lane = laneOf(
      [on(100, 'denied'), on(80, 'denied'), on(10, 'denied'), on(1, 'denied')],
      null,
    );
    assert.ok(70 * DAY > GAP);
    assert.deepEqual(states(lane), [
      ['denied', 100, 80],
      ['denied', 10, 1],
    ]);
    assert.deepEqual(marks(lane), []);
  });
  test('between different looks nobody knows; a change by the user is known to its moment', () => {
    assert.deepEqual(states(laneOf([on(20, 'denied'), on(10, 'allowed')], null)), [
      ['denied', 20, 20],
      ['allowed', 10, 10],
    ]);
    const byUser = laneOf([on(20, 'allowed'), on(10, 'denied', { actor: 'user' })], null);
    assert.deepEqual(states(byUser), [
      ['allowed', 20, 10],
      ['denied', 10, 10],
    ]);
    assert.deepEqual(marks(byUser), [['changed', 10]]);
  });
  test('a silent return is marked as one, also across an unknown', () => {
    const of = account =>
      laneOf(
        [
          on(20, 'denied', { account }),
          on(15, 'unknown', { account }),
          on(10, 'allowed', { account }),
        ],
        null,
      );
    assert.deepEqual(
      states(of('ada')).map(([state]) => state),
      ['denied', 'unknown', 'allowed'],
    );
    assert.deepEqual(
      [marks(of('ada')), marks(of(null))],
      [[['returned', 10]], [['perhaps', 10]]],
      "without an account it may be another's",
    );
  });
  test(
    'a change that was on again after the next load was not kept: no return, and never the ' +
      'colour of what is sure',
    () => {
      const lane = laneOf(
        [on(20, 'denied', { actor: 'user', how: 'changed', sure: 'likely' }), on(19, 'allowed')],
        null,
      );
      assert.deepEqual(marks(lane), [['not-kept', 19]]);
      assert.deepEqual(
        lane.runs.map(({ likely = false }) => likely),
        [true, false],
      );
    },
  );
  test('a look that made no entry of its own reaches as far as the state knows', () => {
    const known = line({
      basis: 'seen',
      training: 'denied',
      seen: NOW.toISOString(),
      tried: NOW.toISOString(),
    });
    assert.deepEqual(states(laneOf([on(3, 'denied')], known)), [['denied', 3, 0]]);
  });
  test('what was said is a mark and never a colour', () => {
    const lane = laneOf(
      [
        on(5, 'denied', { basis: 'declared', raw: 'in-app', sure: 'none' }),
        on(4, 'unknown', { basis: 'form', raw: 'submitted' }),
      ],
      line({ basis: 'declared', training: 'denied' }),
    );
    assert.deepEqual(
      [lane.runs, marks(lane)],
      [
        [],
        [
          ['said', 5],
          ['form', 4],
        ],
      ],
    );
  });
  test('keeps probable looks apart from sure ones', () => {
    assert.equal(
      laneOf([on(9, 'denied', { how: null })], null).runs[0].likely,
      true,
      'what older versions wrote does not tell how it was seen',
    );
    const { runs } = laneOf(
      [on(9, 'denied'), on(6, 'denied', { sure: 'likely' }), on(3, 'denied', { sure: 'likely' })],
      null,
    );
    assert.deepEqual(
      runs.map(({ likely = false }) => likely),
      [false, true],
    );
  });
  test('a clock that ran ahead does not push a look into the future', () => {
    const ahead = on(-400, 'denied', {
      ahead: true,
      received: new Date(NOW.getTime() - DAY).toISOString(),
    });
    assert.deepEqual(states(laneOf([ahead], null)), [['denied', 1, 1]]);
  });
  test('the axis has a few steps of the calendar for any span', () => {
    for (const days of [7, 91, 366, 900, 4000]) {
      const { at } = ticksOf(NOW.getTime() - days * DAY, NOW.getTime());
      assert.ok(at.length >= 2 && at.length <= 12, `${days} days: ${at.length}`);
      assert.deepEqual(
        at,
        [...at].sort((a, b) => a - b),
      );
    }
  });
  test('few looks in a long time each have their day, and none touches another', () => {
    const look = days => ({ state: 'denied', ...both(NOW.getTime() - days * DAY) });
    const both = at => ({ from: at, to: at });
    const [from, to] = [NOW.getTime() - 740 * DAY, NOW.getTime()];
    const six = [720, 600, 480, 360, 240, 11].map(look);
    assert.ok(isSparse({ runs: six, marks: [] }));
    const days = daysOf(six, from, to, 0.14);
    assert.deepEqual(
      days.map(({ at }) => at),
      six.map(run => run.from),
    );
    assert.deepEqual(
      days.map(({ last }) => last),
      [false, false, false, false, false, true],
      'the newest would leave the picture behind its run',
    );
    const close = [720, 719, 13, 11].map(look);
    assert.deepEqual(
      daysOf(close, from, to, 0.14).map(({ at }) => at),
      [close[1].from, close[3].from],
      'of two that would touch the newer one is told',
    );
    assert.ok(!isSparse({ runs: Array.from({ length: 13 }, (_, at) => look(at)), marks: [] }));
  });
});
