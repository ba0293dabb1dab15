// The thinking behind popup, welcome page and dashboard that needs no page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { lastWord } from '../../../extension/background/popup-state.js';
import { lookOf } from '../../../extension/background/log/summary.js';
import { counted, countsOf } from '../../../extension/shared/counts.js';
import { scopesOf } from '../../../extension/pages/dashboard/file/erase.js';
import { cell } from '../../../extension/pages/dashboard/file/export.js';
import { matches, passes, rowsOf, sorted } from '../../../extension/pages/dashboard/log/rows.js';
import { hostsToGiveBack, requestFor } from '../../../extension/pages/welcome/grant.js';
import {
  hostCommand,
  hostView,
  isKnownCopy,
  OTHER_COPY,
} from '../../../extension/shared/host-view.js';

const platform = (id, name = id, hosts = [`https://${id}.example/*`]) => ({
  id,
  name,
  hosts,
  open: `https://${id}.example/`,
  kind: 'toggle',
  grade: 'B',
  controls: [{ id: 'c', name: 'Control C' }],
  rev: 1,
  seen: '2026-10-02',
});
const line = (id, training, fields = {}) => ({
  platform: id,
  control: 'c',
  account: null,
  unit: null,
  training,
  basis: 'seen',
  why: 'ok',
  sure: 'sure',
  since: '2026-11-01T00:00:00.000Z',
  seen: '2026-11-02T00:00:00.000Z',
  tried: null,
  returned: false,
  stale: false,
  kept: 'confirmed',
  ...fields,
});
/** Those that are not zero. */
const counts = (mine, known) =>
  Object.fromEntries(Object.entries(countsOf(mine, known)).filter(([, number]) => number > 0));
const [a, b, c] = [platform('a', 'Alpha'), platform('b', 'beta'), platform('c', 'Gamma')];

