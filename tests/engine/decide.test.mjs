// The decision table, row by row.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { namespace } from './lib/namespace.mjs';

const { decide } = namespace(['kept.js', 'decide.js']);
/** What kept.js says of a control that stands as the server gave it, and of one with a doubt. */
const LOADED = { how: 'loaded', atMost: 'sure', why: '', again: null, stay: false };
const UNSAVED = { how: null, atMost: 'sure', why: 'unsaved', again: 'touched', stay: false };
const NAME = { by: 'role', ids: [1] };
const LABEL = { by: 'label', ids: [1] };
const SECTION = { by: 'section', ids: [1] };
const HOOK = { by: 'attr', ids: [1] };
const CSS = { by: 'css', ids: [1] };
const ORDER = { by: 'order', ids: [1] };
const facts = (more = {}) => ({
  granted: true,
  signedOut: false,
  notOffered: false,
  signature: true,
  misses: 0,
  hits: [NAME, HOOK],
  locked: false,
  kept: LOADED,
  blocked: false,
  raw: 'on',
  langKnown: true,
  reads: 2,
  held: 300,
  needReads: 2,
  needHeld: 280,
  timedOut: false,
  waitedOut: false,
  before: null,
  onMeans: 'training',
  ...more,
});
const late = more => facts({ timedOut: true, waitedOut: true, held: 8000, reads: 9, ...more });
const verdict = f => {
  const v = decide.decide(f);
  return v && { training: v.training, why: v.why, sure: v.sure };
};
const is = (f, training, why, sure = 'none') =>
  assert.deepEqual(verdict(f), { training, why, sure });

test('row 1: no access before anything else', () =>
  is(late({ granted: false, signedOut: true }), 'unknown', 'no-access'));
test('row 2: signed out', () =>
  is(late({ signedOut: true, notOffered: true }), 'unknown', 'signed-out'));
test('row 3: not offered', () =>
  is(late({ notOffered: true, signature: false }), 'unknown', 'not-offered'));
test('row 4: the signature fails', () => {
  assert.equal(verdict(facts({ signature: false })), null, 'late parts may still come');
  is(late({ signature: false }), 'unknown', 'other-page');
  is(late({ signature: false, misses: 2 }), 'unknown', 'layout-changed');
});
test('row 5: no control by the timeout, or only css hits', () => {
  assert.equal(verdict(facts({ hits: [] })), null);
  is(late({ hits: [] }), 'unknown', 'layout-changed');
  is(late({ hits: [CSS] }), 'unknown', 'layout-changed');
});
test('row 6: two controls, or one locator with several', () => {
  is(late({ hits: [NAME, { by: 'attr', ids: [2] }] }), 'unknown', 'ambiguous');
  is(late({ hits: [{ by: 'role', ids: [1, 2] }, HOOK] }), 'unknown', 'ambiguous');
  is(late({ hits: [NAME, HOOK, { by: 'css', ids: [2] }] }), 'unknown', 'ambiguous');
});
test('a section that holds several is void, not ambiguous', () =>
  is(facts({ hits: [NAME, HOOK, { by: 'section', ids: [1, 2] }] }), 'allowed', 'ok', 'sure'));
test('row 7: busy, or too few equal reads', () => {
  assert.equal(verdict(facts({ kept: null })), null);
  is(late({ kept: null }), 'unknown', 'unsettled');
  assert.equal(verdict(facts({ reads: 1, held: 0 })), null);
  is(late({ reads: 1, held: 0 }), 'unknown', 'unsettled');
});
test('row 8: mixed', () => is(late({ raw: 'mixed' }), 'unknown', 'mixed'));
test('locked and unsaved come before the conflict of row 9', () => {
  is(late({ locked: true, raw: 'both' }), 'unknown', 'locked');
  is(late({ kept: UNSAVED, raw: 'both' }), 'unknown', 'unsaved');
  is(late({ locked: true, kept: UNSAVED }), 'unknown', 'unsaved');
  is(facts({ kept: { ...LOADED, atMost: 'likely' } }), 'allowed', 'ok', 'likely');
  is(facts({ kept: { ...LOADED, how: 'changed', atMost: 'likely' } }), 'allowed', 'ok', 'likely');
});
test('row 9: both sides, or neither', () => {
  is(late({ raw: 'both' }), 'unknown', 'conflict');
  is(late({ raw: 'neither' }), 'unknown', 'conflict');
  assert.equal(verdict(facts({ raw: 'both' })), null, 'lag gets time');
});
test('row 10: two independent classes are sure', () => {
  is(facts(), 'allowed', 'ok', 'sure');
  is(facts({ raw: 'off' }), 'denied', 'ok', 'sure');
  for (const hits of [
    [NAME, LABEL],
    [NAME, SECTION],
    [HOOK, LABEL],
    [NAME, ORDER],
    [HOOK, SECTION],
  ])
    is(facts({ hits }), 'allowed', 'ok', 'sure');
});
test('polarity is data', () => {
  is(facts({ onMeans: 'opted-out' }), 'denied', 'ok', 'sure');
  is(facts({ onMeans: 'opted-out', raw: 'off' }), 'allowed', 'ok', 'sure');
});
test('row 11: unknown page language and only a hook: likely at most', () =>
  is(facts({ hits: [HOOK], langKnown: false }), 'allowed', 'ok', 'likely'));
