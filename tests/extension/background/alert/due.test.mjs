// What the user is reminded of, and when the next look is due.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dueOf } from '../../../../extension/background/alert/reminders.js';
import { keyOf } from '../../../../extension/pages/dashboard/log/rows.js';
import { DAY, NOW, line } from '../../lib/dashboard.mjs';

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
