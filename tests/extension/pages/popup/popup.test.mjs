// What the popup tells beyond on and off: look-alikes, platforms without a control, facts of a
// reading, a rule that no longer fits.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planOf } from '../../../../extension/background/round/plan.js';
import { rowsOf } from '../../../../extension/pages/dashboard/log/rows.js';
import { factsOf } from '../../../../extension/pages/popup/facts.js';
import { viewOf } from '../../../../extension/pages/popup/sentence.js';
import { platformAt, withoutAt } from '../../../../extension/shared/hosts.js';
import { json, reading } from '../../lib/helpers.mjs';

const control = (id, fields = {}) => ({
  id,
  name: `Control ${id}`,
  kind: 'toggle',
  grade: 'B',
  ...fields,
});
const platform = (fields = {}) => ({
  id: 'p',
  name: 'Platform',
  hosts: ['https://p.example/*'],
  open: 'https://p.example/',
  kind: 'toggle',
  grade: 'B',
  controls: [control('c')],
  rev: 2,
  seen: '2026-10-02',
  ...fields,
});
const read = (training, fields) => ({
  ...reading(training, { control: 'c', ...fields }),
  report: null,
  other: false,
  locked: false,
  shown: null,
  ...fields,
});
const state = (fields, readings) => ({
  tab: {
    id: 1,
    platform: platform(),
    granted: true,
    line: null,
    lines: [],
    without: null,
    health: null,
    state: readings
      ? { platform: 'p', place: '', settling: false, rev: 2, readings, form: null }
      : null,
    ...fields,
  },
  returned: [],
  anyGranted: true,
});
const other = fields => read('unknown', { why: 'ok', raw: 'on', other: true, ...fields });
const keys = texts => texts.map(({ key }) => key);

describe('a setting with another purpose', () => {
  const gmail = platform({
    kind: 'not-training',
    controls: [control('c', { name: 'Smart features', kind: 'not-training' })],
  });
  test('stands under its own name, never under a verdict about training', () => {
    for (const [raw, reason] of [
      ['on', 'otherOn'],
      ['off', 'otherOff'],
    ]) {
      const view = viewOf(state({ platform: gmail }, [other({ raw })]));
      assert.deepEqual(
        [view.sentence.key, view.sentence.values, view.tone, view.reason.key, view.scope],
        ['otherSentence', ['Smart features'], 'none', reason, 'c'],
      );
      assert.equal(view.how, null);
    }
  });
  test('one that could not be read says so', () => {
    for (const why of ['layout-changed', 'locked', 'ambiguous'])
      assert.equal(viewOf(state({ platform: gmail }, [other({ why })])).reason.key, 'otherUnread');
  });
  test('beside a training control it never changes the verdict', () => {
    const both = platform({ controls: [control('c'), control('d', { kind: 'not-training' })] });
    for (const training of ['allowed', 'denied', 'unknown']) {
      const view = viewOf(state({ platform: both }, [read(training), other({ control: 'd' })]));
      assert.equal(view.tone, training);
      assert.deepEqual(
        view.beside.map(one => one.control),
        ['d'],
      );
    }
  });
  test('of several only those that are on the page are named', () => {
    const three = platform({
      kind: 'not-training',
      controls: ['c', 'd', 'e'].map(id => control(id, { kind: 'not-training' })),
    });
    const view = viewOf(
      state({ platform: three }, [
        other({ why: 'layout-changed' }),
        other({ control: 'd' }),
        other({ control: 'e', why: 'locked' }),
      ]),
    );
    assert.deepEqual([view.scope, view.beside.map(one => one.control)], ['d', ['e']]);
  });
  test('away from its page nothing is "not checked yet": there is no training to check', () => {
    assert.equal(viewOf(state({ platform: gmail })).sentence.key, 'otherPlatform');
    const without = {
      id: 'p',
      name: 'Platform',
      domains: [],
      kind: 'none',
      sentence: { text: 'x' },
      source: 'https://p.example/',
      seen: '2026-10',
      grade: 'A',
      trains: 'not-stated',
    };
    assert.equal(viewOf(state({ platform: gmail, without })).sentence.key, 'withoutNone');
  });
  test('it is no row of the table, and no visit of a round', () => {
    assert.deepEqual(rowsOf([gmail], [], ['p']), []);
    const plan = planOf(
      [gmail],
      new Map([
        ['p', { pages: [{ id: 'g', open: 'https://p.example/' }], controls: [{ page: 'g' }] }],
      ]),
      new Set(['p']),
      new Set(['p']),
    );
    assert.deepEqual([plan.steps, plan.others], [[], []]);
  });
  test("where two platforms share a host, the one about training is the page's", () => {
    const two = [platform({ id: 'other', kind: 'not-training' }), platform({ id: 'train' })];
    assert.equal(platformAt(two, 'https://p.example/x').id, 'train');
    assert.equal(platformAt(two.slice(0, 1), 'https://p.example/x').id, 'other');
  });
});

