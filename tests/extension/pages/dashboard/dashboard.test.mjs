// The thinking behind the dashboard: rounds, what the user says, reminders, the timeline, the
// history, letters.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FACT_KINDS, FactRefused, entryOfFact } from '../../../../extension/background/log/fact.js';
import { calendarDay as today } from '../../../../extension/shared/dates.js';
import { dueOf } from '../../../../extension/background/alert/reminders.js';
import { outcomeOf, planOf } from '../../../../extension/background/round/plan.js';
import { unitFor } from '../../../../extension/pages/dashboard/fact/form.js';
import { stepsOf } from '../../../../extension/pages/dashboard/fact/objection.js';
import { chosen, newestFirst } from '../../../../extension/pages/dashboard/log/search.js';
import { letterLanguage, letterText } from '../../../../extension/pages/dashboard/letters/text.js';
import { keyOf } from '../../../../extension/pages/dashboard/log/rows.js';
import { GAP, laneOf, ticksOf } from '../../../../extension/pages/dashboard/log/lane.js';
import { entry, reading } from '../../lib/helpers.mjs';

const DAY = 86_400_000;
const NOW = new Date('2026-11-24T12:00:00.000Z');
const on = (days, training, fields = {}) =>
  entry(training, {
    at: new Date(NOW.getTime() - days * DAY).toISOString(),
    how: training === 'unknown' || fields.actor === 'user' ? null : 'loaded',
    ...fields,
  });
const platform = (id, fields = {}) => ({
  id,
  name: id.toUpperCase(),
  hosts: [],
  open: `https://${id}.example/`,
  kind: 'toggle',
  grade: 'B',
  controls: [{ id: 'c', name: 'Control C' }],
  rev: 1,
  seen: '2026-10-02',
  ...fields,
});
const line = (fields = {}) => ({
  platform: 'linkedin',
  control: 'genai-training',
  account: null,
  unit: null,
  training: 'unknown',
  basis: 'form',
  why: 'ok',
  since: '',
  seen: null,
  tried: null,
  returned: false,
  stale: false,
  sure: 'sure',
  kept: 'confirmed',
  ...fields,
});

test(
  'what the user says of another setting or account is not put under the blog whose row was ' +
    'opened',
  () => {
    const begun = { platform: 'tumblr', control: 'c', account: 'ada', unit: 'first-blog' };
    const given = { platform: 'tumblr', control: 'c', account: 'ada' };
    assert.equal(unitFor(begun, given), 'first-blog');
    assert.equal(
      unitFor({ ...begun, account: null }, given),
      'first-blog',
      'an account that was not known is only named',
    );
    for (const change of [
      { platform: 'linkedin' },
      { control: 'd' },
      { account: 'bob' },
      { account: '' },
    ])
      assert.equal(unitFor(begun, { ...given, ...change }), null);
    assert.equal(unitFor({}, given), null);
  },
);

describe('a round of checks', () => {
  const rule = (pages, controls = [{ id: 'c', page: 'p' }]) => ({ pages, controls });
  const rules = new Map([
    ['a', rule([{ id: 'p', open: 'https://a.example/settings' }])],
    ['b', rule([{ id: 'p' }])],
    ['f', { pages: [{ id: 'p', open: 'https://f.example/form' }], forms: [{}] }],
    ['g', rule([{ id: 'p', open: 'https://g.example/s' }])],
    [
      'h',
      rule([
        { id: 'other', open: 'https://h.example/other' },
        { id: 'p', open: 'https://h.example/right' },
      ]),
    ],
  ]);
  const all = ['a', 'b', 'f', 'g', 'h', 'z'].map(id => platform(id));

  test(
    'visits the followed and granted with a settings page, and says why it leaves others to ' +
      'the user',
    () => {
      const { steps, others } = planOf(
        all,
        rules,
        new Set(['a', 'b', 'f', 'g', 'h']),
        new Set(['a', 'b', 'f', 'h', 'z']),
      );
      assert.deepEqual(
        steps.map(({ platform: id, url }) => [id, url]),
        [
          ['a', 'https://a.example/settings'],
          ['h', 'https://h.example/right'],
        ],
      );
      assert.deepEqual(
        others.map(({ platform: id, reason }) => [id, reason]),
        [
          ['b', 'no-address'],
          ['f', 'form'],
          ['g', 'no-access'],
        ],
      );
    },
  );
  test("never opens a form: arriving there would be noted as the user's own step", () => {
    assert.deepEqual(planOf([platform('f')], rules, new Set(['f']), new Set(['f'])).steps, []);
  });
  test('takes a verdict only when it has settled', () => {
    const state = (settling, readings) => ({
      platform: 'linkedin',
      place: '',
      settling,
      rev: 1,
      readings,
      form: null,
    });
    assert.equal(outcomeOf(null), null);
    assert.equal(outcomeOf(state(true, [reading('denied')])), null);
    assert.equal(outcomeOf(state(false, [])), null);
    assert.deepEqual(outcomeOf(state(false, [reading('denied')])), {
      outcome: 'denied',
      why: 'ok',
    });
    assert.deepEqual(
      outcomeOf(state(false, [reading('denied'), reading('allowed', { control: 'other' })])),
      { outcome: 'allowed', why: 'ok' },
    );
  });
});

