// The judge of the behaviour cases: what it calls wrong in the log, and what it must not. A judge
// that is blind would pass everything.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { click, counts, entry, holds, line, verdictOf } from './observed.mjs';

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