test('row 12: one of name or hook alone: likely', () => {
  is(facts({ hits: [NAME] }), 'allowed', 'ok', 'likely');
  is(facts({ hits: [HOOK] }), 'allowed', 'ok', 'likely');
  is(facts({ hits: [HOOK, CSS] }), 'allowed', 'ok', 'likely');
});
test('row 13: nearness, a section or an order alone say nothing', () => {
  for (const hits of [[LABEL], [SECTION], [ORDER], [LABEL, SECTION]])
    is(late({ hits }), 'unknown', 'not-found');
});
test('grade C is never more than likely', () =>
  is(facts({ grade: 'C' }), 'allowed', 'ok', 'likely'));
test('a control that proves one side only never says the other', () => {
  is(facts({ proves: 'allowed' }), 'allowed', 'ok', 'sure');
  is(late({ proves: 'allowed', raw: 'off' }), 'unknown', 'mixed');
});
test('row 6.1: a unit that must be known and is not', () => {
  is(late({ unitLost: true }), 'unknown', 'ambiguous');
  assert.equal(verdict(facts({ unitLost: true })), null, 'the page gets time to show it');
});
test('row 10.1: a look-alike is read, and says nothing about training', () => {
  for (const raw of ['on', 'off'])
    assert.deepEqual(
      { ...decide.decide(facts({ raw, onMeans: 'other' })) },
      { training: 'unknown', why: 'ok', sure: 'none', row: 10.1, raw, how: 'loaded', again: null },
    );
  is(late({ onMeans: 'other', locked: true }), 'unknown', 'locked');
});

const BOTH = [false, true];
/** What decides, with every value that it can have. */
const TABLE = {
  raw: ['on', 'off', 'mixed', 'both', 'neither'],
  onMeans: ['training', 'opted-out'],
  timedOut: BOTH,
  waits: BOTH,
  locked: BOTH,
  unsaved: BOTH,
  signature: BOTH,
  signedOut: BOTH,
  notOffered: BOTH,
  reads: [1, 2],
  hits: [[], [CSS], [LABEL], [NAME], [HOOK], [NAME, HOOK], [NAME, { by: 'attr', ids: [2] }]],
};

/** @param {[string, any[]][]} columns @returns {Generator<any>} every row of the table */
function* rowsOf([first, ...rest]) {
  if (!first) return yield {};
  const [name, values] = first;
  for (const value of values) for (const others of rowsOf(rest)) yield { [name]: value, ...others };
}

/** May a state be given on these facts? */
const isGround = ({ raw, waits, locked, unsaved, signature, signedOut, notOffered, reads, hits }) =>
  (raw === 'on' || raw === 'off') &&
  !waits &&
  !locked &&
  !unsaved &&
  signature &&
  !signedOut &&
  !notOffered &&
  reads >= 2 &&
  hits.some(hit => hit.by === 'role' || hit.by === 'attr') &&
  !(hits.length === 2 && hits[1].ids[0] === 2);

test('no combination of facts turns a state round, or gives one without its ground', () => {
  // The whole table, exhaustively over what decides.
  let n = 0;
  for (const { waits, unsaved, ...row } of rowsOf(Object.entries(TABLE))) {
    n++;
    const v = decide.decide(
      facts({
        ...row,
        waitedOut: row.timedOut,
        kept: unsaved ? UNSAVED : waits ? null : LOADED,
        held: row.timedOut ? 8000 : 300,
      }),
    );
    if (!v || v.training === 'unknown') continue;
    assert.equal(
      v.training,
      (row.raw === 'on') === (row.onMeans === 'training') ? 'allowed' : 'denied',
    );
    assert.notEqual(v.sure, 'none');
    assert.ok(isGround({ waits, unsaved, ...row }));
  }
  assert.ok(n > 10000);
});

const part = (training, raw) => ({
  training,
  why: training === 'unknown' ? 'locked' : 'ok',
  sure: training === 'unknown' ? 'none' : 'sure',
  row: 10,
  raw,
});
test('combined: denied only when every part is', () => {
  assert.equal(decide.combine([part('denied', 'on'), part('denied', 'off')]).training, 'denied');
  assert.equal(decide.combine([part('denied', 'on'), part('allowed', 'on')]).training, 'allowed');
  assert.equal(decide.combine([part('allowed', 'off'), part('denied', 'off')]).training, 'allowed');
  assert.equal(decide.combine([part('unknown', 'on'), part('denied', 'off')]).training, 'unknown');
  assert.equal(decide.combine([null, part('denied', 'off')]), null);
});

test('alternatives: the one that is there decides, two are ambiguous', () => {
  const yes = training => ({ there: true, verdict: part(training, 'on') });
  const no = {
    there: false,
    verdict: { training: 'unknown', why: 'layout-changed', sure: 'none', row: 5, raw: 'none' },
  };
  assert.equal(decide.choose([no, yes('denied')]).training, 'denied');
  assert.equal(decide.choose([yes('allowed'), yes('denied')]).why, 'ambiguous');
  assert.equal(decide.choose([no, no]).why, 'layout-changed');
  assert.equal(
    decide.choose([
      {
        there: false,
        verdict: { training: 'unknown', why: 'other-page', sure: 'none', row: 4, raw: 'none' },
      },
      no,
    ]).why,
    'layout-changed',
    'the page that was recognised speaks',
  );
  assert.equal(decide.choose([no, { there: true, verdict: null }]), null);
  assert.equal(decide.choose([no, { there: false, verdict: null }]), null);
});