describe('what the user says', () => {
  const all = [platform('linkedin', { controls: [{ id: 'genai-training', name: 'G' }] })];
  const context = { id: '00000000-0000-4000-8000-00000000abcd', browser: 'chromium 156', now: NOW };
  const fact = (fields = {}) => ({
    platform: 'linkedin',
    control: 'genai-training',
    account: '',
    unit: null,
    kind: 'in-app',
    date: today(NOW),
    note: '',
    ...fields,
  });
  const refused = fields => {
    try {
      entryOfFact(fact(fields), all, context);
      return null;
    } catch (error) {
      assert.ok(error instanceof FactRefused);
      return error.message;
    }
  };

  test("an opt-out is declared, a step is a form's; neither carries evidence", () => {
    for (const kind of FACT_KINDS) {
      const made = entryOfFact(fact({ kind }), all, context);
      assert.equal(made.evidence, null);
      assert.equal(made.actor, 'user');
      assert.deepEqual(
        [made.basis, made.training],
        kind.startsWith('answered') || kind === 'submitted' || kind === 'confirmed'
          ? ['form', 'unknown']
          : ['declared', 'denied'],
      );
    }
  });
  test('today counts from now, an earlier day from its noon', () => {
    assert.equal(entryOfFact(fact(), all, context).at, NOW.toISOString());
    const { at, date } = entryOfFact(fact({ date: '2026-10-05' }), all, context);
    assert.equal(date, '2026-10-05');
    assert.equal(new Date(at).getHours(), 12);
  });
  test('refuses the future, days that do not exist, and what the log could not hold', () => {
    assert.equal(refused({ date: '2026-11-26' }), 'date');
    assert.equal(refused({ date: '2026-02-30' }), 'date');
    assert.equal(refused({ date: '' }), 'date');
    assert.equal(refused({ note: 'ä'.repeat(251) }), 'note');
    assert.equal(refused({ note: 'ä'.repeat(250) }), null);
    assert.equal(refused({ account: 'ä'.repeat(101) }), 'account');
    assert.equal(refused({ platform: 'nowhere' }), 'platform');
    assert.equal(refused({ control: 'nothing' }), 'control');
    assert.equal(refused({ kind: 'constructor' }), 'kind');
  });
  test('an empty account or note is none, and control characters go', () => {
    const made = entryOfFact(
      fact({ account: ' ada\u0007 ', note: 'two\r\nlines\u0000' }),
      all,
      context,
    );
    assert.deepEqual([made.account, made.note], ['ada', 'two\nlines']);
    assert.deepEqual(
      [
        entryOfFact(fact({ account: '  ' }), all, context).account,
        entryOfFact(fact(), all, context).note,
      ],
      [null, null],
    );
  });
});

