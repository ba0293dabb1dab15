// The same entries through the extension's fold and through the log program: whatever part of them waits, both say the
// same of the controls. What is expected stands beside each sequence, for a machine without the built program.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fold, keyOf } from '../../extension/background/lines.js';
import { entry } from './helpers.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = path.join(process.env.OPTOUTLOG_BIN ?? path.join(root, 'build/release/bin'), 'optoutlog-host');
const OWN = JSON.parse(readFileSync(path.join(root, 'manifests/ids.json'), 'utf8')).chromium[0];
const folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-lines-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let records = 0;

/** An entry of that many minutes ago. */
const ago = (minutes, training, fields) => entry(training, { at: new Date(Date.now() - minutes * 60_000).toISOString(), ...fields });
const DAY = 24 * 60;
const saw = (minutes, training, fields) => ago(minutes, training, fields);
const user = (minutes, training) => ago(minutes, training, { actor: 'user' });
const said = (minutes, training = 'denied') => ago(minutes, training, { basis: 'declared', raw: 'in-app', sure: 'none', actor: 'user' });
const answer = (minutes, raw) => ago(minutes, 'unknown', { basis: 'declared', why: 'ok', raw, actor: 'user' });
const step = (minutes, raw, fields) => ago(minutes, 'unknown', { basis: 'form', why: 'ok', raw, actor: 'user', ...fields });
const lost = (minutes, why = 'conflict') => ago(minutes, 'unknown', { why });

/** name → entries in the order in which they come, and what is then shown. */
const SEQUENCES = {
  'said with an older date than what was seen': [[saw(DAY, 'allowed'), said(55 * DAY)], { training: 'allowed', basis: 'seen', returned: false }],
  'said, then seen': [[said(2 * DAY), saw(DAY, 'allowed')], { training: 'allowed', basis: 'seen', returned: false }],
  'seen denied, said denied, seen allowed': [[saw(3 * DAY, 'denied'), said(2 * DAY), saw(DAY, 'allowed')], { training: 'allowed', returned: true }],
  'seen denied, said denied just now, seen allowed just now': [[saw(3 * DAY, 'denied'), said(1), saw(0, 'allowed')], { training: 'allowed', returned: true }],
  'seen allowed, said denied, seen allowed: no reading was ever denied': [[saw(3 * DAY, 'allowed'), said(2 * DAY), saw(DAY, 'allowed')], { training: 'allowed', returned: false }],
  'seen denied, seen allowed': [[saw(2 * DAY, 'denied'), saw(DAY, 'allowed')], { returned: true, answer: null }],
  'likely': [[saw(2 * DAY, 'denied', { sure: 'likely' }), saw(DAY, 'allowed', { sure: 'likely' })], { returned: true, sure: 'likely' }],
  'seen denied, allowed by the user': [[saw(2 * DAY, 'denied'), user(DAY, 'allowed')], { returned: false }],
  'returned, seen again': [[saw(3 * DAY, 'denied'), saw(2 * DAY, 'allowed'), saw(DAY, 'allowed')], { returned: true }],
  'returned, answered me': [[saw(3 * DAY, 'denied'), saw(2 * DAY, 'allowed'), answer(DAY, 'answer-me')], { returned: false, answer: null, stale: false }],
  'returned, answered not me': [[saw(3 * DAY, 'denied'), saw(2 * DAY, 'allowed'), answer(DAY, 'answer-not-me')], { returned: true, answer: 'not-me' }],
  'answered not me, denied, returned again': [[saw(5 * DAY, 'denied'), saw(4 * DAY, 'allowed'), answer(3 * DAY, 'answer-not-me'), saw(2 * DAY, 'denied'), saw(DAY, 'allowed')], { returned: true, answer: null }],
  'an answer from before the return': [[saw(3 * DAY, 'denied'), saw(DAY, 'allowed'), answer(2 * DAY, 'answer-me')], { returned: true }],
  'an answer where nothing returned': [[saw(3 * DAY, 'allowed'), answer(DAY, 'answer-not-me')], { returned: false, answer: null }],
  'the user was seen to do it, told late': [[saw(4 * DAY, 'denied'), saw(2 * DAY, 'allowed'), user(3 * DAY, 'allowed')], { returned: false }],
  'a denied reading comes late': [[saw(DAY, 'allowed'), saw(2 * DAY, 'denied')], { training: 'allowed', returned: false }],
  'an unknown reading comes late': [[saw(DAY, 'allowed'), lost(2 * DAY)], { training: 'allowed', stale: false }],
  'stale, then said': [[saw(3 * DAY, 'allowed'), lost(2 * DAY), said(DAY)], { training: 'denied', basis: 'declared', stale: true, why: 'conflict' }],
  'stale, then seen': [[saw(3 * DAY, 'denied'), lost(2 * DAY), saw(DAY, 'denied')], { stale: false, why: 'ok' }],
  'never read': [[lost(2 * DAY), lost(DAY, 'locked')], { training: 'unknown', basis: 'seen', stale: true, why: 'locked', sure: null, seen: null }],
  'never read, said with an older date': [[lost(DAY), said(9 * DAY)], { training: 'denied', basis: 'declared', stale: true }],
  'said twice, the older one last': [[said(2 * DAY), said(9 * DAY)], { training: 'denied' }],
  'a clock that goes ahead': [[saw(-3 * DAY, 'denied'), saw(0, 'allowed')], { training: 'allowed', returned: true }],
  'a form': [[step(3 * DAY, 'reached'), step(2 * DAY, 'submitted'), step(DAY, 'reached')], { training: 'unknown', basis: 'form', stale: false }],
  'a form that is answered': [[step(3 * DAY, 'submitted'), step(2 * DAY, 'confirmed'), step(DAY, 'answered-no')], {}],
  'a form that is sent again after its answer': [[step(4 * DAY, 'submitted'), step(3 * DAY, 'answered-no'), step(DAY, 'confirmed')], {}],
  'a form\'s step of an older date': [[step(DAY, 'submitted'), step(9 * DAY, 'confirmed')], {}],
  'the same step twice a day, then with words': [[step(0, 'submitted'), step(0, 'submitted'), step(0, 'submitted', { note: 'by letter' })], {}],
  'a page that is never read, and its form': [[lost(0), step(0, 'reached'), lost(0)], { basis: 'form' }],
  'what is seen, and a form': [[saw(3 * DAY, 'denied'), step(2 * DAY, 'submitted'), saw(DAY, 'denied')], { training: 'denied', basis: 'seen' }],
};

