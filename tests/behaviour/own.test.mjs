// The behaviour cases and the signs, read by a rule of the person's own: nothing false, at no
// moment. jsdom, in virtual time. The normal run plays a sample; OPTOUTLOG_FULL=1, ONLY=id,id or
// KIND=kind all of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { canMiss, judge } from './judge.mjs';
import { WAYS } from './own.mjs';
import { SAMPLE } from './sample.mjs';
import { beyond, SIGNS } from './signs/all.mjs';
import { isVirtual, playVirtual } from './virtual.mjs';

const { ONLY, KIND, OPTOUTLOG_FULL } = process.env;
const all = ONLY || KIND || OPTOUTLOG_FULL === '1';
const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'))
  .filter(it => isVirtual(it) && !it.form)
  .filter(it => all || SAMPLE.includes(it.id));
const signs = SIGNS.filter((_, n) => all || n % 96 === 0);
const wanted = [...cases, ...signs]
  .filter(it => !ONLY || ONLY.split(',').includes(it.id))
  .filter(it => !KIND || KIND.split(',').includes(it.kind));

/** Pages at which nobody would point: the label says itself that it is another blog's. */
const ELSEWHERE = new Set(['tumblr: label names another blog than the address']);

/** Played, and what was missed of it. */
const played = [];

for (const it of wanted) {
  for (const [way, made] of Object.entries(WAYS)) {
    test(`${it.kind}: ${it.id}, pointed at ${way}`, async t => {
      const rule = ELSEWHERE.has(it.id) ? null : await made(it);
      if (!rule) return t.skip('it is not there');
      const its = { ...it, rule: rule.id };
      const seen = await playVirtual(it, rule);
      const judged = judge(its, seen);
      const can = it.kind !== 'signs' && canMiss(it);
      played.push({ id: it.id, way, can, missed: judged.missed });
      return assert.deepEqual(beyond(its, judged, seen), { hard: [], soft: [], alarms: [] });
    });
  }
}

/** Way -> how many in a hundred can be pointed at so; on their own pages many show no setting. */
const SHARE = { 'on its page': 60, 'on a test page': 80 };

for (const way of Object.keys(WAYS))
  test(`most cases can be pointed at ${way}`, { skip: !!(ONLY || KIND) }, () => {
    const count = played.filter(one => one.way === way).length;
    console.log(`# own rules, ${way}: ${count} of ${wanted.length}`);
    assert.ok(count >= (SHARE[way] / 100) * wanted.length, `${count} of ${wanted.length}`);
  });

test('most are decided', { skip: !!(ONLY || KIND) }, () => {
  const can = played.filter(one => one.can);
  const missed = can.filter(one => one.missed.length > 0);
  console.log(`# own rules: ${played.length} played, missed ${missed.length} of ${can.length}`);
  for (const one of missed) console.log(`# missed ${one.id}, ${one.way}: ${one.missed}`);
  assert.ok(can.length > 0 && missed.length <= 0.1 * can.length);
});