describe('the steps of an objection', () => {
  const step = (days, raw, fields) =>
    on(days, 'unknown', { basis: 'form', why: 'ok', raw, ...fields });
  const names = of => of.map(({ text, state }) => [text, state]);

  test('reached, sent, confirmed, answer due', () => {
    const entries = [
      step(41, 'reached', { evidence: {} }),
      step(40, 'submitted', { evidence: {} }),
    ];
    const due = line({
      form: {
        step: 'submitted',
        at: entries[1].at,
        asked: entries[1].at,
        due: new Date(NOW.getTime() - 9 * DAY).toISOString(),
      },
    });
    assert.deepEqual(names(stepsOf(due, entries, NOW.getTime())), [
      ['flowReached', 'done'],
      ['flowSent', 'done'],
      ['flowConfirmed', 'none'],
      ['flowDue', 'late'],
    ]);
    const later = line({ form: { ...due.form, due: new Date(NOW.getTime() + DAY).toISOString() } });
    assert.equal(stepsOf(later, entries, NOW.getTime()).at(-1).state, 'open');
  });
  test('what was said is told from what was seen, and an answer ends it', () => {
    const entries = [
      step(40, 'submitted', { evidence: {} }),
      step(2, 'answered-no', { evidence: null, date: '2026-11-22' }),
    ];
    const steps = stepsOf(
      line({ form: { step: 'answered-no', at: entries[1].at, asked: entries[0].at, due: null } }),
      entries,
      NOW.getTime(),
    );
    assert.deepEqual(
      steps.map(({ text, said }) => [text, said]),
      [
        ['flowReached', false],
        ['flowSent', false],
        ['flowConfirmed', false],
        ['flowNo', true],
      ],
    );
    assert.equal(steps.at(-1).at, '2026-11-22');
  });
});

describe('reminders', () => {
  const setting = (fields = {}) => ({ days: 0, since: null, told: [], resting: {}, ...fields });
  const ago = days => new Date(NOW.getTime() - days * DAY).toISOString();

  test('a round is due N days after the last one, or after the reminder was switched on', () => {
    assert.deepEqual(dueOf(setting(), ago(400), [], NOW.getTime()), { due: [], next: null });
    assert.deepEqual(
      dueOf(setting({ days: 30, since: ago(31) }), null, [], NOW.getTime()).due.map(
        ({ kind }) => kind,
      ),
      ['round'],
    );
    const { due, next } = dueOf(setting({ days: 30, since: ago(90) }), ago(10), [], NOW.getTime());
    assert.deepEqual([due, next], [[], NOW.getTime() + 20 * DAY]);
  });
  test('an answer is due a month after the objection; put off, it comes again', () => {
    const asked = line({ form: { step: 'submitted', at: ago(40), asked: ago(40), due: ago(9) } });
    assert.deepEqual(
      dueOf(setting(), null, [asked], NOW.getTime()).due.map(({ kind, key }) => [kind, key]),
      [['answer', keyOf(asked)]],
    );
    const rests = setting({ resting: { [keyOf(asked)]: NOW.getTime() + DAY } });
    assert.deepEqual(dueOf(rests, null, [asked], NOW.getTime()), {
      due: [],
      next: NOW.getTime() + DAY,
    });
    assert.deepEqual(
      dueOf(
        setting(),
        null,
        [line({ form: { step: 'answered-yes', at: ago(1), asked: ago(40), due: null } })],
        NOW.getTime(),
      ).due,
      [],
    );
  });
});