/** What the log program says after those entries. @param {object[]} entries */
function tellHost(entries) {
  records += 1;
  const requests = [...entries.map((one) => ['record', { entries: [one] }]), ['status', {}]];
  const input = Buffer.concat(requests.map(([method, params], id) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    return Buffer.concat([head, body]);
  }));
  const data = path.join(folder, String(records));
  const { status, stdout } = spawnSync(program, [`chrome-extension://${OWN}/`], { input, env: { HOME: folder, OPTOUTLOG_DATA: data } });
  assert.equal(status, 0);
  const answers = [];
  for (let at = 0; at < stdout.length; at += 4 + stdout.readUInt32LE(at)) answers.push(JSON.parse(stdout.subarray(at + 4, at + 4 + stdout.readUInt32LE(at)).toString()));
  for (const { error } of answers) assert.equal(error, undefined);
  return answers.at(-1).result.controls;
}

const begun = new Date().toISOString();
/** Lines in one order. A time of after the beginning is the clock's of whoever took the entry: when that was does not matter. */
const sorted = (lines) => [...lines].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  .map((line) => Object.fromEntries(Object.entries(line).map(([name, value]) => [name, typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && value > begun ? 'as it came' : value])));

/** Numbers below `limit`, the same ones for the same seed. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A sequence of two to six entries of every kind, in any order of their times. @param {(limit: number) => number} roll */
function anySequence(roll) {
  const one = () => {
    const minutes = roll(5) * DAY + roll(3);
    const training = ['denied', 'allowed'][roll(2)];
    return [() => saw(minutes, training), () => saw(minutes, training), () => user(minutes, training), () => said(minutes, training), () => lost(minutes),
      () => answer(minutes, ['answer-me', 'answer-not-me'][roll(2)]), () => step(minutes, ['reached', 'submitted', 'confirmed', 'answered-no'][roll(4)])][roll(7)]();
  };
  return Array.from({ length: 2 + roll(5) }, one);
}

describe('the state while entries wait for the log program', () => {
  for (const [name, [entries, expected]] of Object.entries(SEQUENCES)) {
    test(name, () => {
      const [line, ...more] = fold([], entries);
      assert.equal(more.length, 0);
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, line[key]])), expected);
    });
  }

  test('an objection is due a month after it was sent, on the last day of a shorter month, until it is answered', () => {
    const sent = step(0, 'submitted', { at: '2026-01-31T12:30:00.000Z' });
    const [{ form }] = fold([], [sent]);
    assert.deepEqual(form, { step: 'submitted', at: sent.at, asked: sent.at, due: '2026-02-28T12:30:00.000Z' });
    assert.equal(fold([], [sent, step(0, 'answered-yes', { at: '2026-02-02T12:00:00.000Z' })])[0].form.due, null);
  });
});

describe('the log program says the same', { skip: !existsSync(program) && 'the log program is not built' }, () => {
  for (const [name, [entries]] of Object.entries(SEQUENCES)) {
    test(`${name}: whatever of it waits`, () => {
      const said = sorted(tellHost(entries));
      for (let waits = 0; waits <= entries.length; waits += 1) {
        const before = waits === 0 ? [] : tellHost(entries.slice(0, waits));
        assert.deepEqual(sorted(fold(before, entries.slice(waits))), said, `${entries.length - waits} wait`);
      }
    });
  }

  test('of 300 sequences thrown by dice, whatever of them waits', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const roll = dice(seed);
      const entries = anySequence(roll);
      const waits = roll(entries.length);
      const before = waits === 0 ? [] : tellHost(entries.slice(0, waits));
      assert.deepEqual(sorted(fold(before, entries.slice(waits))), sorted(tellHost(entries)), `seed ${seed}, ${waits} told before: ${JSON.stringify(entries.map(({ at, basis, training, actor, raw }) => [at, basis, training, actor, raw]))}`);
    }
  });

  test('two accounts and a unit, each its own line', () => {
    const all = [saw(4 * DAY, 'denied', { account: 'a' }), saw(3 * DAY, 'allowed', { account: 'b' }), saw(2 * DAY, 'denied', { account: 'b', unit: 'u' }), saw(DAY, 'allowed', { account: 'a' }), said(9 * DAY)];
    for (let waits = 0; waits <= all.length; waits += 1) {
      const before = waits === 0 ? [] : tellHost(all.slice(0, waits));
      const lines = sorted(fold(before, all.slice(waits)));
      assert.deepEqual(lines, sorted(tellHost(all)));
      assert.deepEqual(lines.filter(({ returned }) => returned).map(({ account, unit }) => [account, unit]), [['a', null]]);
    }
  });
});
