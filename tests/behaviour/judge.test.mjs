// The judge of the behaviour cases: what it calls wrong, and what it must not. A judge that is
// blind would pass everything.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { badgeRuns, badgeSays, judge } from './judge.mjs';

const RED = [179, 38, 30, 255];
const GREEN = [20, 108, 46, 255];
const GREY = [95, 99, 104, 255];

const theCase = (fields = {}) => ({
  id: 'it',
  kind: 'k',
  rule: 'x',
  steps: [],
  truth: [{ at: 0, training: 'allowed' }],
  sign: true,
  end: 10_000,
  expect: 'unknown',
  ...fields,
});
const entry = (fields = {}) => ({
  id: `e${fields.t}`,
  t: 3000,
  platform: 'x',
  control: 'c',
  account: null,
  unit: null,
  basis: 'seen',
  training: 'denied',
  why: 'ok',
  sure: 'sure',
  actor: 'none',
  raw: 'off',
  how: 'loaded',
  ...fields,
});
const line = (fields = {}) => ({
  platform: 'x',
  control: 'c',
  account: null,
  unit: null,
  basis: 'seen',
  training: 'denied',
  sure: 'sure',
  why: 'ok',
  kept: 'confirmed',
  returned: false,
  stale: false,
  seenT: 3000,
  ...fields,
});
const badges = (from, to, text, color, tab = 1) =>
  Array.from({ length: Math.floor((to - from) / 300) + 1 }, (_one, n) => ({
    t: from + 300 * n,
    tab,
    front: true,
    text,
    color,
    title: '',
  }));
/** What was seen; steps are done in time. */
const seen = (it, fields = {}) => ({
  steps: it.steps.map(step => ({ ...step, began: step.at, ended: step.at, acted: step.tab ?? 1 })),
  badges: [],
  entries: [],
  waiting: [],
  said: [],
  delivered: [],
  end: it.end,
  statuses: [{ t: it.end, lines: fields.lines ?? [] }],
  ...fields,
});
const verdictOf = (fields, observed) => {
  const it = theCase(fields);
  return judge(it, seen(it, observed));
};
const counts = ({ hard, soft, alarms, missed }) => [
  hard.length,
  soft.length,
  alarms.length,
  missed.length,
];
const holds = (fields, observed, expected) => {
  const verdict = verdictOf(fields, observed);
  assert.deepEqual(counts(verdict), expected, JSON.stringify(verdict));
  return verdict;
};
const click = (at, makes) => ({ at, do: 'click', on: '#t', ...(makes ? { makes } : {}) });

describe('an entry', () => {
  test('sure and false is hard wrong, whether loaded or of an old extension', () => {
    holds({}, { entries: [entry()] }, [1, 0, 0, 0]);
    holds({}, { entries: [entry({ how: undefined })] }, [1, 0, 0, 0]);
    holds({ sign: false }, { entries: [entry()] }, [1, 0, 0, 0]);
  });

  test('that waits for the host counts as one that is written', () => {
    holds({}, { waiting: [entry({ waiting: true })] }, [1, 0, 0, 0]);
  });

  test('that is true at its own time is right, whatever comes later', () => {
    holds(
      {
        truth: [
          { at: 0, training: 'denied' },
          { at: 5000, training: 'allowed' },
        ],
      },
      { entries: [entry({ t: 4000 })] },
      [0, 0, 0, 0],
    );
  });

  test('within a second of a change is right on either side', () => {
    const truth = [
      { at: 0, training: 'denied' },
      { at: 5000, training: 'allowed' },
    ];
    holds(
      { truth },
      { entries: [entry({ t: 5900 }), entry({ t: 4100, training: 'allowed' })] },
      [0, 0, 0, 0],
    );
    holds({ truth }, { entries: [entry({ t: 6100 })] }, [1, 0, 0, 0]);
    holds({ truth }, { entries: [entry({ t: 3900, training: 'allowed' })] }, [1, 0, 0, 0]);
  });

  test('where no setting is there at all is false, unless it is unknown', () => {
    const truth = [{ at: 0, training: 'none' }];
    holds({ truth }, { entries: [entry()] }, [1, 0, 0, 0]);
    holds(
      { truth },
      { entries: [entry({ training: 'unknown', why: 'layout-changed', sure: 'none' })] },
      [0, 0, 0, 0],
    );
  });

  test('is held against what the truth says of its own unit', () => {
    const truth = [
      { at: 0, training: 'denied', unit: 'one' },
      { at: 4000, training: 'allowed', unit: 'two' },
    ];
    holds({ truth }, { entries: [entry({ t: 8000, unit: 'One' })] }, [0, 0, 0, 0]);
    holds({ truth }, { entries: [entry({ t: 8000, unit: 'two' })] }, [1, 0, 0, 0]);
    holds({ truth }, { entries: [entry({ t: 8000 })] }, [1, 0, 0, 0]);
  });

  test('that another browser delivered is part of the case, and its line is judged', () => {
    const observed = { entries: [entry({ id: 'd', t: -60_000 })], delivered: ['d'] };
    holds({}, observed, [0, 0, 0, 0]);
    holds({ single: true }, { ...observed, lines: [line({ seenT: -60_000 })] }, [1, 0, 0, 0]);
  });

  test('likely and false is soft wrong where a sign told and it stands', () => {
    const likely = { entries: [entry({ sure: 'likely' })], lines: [line({ sure: 'likely' })] };
    const { soft } = verdictOf({}, likely);
    assert.ok(soft.length > 0);
    holds({ sign: false }, likely, [0, 0, 0, 0]);
    const gone = verdictOf(
      {},
      { entries: [entry({ sure: 'likely' })], lines: [line({ training: 'allowed' })] },
    );
    assert.deepEqual(counts(gone), [0, 0, 0, 0]);
    assert.equal(gone.putRight.length, 1);
  });

  test('likely and false in a stale line does not stand', () => {
    holds(
      {},
      {
        entries: [entry({ sure: 'likely' })],
        lines: [line({ sure: 'likely', stale: true, why: 'unsaved' })],
      },
      [0, 0, 0, 0],
    );
  });
});

