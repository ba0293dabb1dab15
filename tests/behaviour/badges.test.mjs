// The judge of the behaviour cases: which badges it calls wrong, and which it must not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { badgeRuns, badgeSays } from './badges.mjs';
import { badges, GREEN, GREY, holds, RED } from './observed.mjs';

describe('a badge', () => {
  test('its colour is sure, grey is probable, "?" and nothing are no state', () => {
    assert.deepEqual(badgeSays({ text: 'ON', color: RED }), { state: 'allowed', sure: true });
    assert.deepEqual(badgeSays({ text: 'OFF', color: GREEN }), { state: 'denied', sure: true });
    assert.deepEqual(badgeSays({ text: 'OFF', color: GREY }), { state: 'denied', sure: false });
    assert.equal(badgeSays({ text: '?', color: GREY }).state, null);
    assert.equal(badgeSays({ text: '', color: GREY }).state, null);
  });

  test('in colour and false for more than a second is hard wrong', () => {
    holds({}, { badges: badges(3000, 3900, 'OFF', GREEN) }, [0, 0, 0, 0]);
    holds({}, { badges: badges(3000, 4500, 'OFF', GREEN) }, [1, 0, 0, 0]);
  });

  test('has five seconds after a change that the page shows', () => {
    const truth = [
      { at: 0, training: 'allowed' },
      { at: 4000, training: 'denied' },
    ];
    holds(
      { truth },
      { badges: [...badges(2000, 8600, 'ON', RED), ...badges(8700, 10_000, '', GREY)] },
      [0, 0, 0, 0],
    );
    holds({ truth }, { badges: badges(2000, 9600, 'ON', RED) }, [1, 0, 0, 0]);
    holds({ truth }, { badges: badges(4300, 6400, 'ON', RED) }, [1, 0, 0, 0]);
  });

  test('of an open tab is not held against a change elsewhere, but what is said anew is', () => {
    const truth = [
      { at: 0, training: 'allowed' },
      { at: 4000, training: 'denied', by: 'elsewhere' },
    ];
    holds({ truth }, { badges: badges(2000, 10_000, 'ON', RED) }, [0, 0, 0, 0]);
    holds(
      { truth, steps: [{ at: 6000, do: 'reload' }] },
      { badges: badges(2000, 10_000, 'ON', RED) },
      [1, 0, 0, 0],
    );
    holds(
      { truth, steps: [{ at: 6000, do: 'open', tab: 2 }] },
      { badges: badges(2000, 10_000, 'ON', RED) },
      [0, 0, 0, 0],
    );
    holds(
      { truth },
      { badges: [...badges(2000, 5000, '', GREY), ...badges(5300, 10_000, 'ON', RED)] },
      [1, 0, 0, 0],
    );
  });

  test('in grey and false is soft wrong only at the end, where a sign told', () => {
    holds({}, { badges: badges(3000, 10_000, 'OFF', GREY) }, [0, 1, 0, 0]);
    holds({ sign: false }, { badges: badges(3000, 10_000, 'OFF', GREY) }, [0, 0, 0, 0]);
    holds(
      {},
      { badges: [...badges(3000, 7000, 'OFF', GREY), ...badges(7300, 10_000, '?', GREY)] },
      [0, 0, 0, 0],
    );
  });

  test(
    'of a tab behind is not held against it, and what stood there before is not said anew when ' +
      'it comes to the front',
    () => {
      const truth = [
        { at: 0, training: 'allowed' },
        { at: 4000, training: 'denied', by: 'elsewhere' },
      ];
      const behind = all => all.map(badge => ({ ...badge, front: false }));
      holds(
        { truth },
        {
          badges: [
            ...badges(2000, 3000, 'ON', RED),
            ...behind(badges(3300, 6000, 'ON', RED)),
            ...badges(6300, 10_000, 'ON', RED),
          ],
        },
        [0, 0, 0, 0],
      );
      holds(
        { truth: [{ at: 0, training: 'denied' }] },
        { badges: behind(badges(2000, 10_000, 'ON', RED)) },
        [0, 0, 0, 0],
      );
      holds(
        { truth: [{ at: 0, training: 'denied' }] },
        { badges: [...behind(badges(2000, 5000, 'ON', RED)), ...badges(5300, 8000, 'ON', RED)] },
        [1, 0, 0, 0],
      );
    },
  );

  test('runs are of one tab each', () => {
    const [first, second] = [badges(0, 600, 'ON', RED, 1), badges(0, 1500, 'ON', RED, 2)];
    const runs = badgeRuns(
      [...first, ...second].sort((a, b) => a.t - b.t),
      [],
    );
    assert.deepEqual(
      runs.map(({ tab, from, to }) => [tab, from, to]),
      [
        [1, 0, 600],
        [2, 0, 1500],
      ],
    );
  });
});
