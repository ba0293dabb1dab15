// Signs on the page, hands and loads that a hostile reader thought of: nothing false is said, sure
// or likely, while one stands. jsdom, in virtual time; the judge is that of the cases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../judge.mjs';
import { playVirtual } from '../virtual.mjs';
import * as answers from './answers.mjs';
import * as hand from './hand.mjs';
import * as later from './later.mjs';
import * as load from './load.mjs';
import * as loads from './loads.mjs';
import * as platforms from './platforms.mjs';

import { P } from './page.mjs';
const PLAIN = {
  kind: 'signs',
  rule: 'pinterest',
  url: P,
  file: 'none',
  more: [],
  steps: [],
  end: 16_000,
  sign: true,
  expect: 'unknown',
};

/**
 * What cannot be known from the page: said at most as likely (true), or sure until it shows itself
 * (sure).
 */
const LIMITS = {
  // and then taken back
  'alert comes after the reading (answer of 6 s with an error in 200)': 'sure',
  'slow single fetch 6 s, default drawn': 'sure', // the same
  'slow answer 7 s after reload': 'sure', // the same
  'network error of the settings fetch (status 0), nothing shown': true,
  'network error + plain words': true,
  // told on leaving, as a change that is not confirmed
  'server draws the posted value again, with an error above': true,
  'denied, then a reload whose settings request is answered with 500': true,
  'hidden at 2s, changed elsewhere at 20s, shown at 30s': true,
  'hidden from load until 30s (opened behind), changed at 20': true,
};

for (const { CASES } of [load, hand, answers, platforms, later, loads]) {
  for (const one of CASES) {
    test(one.id, async () => {
      const truth = Array.isArray(one.truth)
        ? one.truth
        : [{ at: 0, training: one.truth ?? 'allowed' }];
      const html = typeof one.html === 'function' ? one.html : () => one.html;
      const it = { ...PLAIN, ...one, truth, html };
      const { hard, soft, alarms } = judge(it, await playVirtual(it));
      const limit = LIMITS[one.id];
      assert.deepEqual(
        {
          hard: limit === 'sure' ? [] : hard,
          soft: limit ? [] : soft,
          alarms: limit ? [] : alarms,
        },
        { hard: [], soft: [], alarms: [] },
      );
    });
  }
}
