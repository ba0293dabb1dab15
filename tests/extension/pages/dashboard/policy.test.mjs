// What the dashboard makes of a policy change and the log together.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import {
  byNeed,
  failing,
  followable,
  lit,
  marksOf,
  seenOnce,
  shouldLookAgain,
  sinceOptOut,
  standingsAt,
  tabMayHelp,
  whyKey,
} from '../../../../extension/pages/dashboard/policy/model.js';
import { json } from '../../lib/helpers.mjs';

const line = fields => ({
  platform: 'linkedin',
  control: 'genai-training',
  account: null,
  unit: null,
  training: 'denied',
  basis: 'seen',
  why: 'ok',
  sure: 'sure',
  since: '2026-09-01T00:00:00.000Z',
  seen: '2026-11-01T00:00:00.000Z',
  tried: '2026-11-01T00:00:00.000Z',
  returned: false,
  stale: false,
  kept: 'confirmed',
  ...fields,
});
const entry = (training, at, fields = {}) => ({
  platform: 'linkedin',
  control: 'genai-training',
  account: null,
  unit: null,
  training,
  at,
  basis: 'seen',
  ...fields,
});
const change = fields => ({
  change: 1,
  platform: 'linkedin',
  verdict: 'alert',
  level: 3,
  right_removed: false,
  at: '2026-11-10T00:00:00.000Z',
  days_left: null,
  read: null,
  ...fields,
});
const AT = '2026-11-10T00:00:00.000Z';

describe("the user's setting before a change", () => {
  test('held since before: what it is now, it was; last seen before means look again', () => {
    const [one] = standingsAt(AT, [line({})], []);
    assert.deepEqual(
      [one.before, one.seen, one.said, one.after],
      ['denied', '2026-11-01T00:00:00.000Z', false, null],
    );
    assert.equal(shouldLookAgain([one]), true);
  });

  test('seen again since: said, and no look is asked for', () => {
    const [one] = standingsAt(AT, [line({ seen: '2026-11-12T00:00:00.000Z' })], []);
    assert.deepEqual(one.after, { training: 'denied', seen: '2026-11-12T00:00:00.000Z' });
    assert.equal(one.before, 'denied');
    assert.equal(shouldLookAgain([one]), false);
  });

  test('what was only probable stays so, before and after', () => {
    const [sure, likely, after] = [
      line({}),
      line({ sure: 'likely' }),
      line({ sure: 'likely', seen: '2026-11-12T00:00:00.000Z' }),
    ].map(one => standingsAt(AT, [one], [])[0]);
    assert.deepEqual([sure.likely, likely.likely, after.after?.likely], [false, true, true]);
  });

  test('changed since: what it was comes from the entries, never from the present state', () => {
    const now = line({
      training: 'allowed',
      since: '2026-11-11T00:00:00.000Z',
      seen: '2026-11-12T00:00:00.000Z',
    });
    assert.equal(standingsAt(AT, [now], [])[0].before, 'not-read');
    const entries = [
      entry('allowed', '2026-11-11T00:00:00.000Z'),
      entry('denied', '2026-10-01T00:00:00.000Z'),
      entry('allowed', '2026-09-01T00:00:00.000Z'),
      entry('unknown', '2026-11-09T00:00:00.000Z'),
      entry('allowed', '2026-11-09T00:00:00.000Z', { account: 'other' }),
    ];
    const [one] = standingsAt(AT, [now], entries);
    assert.deepEqual(
      [one.before, one.seen, one.after?.training],
      ['denied', '2026-10-01T00:00:00.000Z', 'allowed'],
    );
  });

  test('only said by the user: said so, without a day of reading', () => {
    const [one] = standingsAt(AT, [line({ basis: 'declared', seen: null })], []);
    assert.deepEqual([one.before, one.seen, one.said], ['denied', null, true]);
    assert.equal(shouldLookAgain([one]), true);
  });

  test(
    'said by the user after a reading that showed otherwise: the reading is not told as if it ' +
      'had shown it',
    () => {
      const said = line({ basis: 'declared', seen: '2026-11-12T00:00:00.000Z' });
      const [one] = standingsAt(AT, [said], []);
      assert.deepEqual([one.before, one.seen, one.said, one.after], ['denied', null, true, null]);
      const [two] = standingsAt(
        AT,
        [
          line({
            basis: 'declared',
            since: '2026-11-11T00:00:00.000Z',
            seen: '2026-11-12T00:00:00.000Z',
          }),
        ],
        [entry('allowed', '2026-10-01T00:00:00.000Z')],
      );
      assert.deepEqual(
        [two.before, two.seen, two.after],
        ['allowed', '2026-10-01T00:00:00.000Z', null],
      );
    },
  );

  test('unknown, and a form alone, say nothing', () => {
    assert.equal(
      standingsAt(AT, [line({ training: 'unknown', seen: null })], [])[0].before,
      'not-read',
    );
    assert.deepEqual(standingsAt(AT, [line({ training: 'unknown', basis: 'form' })], []), []);
  });
});