describe('the timeline', () => {
  const states = lane =>
    lane.runs.map(({ state, from, to }) => [
      state,
      Math.round((NOW - from) / DAY),
      Math.round((NOW - to) / DAY),
    ]);
  const marks = lane => lane.marks.map(({ kind, at }) => [kind, Math.round((NOW - at) / DAY)]);

  test('colour only between equal looks that lie close together', () => {
    const lane = laneOf(
      [on(100, 'denied'), on(80, 'denied'), on(10, 'denied'), on(1, 'denied')],
      null,
    );
    assert.ok(70 * DAY > GAP);
    assert.deepEqual(states(lane), [
      ['denied', 100, 80],
      ['denied', 10, 1],
    ]);
    assert.deepEqual(marks(lane), []);
  });
  test('between different looks nobody knows; a change by the user is known to its moment', () => {
    assert.deepEqual(states(laneOf([on(20, 'denied'), on(10, 'allowed')], null)), [
      ['denied', 20, 20],
      ['allowed', 10, 10],
    ]);
    const byUser = laneOf([on(20, 'allowed'), on(10, 'denied', { actor: 'user' })], null);
    assert.deepEqual(states(byUser), [
      ['allowed', 20, 10],
      ['denied', 10, 10],
    ]);
    assert.deepEqual(marks(byUser), [['changed', 10]]);
  });
  test('a silent return is marked as one, also across an unknown', () => {
    const of = account =>
      laneOf(
        [
          on(20, 'denied', { account }),
          on(15, 'unknown', { account }),
          on(10, 'allowed', { account }),
        ],
        null,
      );
    assert.deepEqual(
      states(of('ada')).map(([state]) => state),
      ['denied', 'unknown', 'allowed'],
    );
    assert.deepEqual(
      [marks(of('ada')), marks(of(null))],
      [[['returned', 10]], [['perhaps', 10]]],
      "without an account it may be another's",
    );
  });
  test(
    'a change that was on again after the next load was not kept: no return, and never the ' +
      'colour of what is sure',
    () => {
      const lane = laneOf(
        [on(20, 'denied', { actor: 'user', how: 'changed', sure: 'likely' }), on(19, 'allowed')],
        null,
      );
      assert.deepEqual(marks(lane), [['not-kept', 19]]);
      assert.deepEqual(
        lane.runs.map(({ likely = false }) => likely),
        [true, false],
      );
    },
  );
  test('a look that made no entry of its own reaches as far as the state knows', () => {
    const known = line({
      basis: 'seen',
      training: 'denied',
      seen: NOW.toISOString(),
      tried: NOW.toISOString(),
    });
    assert.deepEqual(states(laneOf([on(3, 'denied')], known)), [['denied', 3, 0]]);
  });
  test('what was said is a mark and never a colour', () => {
    const lane = laneOf(
      [
        on(5, 'denied', { basis: 'declared', raw: 'in-app', sure: 'none' }),
        on(4, 'unknown', { basis: 'form', raw: 'submitted' }),
      ],
      line({ basis: 'declared', training: 'denied' }),
    );
    assert.deepEqual(
      [lane.runs, marks(lane)],
      [
        [],
        [
          ['said', 5],
          ['form', 4],
        ],
      ],
    );
  });
  test('keeps probable looks apart from sure ones', () => {
    assert.equal(
      laneOf([on(9, 'denied', { how: null })], null).runs[0].likely,
      true,
      'what older versions wrote does not tell how it was seen',
    );
    const { runs } = laneOf(
      [on(9, 'denied'), on(6, 'denied', { sure: 'likely' }), on(3, 'denied', { sure: 'likely' })],
      null,
    );
    assert.deepEqual(
      runs.map(({ likely = false }) => likely),
      [false, true],
    );
  });
  test('a clock that ran ahead does not push a look into the future', () => {
    const ahead = on(-400, 'denied', {
      ahead: true,
      received: new Date(NOW.getTime() - DAY).toISOString(),
    });
    assert.deepEqual(states(laneOf([ahead], null)), [['denied', 1, 1]]);
  });
  test('the axis has a few steps of the calendar for any span', () => {
    for (const days of [7, 91, 366, 900, 4000]) {
      const { at } = ticksOf(NOW.getTime() - days * DAY, NOW.getTime());
      assert.ok(at.length >= 2 && at.length <= 12, `${days} days: ${at.length}`);
      assert.deepEqual(
        at,
        [...at].sort((a, b) => a - b),
      );
    }
  });
});