describe('the strip', () => {
  test('each platform counts once, by what needs a look most', () => {
    const known = [
      line('a', 'denied'),
      line('a', 'allowed', { account: 'x' }),
      line('b', 'denied', { stale: true }),
      line('d', 'allowed'),
    ];
    assert.deepEqual(counts([a, b, c], known), { allowed: 1, unknown: 1, unchecked: 1 });
    assert.deepEqual(counts([a], [line('a', 'denied')]), { denied: 1 });
  });
  test('what is sure, what is probable and what waits to be confirmed are never one number', () => {
    const one = (...lines) => Object.keys(counts([a], lines));
    assert.deepEqual(one(line('a', 'denied', { kept: 'confirmed' })), ['denied']);
    assert.deepEqual(one(line('a', 'denied', { sure: 'likely' })), ['likelyDenied']);
    assert.deepEqual(
      one(line('a', 'denied', { kept: null })),
      ['likelyDenied'],
      'of entries that tell nothing of how it was seen',
    );
    assert.deepEqual(one(line('a', 'allowed', { sure: 'likely' })), ['likelyAllowed']);
    assert.deepEqual(one(line('a', 'denied', { sure: 'likely', kept: 'pending' })), ['changed']);
    assert.deepEqual(one(line('a', 'denied', { kept: 'pending', stale: true })), ['unknown']);
    assert.deepEqual(one(line('a', 'allowed', { kept: 'not-kept' })), ['allowed']);
    assert.deepEqual(
      one(
        line('a', 'denied', { account: 'x' }),
        line('a', 'denied', { account: 'y', sure: 'likely' }),
      ),
      ['likelyDenied'],
    );
  });
  test('a control that its rule has replaced is counted nowhere, and needs no look', () => {
    const gone = line('a', 'allowed', { control: 'former' });
    assert.deepEqual(counts([a], [gone, line('a', 'denied')]), { denied: 1 });
    assert.deepEqual(counts([a], [gone]), { unchecked: 1 });
    assert.deepEqual(lookOf([a], [gone], new Set(['a'])), []);
    assert.deepEqual(
      counted([a], [gone, line('elsewhere', 'denied')]).map(({ platform: id }) => id),
      ['elsewhere'],
    );
  });
  test('a setting with another purpose is not counted, read or not', () => {
    const other = { ...b, kind: 'not-training' };
    assert.deepEqual(counts([a, other], [line('a', 'denied')]), { denied: 1 });
  });
  test("a form's step alone is no checked setting", () => {
    assert.equal(
      countsOf([a], [line('a', 'unknown', { basis: 'form', form: { step: 'submitted', at: '' } })])
        .unchecked,
      1,
    );
  });
  test('what the user said is not counted as a denial that was seen', () => {
    const said = { basis: 'declared', sure: 'none' };
    assert.deepEqual(counts([a], [line('a', 'denied', { ...said, seen: null })]), { unchecked: 1 });
    assert.deepEqual(counts([a], [line('a', 'denied', said)]), { unknown: 1 });
  });
  test(
    'away from its page a platform is "not allowed" only when each of the account\'s controls ' +
      'was',
    () => {
      const at = (day, training, fields) =>
        line('a', training, { tried: `2026-11-0${day}T00:00:00.000Z`, ...fields });
      const word = (...known) => lastWord(known)?.training;
      assert.equal(word(), undefined);
      assert.equal(word(at(5, 'denied'), at(2, 'allowed', { control: 'd' })), 'allowed');
      assert.equal(word(at(5, 'denied'), at(2, 'unknown', { control: 'd' })), 'unknown');
      assert.equal(
        lastWord([at(5, 'denied'), at(2, 'denied', { control: 'd', basis: 'declared' })]).basis,
        'declared',
      );
      assert.equal(
        word(at(5, 'denied', { account: 'x' }), at(2, 'allowed', { account: 'y' })),
        'denied',
      );
      assert.equal(
        word(at(5, 'denied'), at(2, 'unknown', { control: 'd', why: 'not-offered', stale: true })),
        'denied',
      );
      assert.equal(
        word(
          at(5, 'unknown', { control: 'form', basis: 'form', form: { step: 'reached', at: '' } }),
          at(2, 'denied', { account: 'x' }),
        ),
        'denied',
      );
    },
  );
  test('rows are those to look at: allowed, stale, without access; returns stand above', () => {
    const known = [
      line('a', 'allowed'),
      line('a', 'allowed', { account: 'x', returned: true }),
      line('b', 'denied', { stale: true }),
    ];
    assert.deepEqual(
      lookOf([a, b, c], known, new Set(['a', 'b'])).map(row => [row.platform, row.state]),
      [
        ['a', 'allowed'],
        ['b', 'stale'],
        ['c', 'no-access'],
      ],
    );
    const states = (...lines) => lookOf([a], lines, new Set(['a'])).map(({ state }) => state);
    assert.deepEqual(states(line('a', 'denied', { kept: 'pending' })), ['changed']);
    assert.deepEqual(
      states(
        line('a', 'allowed', { kept: 'not-kept' }),
        line('a', 'allowed', { returned: 'perhaps', unit: 'u' }),
      ),
      ['not-kept'],
      'what may be a return has its own place',
    );
  });
});

describe('the table', () => {
  const rows = rowsOf(
    [a, b, c],
    [
      line('b', 'denied'),
      line('a', 'allowed', { account: 'Ada' }),
      line('gone', 'unknown', { seen: null }),
    ],
    ['a', 'b', 'c'],
  );
  test(
    'a row for each state, for each followed platform not read yet, and for platforms without ' +
      'a rule',
    () => {
      assert.deepEqual(
        rows.map(row => [row.platform.name, row.state]),
        [
          ['beta', 'denied'],
          ['Alpha', 'allowed'],
          ['gone', 'unknown'],
          ['Gamma', 'unchecked'],
        ],
      );
      assert.equal(rows[0].control, 'Control C');
    },
  );
  test('filters and search', () => {
    const of = { a: 'allowed', b: 'denied', c: 'unchecked', gone: 'beside' };
    const has = filter => row => passes(row, filter, new Map(Object.entries(of)));
    const names = (filter, words = '') =>
      rows.filter(row => has(filter)(row) && matches(row, words)).map(row => row.platform.name);
    assert.deepEqual(names('all').length, 4);
    assert.deepEqual(names('look'), ['Alpha']);
    assert.deepEqual(names('beside'), ['gone']);
    assert.deepEqual(names('all', 'ada control'), ['Alpha']);
    assert.deepEqual(names('all', 'nobody'), []);
  });
  test('sorts by need and by name, both ways', () => {
    const names = (column, direction) =>
      sorted(rows, column, direction, 'en').map(row => row.platform.name);
    assert.deepEqual(names('state', 1), ['Alpha', 'gone', 'beta', 'Gamma']);
    assert.deepEqual(names('platform', 1), ['Alpha', 'beta', 'Gamma', 'gone']);
    assert.deepEqual(names('platform', -1), ['gone', 'Gamma', 'beta', 'Alpha']);
  });
});

