// What the user says, and the steps of an objection that come of it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FACT_KINDS, FactRefused, entryOfFact } from '../../../../extension/background/log/fact.js';
import { unitFor } from '../../../../extension/pages/dashboard/fact/form.js';
import { stepsOf } from '../../../../extension/pages/dashboard/fact/objection.js';
import { calendarDay as today } from '../../../../extension/shared/dates.js';
import { DAY, NOW, line, on, platform } from '../../lib/dashboard.mjs';

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