describe('a platform without a control', () => {
  const { without } = json('rules/index.json');
  test('is found by its domain and what is below it, and by nothing that only ends alike', () => {
    for (const url of [
      'https://www.reddit.com/r/x',
      'https://reddit.com/',
      'http://old.reddit.com/?a',
    ])
      assert.equal(withoutAt(without, url).id, 'reddit');
    for (const url of [
      'https://notreddit.com/',
      'https://reddit.com.evil.example/',
      'chrome://extensions/',
      'x',
      undefined,
    ])
      assert.equal(withoutAt(without, url), null);
  });
  test('answers with its sentence and without a state', () => {
    for (const one of without) {
      const view = viewOf(state({ platform: null, without: one }));
      assert.match(view.sentence.key, /^without/);
      assert.deepEqual([view.tone, view.how, view.without], ['none', null, one]);
    }
  });
  test(
    'every one has a sentence, a source (an address over https, or a document by its name) and ' +
      'a date',
    () => {
      assert.ok(without.length >= 25);
      for (const one of without) {
        assert.ok(one.sentence.text.length > 20, one.id);
        assert.match(one.source, /^https:\/\/|^[^:/]+ [^:/]+$/, one.id);
        assert.match(one.seen, /^\d{4}-\d{2}(-\d{2})?$/, one.id);
      }
    },
  );
});

describe('facts beyond on and off', () => {
  const of = (fields, about = {}, training = 'denied') =>
    keys(factsOf(platform({ controls: [control('c', about)] }), read(training, fields)));
  test('a smaller unit is named, or said to be not shown', () => {
    assert.deepEqual(
      factsOf(
        platform({ controls: [control('c', { unit: 'blog' })] }),
        read('denied', { unit: 'ada' }),
      ),
      [{ key: 'unitBlog', values: ['ada'] }],
    );
    assert.deepEqual(
      factsOf(platform({ controls: [control('c', { unit: 'channel' })] }), read('allowed')),
      [
        { key: 'unitChannel', values: [''] },
        { key: 'factNotKept', values: [] },
      ],
    );
    assert.deepEqual(of({}, { unit: 'account' }), []);
    assert.deepEqual(
      of({}, { unit: 'blog' }, 'unknown'),
      [],
      'of what was not read no unit is missed',
    );
  });
  test('every unit that a rule may have has words', () => {
    const messages = json('_locales/en/messages.json');
    for (const unit of ['blog', 'site', 'channel', 'publication', 'team', 'organisation', 'item']) {
      const [key] = of({ unit: 'x' }, { unit });
      assert.ok(messages[key], unit);
    }
  });
  test('locked, combined, and what the page shows beside', () => {
    assert.deepEqual(of({ locked: true }), ['factLocked']);
    assert.deepEqual(of({ raw: 'on+off' }), ['factCombined']);
    assert.deepEqual(of({ shown: '3 companies' }), ['factShown']);
  });
  test('nobody is sent to change what the page has locked', () => {
    assert.equal(viewOf(state({}, [read('allowed')])).reason.key, 'hintAllowed');
    assert.equal(viewOf(state({}, [read('allowed', { locked: true })])).reason, null);
  });
  test('a default for the future is told from a switch that is half on', () => {
    const reason = raw => viewOf(state({}, [read('unknown', { why: 'mixed', raw })])).reason.key;
    assert.deepEqual([reason('off'), reason('mixed')], ['whyFuture', 'whyMixed']);
  });
  test('a setting that may be of several teams is told from two switches', () => {
    const team = platform({ controls: [control('c', { unit: 'team' })] });
    const reason = (its, fields) =>
      viewOf(state({ platform: its }, [read('unknown', { why: 'ambiguous', ...fields })])).reason
        .key;
    assert.deepEqual(
      [
        reason(team, { raw: 'on' }),
        reason(team, { raw: 'none' }),
        reason(team, { raw: 'on', unit: 'Analysts' }),
        reason(platform({ controls: [control('c', {})] }), { raw: 'on' }),
      ],
      ['whyUnitLost', 'whyAmbiguous', 'whyAmbiguous', 'whyAmbiguous'],
    );
  });
  test('where it is not offered the regions are shown at once', () => {
    assert.equal(viewOf(state({}, [read('unknown', { why: 'not-offered' })])).regions, true);
    assert.equal(viewOf(state({}, [read('denied')])).regions, false);
  });
  test(
    'probable because of one sign, and probable because the rule rests on reports, are two ' +
      'things',
    () => {
      const how = (fields, grade = 'B') =>
        viewOf(
          state({ platform: platform({ controls: [control('c', { grade })] }) }, [
            read('denied', fields),
          ]),
        ).how.kind;
      assert.equal(how({}), 'sure');
      assert.equal(how({ sure: 'likely', by: ['role'] }), 'likely');
      assert.equal(how({ sure: 'likely', by: ['role', 'attr'] }, 'C'), 'reported');
      assert.equal(
        how({ sure: 'likely', by: ['role', 'attr'] }),
        'probable',
        'no reason is given that nobody knows',
      );
    },
  );
});

describe('a rule that no longer fits', () => {
  const health = {
    control: 'c',
    rev: 2,
    visits: 4,
    since: '2026-11-01T00:00:00.000Z',
    last: '2026-11-20T00:00:00.000Z',
    report: '{}',
  };
  test('says so in place of the plain reason, and keeps the report', () => {
    const view = viewOf(state({ health }, [read('unknown', { report: '{}' })]));
    assert.deepEqual([view.health, view.reason, view.report.report], [health, null, '{}']);
  });
  test('says so away from the page too', () => {
    assert.equal(viewOf(state({ health })).health, health);
    const line = {
      platform: 'p',
      control: 'c',
      account: null,
      unit: null,
      since: '',
      tried: null,
      training: 'denied',
      basis: 'seen',
      why: 'layout-changed',
      stale: true,
      seen: '2026-10-01T00:00:00.000Z',
    };
    const view = viewOf(state({ health, lines: [line] }));
    assert.deepEqual([view.sentence.key, view.health, view.reason], ['staleUnknown', health, null]);
  });
  test('a reading that succeeds is not spoiled by it', () =>
    assert.equal(viewOf(state({ health }, [read('denied')])).health, null));
});