describe('the list of changes', () => {
  test('what changed since the opt-out: alerts after it, of platforms that are opted out', () => {
    const lines = [
      line({}),
      line({ control: 'other', since: '2026-10-01T00:00:00.000Z' }),
      line({ platform: 'x', training: 'allowed' }),
    ];
    const changes = [
      change({}),
      change({ change: 2, verdict: 'mention' }),
      change({ change: 3, at: '2026-08-01T00:00:00.000Z' }),
      change({ change: 4, platform: 'x' }),
    ];
    const found = sinceOptOut(changes, lines);
    assert.deepEqual([...found.keys()], ['linkedin']);
    assert.equal(
      sinceOptOut(changes, [line({ stale: true })]).size,
      0,
      'what could not be read again is not said to hold',
    );
    assert.equal(found.get('linkedin').since, '2026-09-01T00:00:00.000Z');
    assert.deepEqual(
      found.get('linkedin').changes.map(one => one.change),
      [1],
    );
  });

  test('a right that is gone comes first, then alerts, then the rest, newest first', () => {
    const order = byNeed([
      change({ change: 1, verdict: 'mention', at: '2026-11-20T00:00:00.000Z' }),
      change({ change: 2 }),
      change({ change: 3, at: '2026-11-11T00:00:00.000Z' }),
      change({ change: 4, right_removed: true, at: '2026-01-01T00:00:00.000Z' }),
    ]);
    assert.deepEqual(
      order.map(one => one.change),
      [4, 3, 2, 1],
    );
  });

  test('marks for the timeline: one an alert', () => {
    assert.deepEqual(
      marksOf([change({}), change({ change: 2, verdict: 'in-force' })], () => 'said'),
      [{ platform: 'linkedin', at: AT, kind: 'policy', text: 'said', href: '#policy-1' }],
    );
  });

  test('the words that fired are lit, whole words only', () => {
    assert.deepEqual(lit('We train AI; the aim is training AI.', ['AI', 'train']), [
      { text: 'We ', lit: false },
      { text: 'train', lit: true },
      { text: ' ', lit: false },
      { text: 'AI', lit: true },
      { text: '; the aim is training ', lit: false },
      { text: 'AI', lit: true },
      { text: '.', lit: false },
    ]);
    assert.deepEqual(
      lit('a (b', ['('])
        .map(piece => piece.text)
        .join(''),
      'a (b',
      'no word is a pattern',
    );
    assert.deepEqual(lit('x', []), [{ text: 'x', lit: false }]);
  });
});

describe('what could not be checked', () => {
  // The states are those of POLICY.md; each must have its own words or be a text that is none.
  const text = new URL('../../../../host/policy/POLICY.md', import.meta.url);
  const policy = readFileSync(text, 'utf8');
  const table = policy.slice(
    policy.indexOf('| state | what happened |'),
    policy.indexOf('### Errors'),
  );
  const states = table
    .split('\n')
    .filter(row => row.startsWith('| `'))
    .flatMap(row => [...row.split('|')[1].matchAll(/`([^`]+)`/g)].map(found => found[1]));

  test('every state of POLICY.md has a reason in words', () => {
    assert.ok(states.length >= 20);
    const english = json('_locales/en/messages.json');
    for (const state of states) assert.ok(english[whyKey(state)], state);
    for (const state of states.filter(one => one !== 'not-text'))
      assert.notEqual(whyKey(state), 'policyWhyText', state);
  });

  test('only followed documents that fail, and since when, are named', () => {
    const doc = fields => ({
      document: 'a',
      followed: true,
      ok: false,
      state: 'blocked',
      failing_since: AT,
      needs_scripts: null,
      ...fields,
    });
    assert.equal(
      failing([
        doc({}),
        doc({ followed: false }),
        doc({ ok: true, failing_since: null }),
        doc({ state: 'never', failing_since: null }),
      ]).length,
      1,
    );
    assert.equal(tabMayHelp(doc({})), true);
    assert.equal(
      tabMayHelp(doc({ state: 'certificate' })),
      false,
      'what is not safe is not opened as a way around',
    );
  });

  test('what was seen at one look waits, whether or not the next look failed', () => {
    const docs = [
      { document: 'a', followed: true, ok: true, state: 'waiting', seen_once: AT },
      { document: 'b', followed: true, ok: false, state: 'blocked', seen_once: AT },
      { document: 'c', followed: false, ok: true, state: 'waiting', seen_once: AT },
      { document: 'd', followed: true, ok: true, state: 'unchanged', seen_once: null },
      { document: 'e', followed: true, ok: true, state: 'unchanged' },
    ];
    assert.deepEqual(
      seenOnce(docs).map(one => one.document),
      ['a', 'b'],
    );
  });

  test("the user's platforms stand first", () => {
    const docs = [
      { platform: 'x', name: 'X: Terms' },
      { platform: 'reddit', name: 'Reddit: Terms' },
      { platform: 'own', name: 'mine' },
    ];
    assert.deepEqual(
      followable(docs, [{ id: 'x', name: 'X' }], ['x']).map(({ id, name, mine }) => [
        id,
        name,
        mine,
      ]),
      [
        ['x', 'X', true],
        ['reddit', 'Reddit', false],
      ],
    );
  });
});