describe('the history', () => {
  const entries = [
    on(1, 'allowed', { platform: 'x', account: 'ada' }),
    on(2, 'denied'),
    on(3, 'unknown', { basis: 'form', raw: 'submitted', note: 'Reference 4711' }),
    on(4, 'denied', { basis: 'declared' }),
  ];
  const pick = fields =>
    chosen(
      entries,
      { platform: '', state: '', basis: '', from: '', to: '', words: '', ...fields },
      id => (id === 'x' ? 'X, formerly Twitter' : id),
    ).map(one => entries.indexOf(one));
  test('is filtered by platform, state, basis and day', () => {
    assert.deepEqual(pick({}), [0, 1, 2, 3]);
    assert.deepEqual(pick({ platform: 'x' }), [0]);
    assert.deepEqual(pick({ state: 'denied' }), [1, 3]);
    assert.deepEqual(pick({ state: 'unknown' }), [], 'a form is no unknown state');
    assert.deepEqual(pick({ basis: 'form' }), [2]);
    assert.deepEqual(pick({ from: today(new Date(NOW.getTime() - 2 * DAY)) }), [0, 1]);
    assert.deepEqual(pick({ to: today(new Date(NOW.getTime() - 3 * DAY)) }), [2, 3]);
  });
  test('is searched by all words, in names, accounts and notes', () => {
    assert.deepEqual(pick({ words: 'TWITTER ada' }), [0]);
    assert.deepEqual(pick({ words: '4711' }), [2]);
    assert.deepEqual(pick({ words: 'twitter 4711' }), []);
  });
  test('stands in the order of time, whenever it was written', () => {
    const mixed = [entries[3], entries[0], entries[2], entries[1]];
    assert.deepEqual(newestFirst(mixed), entries);
  });
});

describe('letters', () => {
  const about = (fields = {}) => ({
    platform: platform('linkedin', {
      name: 'LinkedIn',
      controls: [{ id: 'genai-training', name: 'Data for AI' }],
    }),
    entries: [],
    kind: 'objection',
    law: 'eu',
    locale: 'en',
    now: NOW,
    ...fields,
  });

  test(
    'every language, letter and law is complete: nothing is left to be filled but what only ' +
      'the user knows',
    () => {
      for (const locale of ['en', 'de', 'fr', 'es', 'it'])
        for (const kind of ['objection', 'complaint'])
          for (const law of ['eu', 'uk', 'ch']) {
            const text = letterText(about({ locale, kind, law }));
            assert.doesNotMatch(text, /[{}]|undefined|\bnull\b/, `${locale} ${kind} ${law}`);
            assert.match(text, /LinkedIn/);
            assert.match(text, /\[/);
            assert.match(
              text,
              /No legal advice|Keine Rechtsberatung|pas un conseil juridique|No es asesoramiento jurídico|Non è una consulenza legale/,
            );
          }
    },
  );
  test('other languages get the English letter', () =>
    assert.deepEqual(['pl', 'ar', 'de-CH'].map(letterLanguage), ['en', 'en', 'de']));
  test('the chronology tells seen from said, names changes, and leaves repetitions out', () => {
    const entries = [
      on(50, 'denied'),
      on(40, 'denied'),
      on(30, 'allowed'),
      on(20, 'denied', { actor: 'user' }),
      on(10, 'denied', { basis: 'declared', raw: 'by-mail', date: '2026-11-14' }),
      on(5, 'unknown', { basis: 'form', raw: 'submitted', date: '2026-11-19' }),
    ];
    const lines = letterText(about({ entries }))
      .split('\n')
      .filter(one => one.startsWith('- '));
    assert.equal(lines.length, 5);
    assert.match(lines[0], /was seen: training not allowed$/);
    assert.match(lines[1], /allowed again; no action of mine was seen$/);
    assert.match(lines[2], /^- 2026-11-04: I switched/);
    assert.match(lines[3], /^- 2026-11-14: by my own account, I opted out/);
    assert.match(lines[4], /^- 2026-11-19: by my own account, I sent an objection$/);
  });
  test('what was only probable is called so, in every language', () => {
    for (const [locale, word] of [
      ['en', 'probably'],
      ['de', 'wahrscheinlich'],
      ['fr', 'probablement'],
      ['es', 'probablemente'],
      ['it', 'probabilmente'],
    ]) {
      const [line] = letterText(
        about({ locale, entries: [on(50, 'denied', { sure: 'likely', account: 'ada' })] }),
      )
        .split('\n')
        .filter(one => one.startsWith('- '));
      assert.ok(line.endsWith(`(${word}, ada)`), line);
    }
  });
});
