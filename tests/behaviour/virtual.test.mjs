// The behaviour cases that need no browser, in jsdom under virtual time: nothing false, at no
// moment.
//   ONLY=id,id or KIND=kind node --test tests/behaviour/virtual.test.mjs; SHOW=1 prints what was
//   said. The largest page takes minutes of a processor: it is read with OPTOUTLOG_FULL=1 or ONLY.
import { readFileSync } from 'node:fs';
import test from 'node:test';
import assert from 'node:assert/strict';
import { judge } from './judge.mjs';
import { isVirtual, playVirtual } from './virtual.mjs';

const full = process.env.OPTOUTLOG_FULL === '1' || process.env.ONLY;
const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'))
  .filter(isVirtual)
  .filter(it => full || it.id !== 'thirty-thousand-elements')
  .filter(it => !process.env.ONLY || process.env.ONLY.split(',').includes(it.id))
  .filter(it => !process.env.KIND || process.env.KIND.split(',').includes(it.kind));
const missed = [];

for (const it of cases) {
  test(`${it.kind}: ${it.id}`, async () => {
    const seen = await playVirtual(it);
    const verdict = judge(it, seen);
    if (process.env.SHOW) {
      for (const { t, message: m } of seen.said)
        console.log(
          `   ${(t / 1000).toFixed(1)}`,
          m.type,
          m.step ?? '',
          m.reading?.doubt ? 'DOUBT' : '',
          m.repeat ? 'REPEAT' : '',
          m.reading
            ? [
                m.reading.training,
                m.reading.why,
                m.reading.sure,
                m.reading.how,
                m.reading.again,
                m.reading.account,
                m.reading.unit,
                m.reading.detail.row,
              ].join(' ')
            : '',
        );
    }
    assert.deepEqual(
      { hard: verdict.hard, soft: verdict.soft, alarms: verdict.alarms },
      { hard: [], soft: [], alarms: [] },
    );
    if (verdict.missed.length) missed.push(`${it.id}: ${verdict.missed}`);
  });
}

test('at most 5 in 100 are missed', () => {
  for (const line of missed) console.log(`# missed ${line}`);
  assert.ok(missed.length <= 0.05 * cases.length, missed.join('\n'));
});
