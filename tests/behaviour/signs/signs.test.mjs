// Signs on the page, hands and loads that a hostile reader thought of: nothing false is said, sure
// or likely, while one stands. jsdom, in virtual time; the judge is that of the cases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../judge.mjs';
import { playVirtual } from '../virtual.mjs';
import { LIMITS, SIGNS } from './all.mjs';

for (const it of SIGNS) {
  test(it.id, async () => {
    const { hard, soft, alarms } = judge(it, await playVirtual(it));
    const limit = LIMITS[it.id];
    assert.deepEqual(
      { hard: limit === 'sure' ? [] : hard, soft: limit ? [] : soft, alarms: limit ? [] : alarms },
      { hard: [], soft: [], alarms: [] },
    );
  });
}