describe('erasing and exporting', () => {
  test('offers everything, each platform, and accounts where there are several', () => {
    const lines = [
      line('b', 'denied'),
      line('a', 'denied', { account: 'x' }),
      line('a', 'denied', { account: 'y' }),
    ];
    assert.deepEqual(scopesOf(lines), [
      { all: true },
      { platform: 'a' },
      { platform: 'a', account: 'x' },
      { platform: 'a', account: 'y' },
      { platform: 'b' },
    ]);
    assert.deepEqual(scopesOf([]), [{ all: true }]);
  });
  test('a cell is quoted where needed and never a formula', () => {
    assert.equal(cell('plain'), 'plain');
    assert.equal(cell(null), '');
    assert.equal(cell('a,"b"\n'), '"a,""b""\n"');
    for (const text of ['=1+1', '+1', '-1', '@x']) assert.equal(cell(text), `'${text}`);
  });
});

describe('the one click', () => {
  test('asks for the hosts of what is ticked, and the log with it', () => {
    assert.deepEqual(
      requestFor([a, b, c], new Set(['a', 'c']), { log: true, notify: false, firefox: false }),
      { origins: [...a.hosts, ...c.hosts], permissions: ['nativeMessaging'] },
    );
  });
  test('in Firefox consent to sending belongs to the log, and to nothing else', () => {
    assert.deepEqual(requestFor([a], new Set(['a']), { log: true, notify: true, firefox: true }), {
      origins: a.hosts,
      permissions: ['nativeMessaging', 'notifications'],
      data_collection: ['websiteContent', 'browsingActivity'],
    });
    assert.equal(
      'data_collection' in
        requestFor([a], new Set(['a']), { log: false, notify: false, firefox: true }),
      false,
    );
  });
  test('gives back what is not ticked, but no host that a ticked platform shares', () => {
    const shared = platform('d', 'Delta', [...a.hosts, 'https://d.example/*']);
    assert.deepEqual(hostsToGiveBack([a, b, shared], new Set(['a'])), [
      ...b.hosts,
      'https://d.example/*',
    ]);
  });
});

describe("the log program's states", () => {
  test('three levels, each with its one fix', () => {
    const of = (kind, detail = '') => {
      const view = hostView({ kind, detail, at: '' });
      return [view.level, view.fix];
    };
    assert.deepEqual(of('on'), ['on', null]);
    for (const kind of ['not-allowed', 'not-found', 'forbidden'])
      assert.deepEqual(of(kind), ['missing', 'set-up']);
    for (const kind of ['start-failed', 'exited', 'protocol', 'record'])
      assert.deepEqual(of(kind), ['stopped', 'retry']);
  });
  test('16 (23) a copy that the log program does not know is told so, not sent to register', () => {
    const ids = JSON.parse(readFileSync(new URL('../../../manifests/ids.json', import.meta.url)));
    for (const id of [...ids.chromium, ...ids.firefox]) assert.ok(isKnownCopy(id), id);
    assert.equal(isKnownCopy('abcdefghijklmnopabcdefghijklmnop'), false);
    const host = { kind: 'forbidden', detail: OTHER_COPY, at: '' };
    assert.deepEqual(hostView(host), { level: 'missing', text: 'hostOtherCopy', fix: null });
    assert.equal(hostCommand(host), null);
  });
  test('where the browser cannot know what is wrong, the one command that can is named', () => {
    for (const kind of ['not-found', 'forbidden', 'start-failed', 'exited', 'protocol'])
      assert.equal(hostCommand({ kind, detail: '', at: '' }), 'optoutlog doctor');
    for (const kind of ['on', 'unknown', 'not-allowed', 'record'])
      assert.equal(hostCommand({ kind, detail: '', at: '' }), null);
  });
  test('errors of the record have sentences of their own', () => {
    const text = detail => hostView({ kind: 'record', detail, at: '' }).text;
    const own = ['record.busy', 'record.full', 'record.corrupt', 'record.newer'].map(name =>
      text(`${name}: words of the host`),
    );
    assert.equal(new Set([...own, text('record.io: x')]).size, 5);
  });
});