describe('a change', () => {
  const changed = fields =>
    entry({ how: 'changed', actor: 'user', sure: 'likely', t: 5500, ...fields });
  const pending = fields => line({ sure: 'likely', kept: 'pending', seenT: 5500, ...fields });

  test('that a step made and that was kept is right, also before it was kept', () => {
    holds(
      {
        steps: [click(5000, 'denied')],
        truth: [
          { at: 0, training: 'allowed' },
          { at: 8000, training: 'denied' },
        ],
      },
      { entries: [changed()], lines: [pending()] },
      [0, 0, 0, 0],
    );
  });

  test('that was not kept is soft wrong while it stands, where a sign told', () => {
    const steps = [click(5000, 'denied')];
    holds({ steps }, { entries: [changed()], lines: [pending()] }, [0, 1, 0, 0]);
    holds({ steps, sign: false }, { entries: [changed()], lines: [pending()] }, [0, 0, 0, 0]);
    holds(
      { steps },
      { entries: [changed()], lines: [pending({ stale: true, why: 'unsaved' })] },
      [0, 0, 0, 0],
    );
    holds(
      { steps },
      {
        entries: [changed()],
        lines: [line({ training: 'allowed', kept: 'not-kept', seenT: 9000 })],
      },
      [0, 0, 0, 0],
    );
  });

  test('that nobody made is hard wrong, even if true', () => {
    const truth = [
      { at: 0, training: 'allowed' },
      { at: 5000, training: 'denied' },
    ];
    holds({ truth }, { entries: [changed()] }, [1, 0, 0, 0]);
    holds({ truth, steps: [click(5000)] }, { entries: [changed()] }, [1, 0, 0, 0]);
    holds({ truth, steps: [click(7000, 'denied')] }, { entries: [changed()] }, [1, 0, 0, 0]);
    holds({ truth, steps: [click(5000, 'allowed')] }, { entries: [changed()] }, [1, 0, 0, 0]);
    holds(
      { truth },
      { entries: [changed({ training: 'unknown', sure: 'none', why: 'unsaved' })] },
      [1, 0, 0, 0],
    );
  });

  test('of an old extension, said as sure, is judged as a fact', () => {
    holds(
      { steps: [click(5000, 'denied')] },
      { entries: [changed({ how: undefined, sure: 'sure', t: 7000 })], lines: [] },
      [1, 0, 0, 0],
    );
  });
});

describe('a line', () => {
  test('sure and false at the time it was seen is hard wrong', () => {
    holds({}, { lines: [line()] }, [1, 0, 0, 0]);
  });

  test('that was true when it was seen stays right', () => {
    holds(
      {
        truth: [
          { at: 0, training: 'denied' },
          { at: 5000, training: 'allowed', by: 'elsewhere' },
        ],
      },
      { lines: [line({ seenT: 3000 })] },
      [0, 0, 0, 0],
    );
    holds(
      {
        truth: [
          { at: 0, training: 'denied' },
          { at: 5000, training: 'allowed', by: 'elsewhere' },
        ],
      },
      { lines: [line({ seenT: 9000 })] },
      [1, 0, 0, 0],
    );
  });

  test('beside the truth is wrong where there is one account', () => {
    const truth = [
      { at: 0, training: 'denied' },
      { at: 5000, training: 'allowed' },
    ];
    holds(
      { truth, single: true, expect: 'allowed' },
      { lines: [line(), line({ account: 'a', training: 'allowed', seenT: 9000 })] },
      [1, 0, 0, 0],
    );
  });
});

