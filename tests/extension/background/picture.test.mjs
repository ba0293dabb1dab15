// Where the popup offers to keep a picture: only where the log holds the reading of this page.
import assert from 'node:assert/strict';
import test from 'node:test';

globalThis.chrome ??= /** @type {any} */ ({
  runtime: { id: 'x', getManifest: () => ({ version: '0' }), getURL: path => path },
  storage: { local: {}, session: {} },
});
const { pictureOf } = await import('../../../extension/background/picture.js');

const AT = '2026-11-30T12:00:00.000Z';
const LATER = '2026-11-30T12:00:00.001Z';
const host = { kind: 'on', detail: '', at: AT, capabilities: ['picture'] };
const tab = { active: true, incognito: false };
const reading = { control: 'a', account: 'ada', unit: null, at: AT, other: false };
const state = { platform: 'x', place: 'p', settling: false, readings: [reading], form: null };
const line = { platform: 'x', control: 'a', account: 'ada', unit: null, tried: AT };
const of = { platform: 'x', control: 'a', account: 'ada', unit: null };
const ask = (change = {}) => {
  const it = { tab, state, lines: [line], host, ...change };
  return pictureOf(it.tab, it.state, it.lines, it.host);
};

test('with the reading of this page, once the log program has it', () => {
  assert.deepEqual(ask(), of);
  assert.deepEqual(ask({ lines: [{ ...line, tried: LATER }] }), of);
  assert.equal(ask({ lines: [] }), null);
  assert.equal(ask({ lines: [{ ...line, tried: null }] }), null);
  assert.equal(ask({ state: { ...state, readings: [{ ...reading, at: LATER }] } }), null);
  for (const other of ['account', 'control', 'unit', 'platform'])
    assert.equal(ask({ lines: [{ ...line, [other]: 'another' }] }), null, other);
});

test('of several, the first that is about training and is in the log', () => {
  const readings = [{ ...reading, other: true }, { ...reading, control: 'b' }, reading];
  assert.deepEqual(ask({ state: { ...state, readings } }), of);
});

test('never in a private window, behind another tab, before the page is read', () => {
  assert.equal(ask({ tab: null }), null);
  assert.equal(ask({ tab: { ...tab, incognito: true } }), null);
  assert.equal(ask({ tab: { ...tab, active: false } }), null);
  assert.equal(ask({ state: null }), null);
  assert.equal(ask({ state: { ...state, settling: true } }), null);
});

test('never without a log program that keeps pictures', () => {
  assert.equal(ask({ host: { ...host, kind: 'exited' } }), null);
  assert.equal(ask({ host: { ...host, capabilities: ['stamp'] } }), null);
  assert.equal(ask({ host: { ...host, capabilities: undefined } }), null);
});
