// Nothing false at any moment: every rule's page through the courses of events of in-time.mjs, in
// jsdom under virtual time. PLATFORM=<id>,<id> plays these; OPTOUTLOG_FULL=1 every marked page of
// each rule.
import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { judge } from '../behaviour/judge.mjs';
import { playVirtual } from '../behaviour/virtual.mjs';
import { caseOf, coursesOf } from './in-time.mjs';

const KNOWN = ['allowed', 'denied'];
const all = coursesOf(process.env.PLATFORM, process.env.OPTOUTLOG_FULL === '1');
const count = { right: 0, missed: 0 };
const missed = [];

describe('in time', () => {
  for (const { page, cases } of all) {
    test(`${page.rule.id} ${page.file}: nothing false in any course`, async () => {
      const wrong = [];
      for (const it of cases) {
        const seen = await playVirtual(it);
        const { hard, soft, alarms, missed: lost } = judge(it, seen);
        if (it.silent && seen.entries.some(entry => KNOWN.includes(entry.training)))
          wrong.push(`${it.id}: says what nobody can see`);
        for (const line of [...hard, ...soft, ...alarms]) wrong.push(`${it.id}: ${line}`);
        if (!KNOWN.includes(it.expect)) continue;
        count[lost.length ? 'missed' : 'right']++;
        if (lost.length) missed.push(`${page.rule.id} ${it.id}`);
      }
      assert.deepEqual(wrong, []);
    });
  }

  // Nothing tells of a request that is on its way: the reading cannot be helped, but it does not
  // stand.
  const none = all.length === 0 && 'no page of the platform says allowed or denied';
  test('a value that fails to come after the reading takes it back', { skip: none }, async () => {
    const { page } = all[0];
    for (const status of [500, 200]) {
      const { entries } = await playVirtual(
        caseOf(page, {
          id: 'late',
          script: `fetch("/api/wait?ms=7000&status=${status}")`,
          end: 16_000,
        }),
      );
      const said = entries.map(({ training, why }) => `${training} ${why}`);
      assert.deepEqual(
        said,
        status === 500 ? [`${page.before} ok`, 'unknown unsettled'] : [`${page.before} ok`],
        `answered with ${status}`,
      );
    }
  });

  test(
    'decisive on at least 95 in 100 where a careful person is',
    { skip: !!process.env.PLATFORM },
    () => {
      const share = (100 * count.right) / (count.right + count.missed);
      console.log(`# in time: decisive ${share.toFixed(1)} %`);
      assert.ok(share >= 95, `${share.toFixed(1)} %: ${missed.join(', ')}`);
    },
  );
});
