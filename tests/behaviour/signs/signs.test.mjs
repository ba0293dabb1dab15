// Signs on the page, hands and loads that a hostile reader thought of: nothing false is said, sure
// or likely, while one stands. jsdom, in virtual time; the judge is that of the cases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../judge.mjs';
import { playVirtual } from '../virtual.mjs';
import { beyond, isLimit, SIGNS } from './all.mjs';

const NOTHING = { hard: [], soft: [], alarms: [] };

for (const it of SIGNS) {
  test(it.id, async () => {
    const seen = await playVirtual(it);
    const judged = judge(it, seen);
    assert.deepEqual(beyond(it, judged, seen), NOTHING);
    const { hard, soft, alarms } = judged;
    if (isLimit(it)) assert.notDeepEqual({ hard, soft, alarms }, NOTHING, 'no limit any more');
  });
}
