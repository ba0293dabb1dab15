// The judge of the behaviour cases: steps of forms and alarms that were told or missed, silence,
// reasons, and what comes after access was taken away.
import { describe, test } from 'node:test';
import { entry, holds, line } from './observed.mjs';

describe('a form', () => {
  const step = (raw, t = 3000) =>
    entry({ basis: 'form', training: 'unknown', raw, t, actor: 'user', sure: 'none', how: null });
  const truth = [{ at: 0, training: 'none' }];

  test('a step further than was made is hard wrong', () => {
    holds(
      { truth, form: 'reached' },
      { entries: [step('reached'), step('submitted', 7000)] },
      [1, 0, 0, 0],
    );
    holds({ truth }, { entries: [step('reached')] }, [1, 0, 0, 0]);
    holds({ truth, form: 'submitted' }, { entries: [step('confirmed')] }, [1, 0, 0, 0]);
    holds(
      { truth, form: 'submitted', mayConfirm: true },
      { entries: [step('submitted'), step('confirmed')] },
      [0, 0, 0, 0],
    );
  });

  test('a step that was made and not told is missed', () => {
    holds({ truth, form: 'submitted' }, { entries: [step('reached')] }, [0, 0, 0, 1]);
    holds({ truth, form: 'reached' }, { entries: [step('reached')] }, [0, 0, 0, 0]);
  });
});

describe('the alarm', () => {
  const truth = [
    { at: 0, training: 'denied' },
    { at: 4000, training: 'allowed', by: 'elsewhere' },
  ];
  const returned = value => line({ training: 'allowed', seenT: 9000, returned: value });

  test('at any moment is false where nobody else turned it on', () => {
    holds(
      {},
      {
        statuses: [
          { t: 5000, lines: [line({ training: 'allowed', returned: true })] },
          { t: 10_000, lines: [] },
        ],
      },
      [0, 0, 1, 0],
    );
  });

  test('is right where the platform did, and missed without it', () => {
    holds({ truth, alarm: true, expect: 'allowed' }, { lines: [returned(true)] }, [0, 0, 0, 0]);
    holds({ truth, alarm: true, expect: 'allowed' }, { lines: [returned(false)] }, [0, 0, 0, 1]);
  });

  test('before anything was turned on is false even there', () => {
    const statuses = [
      { t: 2000, lines: [returned(true)] },
      { t: 10_000, lines: [returned(true)] },
    ];
    holds({ truth, alarm: true, expect: 'allowed' }, { statuses }, [0, 0, 1, 0]);
  });

  test('may be there or not where the case says so; a doubtful one is never false', () => {
    for (const value of [true, false, 'perhaps'])
      holds({ truth, alarm: 'may' }, { lines: [returned(value)] }, [0, 0, 0, 0]);
    holds({ truth }, { lines: [returned('perhaps')] }, [0, 0, 0, 0]);
    holds(
      { truth, alarm: true, expect: 'allowed' },
      { lines: [returned('perhaps')] },
      [0, 0, 0, 1],
    );
  });
});

describe('silence, reasons and access', () => {
  test('silence where more was expected is missed; sure, likely and changed are decisive', () => {
    const truth = [{ at: 0, training: 'denied' }];
    holds({ truth, expect: 'denied' }, {}, [0, 0, 0, 1]);
    holds(
      { truth, expect: 'denied' },
      { lines: [line({ stale: true, why: 'unsettled' })] },
      [0, 0, 0, 1],
    );
    for (const fields of [{}, { sure: 'likely' }, { sure: 'likely', kept: 'pending' }])
      holds({ truth, expect: 'denied' }, { lines: [line(fields)] }, [0, 0, 0, 0]);
    holds({ truth, expect: 'unknown' }, { lines: [line()] }, [0, 0, 0, 0]);
  });

  test('a false reason is soft wrong, in the log or on the page', () => {
    holds(
      { notWhy: ['not-offered'] },
      { entries: [entry({ training: 'unknown', sure: 'none', why: 'not-offered' })] },
      [0, 1, 0, 0],
    );
    const said = [
      { t: 1, tab: 1, message: { type: 'reading', reading: { control: 'c', why: 'not-offered' } } },
    ];
    holds({ notWhy: ['not-offered'] }, { said }, [0, 1, 0, 0]);
    holds(
      { notWhy: ['not-offered'] },
      {
        said: [
          ...said,
          {
            t: 2,
            tab: 1,
            message: { type: 'reading', reading: { control: 'c', why: 'layout-changed' } },
          },
        ],
      },
      [0, 0, 0, 0],
    );
  });

  test('any entry after access was taken away is hard wrong', () => {
    const fields = {
      steps: [{ at: 4000, do: 'revoke' }],
      truth: [
        { at: 0, training: 'allowed' },
        { at: 5500, training: 'none' },
      ],
      expect: 'none',
    };
    holds(fields, { entries: [entry({ t: 3000, training: 'allowed' })] }, [0, 0, 0, 0]);
    holds(
      fields,
      { entries: [entry({ t: 7000, training: 'unknown', why: 'unsaved', sure: 'none' })] },
      [1, 0, 0, 0],
    );
  });
});