describe('a badge', () => {
  test('its colour is sure, grey is probable, "?" and nothing are no state', () => {
    assert.deepEqual(badgeSays({ text: 'ON', color: RED }), { state: 'allowed', sure: true });
    assert.deepEqual(badgeSays({ text: 'OFF', color: GREEN }), { state: 'denied', sure: true });
    assert.deepEqual(badgeSays({ text: 'OFF', color: GREY }), { state: 'denied', sure: false });
    assert.equal(badgeSays({ text: '?', color: GREY }).state, null);
    assert.equal(badgeSays({ text: '', color: GREY }).state, null);
  });

  test('in colour and false for more than a second is hard wrong', () => {
    holds({}, { badges: badges(3000, 3900, 'OFF', GREEN) }, [0, 0, 0, 0]);
    holds({}, { badges: badges(3000, 4500, 'OFF', GREEN) }, [1, 0, 0, 0]);
  });

  test('has five seconds after a change that the page shows', () => {
    const truth = [
      { at: 0, training: 'allowed' },
      { at: 4000, training: 'denied' },
    ];
    holds(
      { truth },
      { badges: [...badges(2000, 8600, 'ON', RED), ...badges(8700, 10_000, '', GREY)] },
      [0, 0, 0, 0],
    );
    holds({ truth }, { badges: badges(2000, 9600, 'ON', RED) }, [1, 0, 0, 0]);
    holds({ truth }, { badges: badges(4300, 6400, 'ON', RED) }, [1, 0, 0, 0]);
  });

  test('of an open tab is not held against a change elsewhere, but what is said anew is', () => {
    const truth = [
      { at: 0, training: 'allowed' },
      { at: 4000, training: 'denied', by: 'elsewhere' },
    ];
    holds({ truth }, { badges: badges(2000, 10_000, 'ON', RED) }, [0, 0, 0, 0]);
    holds(
      { truth, steps: [{ at: 6000, do: 'reload' }] },
      { badges: badges(2000, 10_000, 'ON', RED) },
      [1, 0, 0, 0],
    );
    holds(
      { truth, steps: [{ at: 6000, do: 'open', tab: 2 }] },
      { badges: badges(2000, 10_000, 'ON', RED) },
      [0, 0, 0, 0],
    );
    holds(
      { truth },
      { badges: [...badges(2000, 5000, '', GREY), ...badges(5300, 10_000, 'ON', RED)] },
      [1, 0, 0, 0],
    );
  });

  test('in grey and false is soft wrong only at the end, where a sign told', () => {
    holds({}, { badges: badges(3000, 10_000, 'OFF', GREY) }, [0, 1, 0, 0]);
    holds({ sign: false }, { badges: badges(3000, 10_000, 'OFF', GREY) }, [0, 0, 0, 0]);
    holds(
      {},
      { badges: [...badges(3000, 7000, 'OFF', GREY), ...badges(7300, 10_000, '?', GREY)] },
      [0, 0, 0, 0],
    );
  });

  test(
    'of a tab behind is not held against it, and what stood there before is not said anew when ' +
      'it comes to the front',
    () => {
      const truth = [
        { at: 0, training: 'allowed' },
        { at: 4000, training: 'denied', by: 'elsewhere' },
      ];
      const behind = all => all.map(badge => ({ ...badge, front: false }));
      holds(
        { truth },
        {
          badges: [
            ...badges(2000, 3000, 'ON', RED),
            ...behind(badges(3300, 6000, 'ON', RED)),
            ...badges(6300, 10_000, 'ON', RED),
          ],
        },
        [0, 0, 0, 0],
      );
      holds(
        { truth: [{ at: 0, training: 'denied' }] },
        { badges: behind(badges(2000, 10_000, 'ON', RED)) },
        [0, 0, 0, 0],
      );
      holds(
        { truth: [{ at: 0, training: 'denied' }] },
        { badges: [...behind(badges(2000, 5000, 'ON', RED)), ...badges(5300, 8000, 'ON', RED)] },
        [1, 0, 0, 0],
      );
    },
  );

  test('runs are of one tab each', () => {
    const [first, second] = [badges(0, 600, 'ON', RED, 1), badges(0, 1500, 'ON', RED, 2)];
    const runs = badgeRuns(
      [...first, ...second].sort((a, b) => a.t - b.t),
      [],
    );
    assert.deepEqual(
      runs.map(({ tab, from, to }) => [tab, from, to]),
      [
        [1, 0, 600],
        [2, 0, 1500],
      ],
    );
  });
});

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

  test('may be there or not where the case says so, and a doubtful one is never a false one', () => {
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
  test('nothing decisive where it was expected is missed; sure, likely and changed are decisive', () => {
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
