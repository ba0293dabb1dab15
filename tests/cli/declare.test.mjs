// What was done elsewhere, written into the log with the command: what is said of it, what is
// refused.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { computer, host, useComputer } from './lib/log.mjs';

useComputer();

describe('declare', () => {
  test('what was done elsewhere is written down as said, in the words of the extension', () => {
    const said = computer.ok([
      'declare',
      'linkedin',
      'genai-training',
      'denied',
      '--by',
      'app',
      '--on',
      '2026-11-01',
      '--account',
      'ada-l',
      '--note',
      'ticket 7',
    ]);
    assert.match(said, /#1, as your word: you denied training/);
    assert.match(said, /first entry about/);
    const [
      {
        entries: [stored],
      },
      {
        controls: [line],
      },
    ] = host(['history', {}], ['status', {}]);
    assert.partialDeepStrictEqual?.(stored, {
      basis: 'declared',
      training: 'denied',
      raw: 'in-app',
      date: '2026-11-01',
      note: 'ticket 7',
      account: 'ada-l',
      actor: 'user',
      evidence: null,
    });
    assert.deepEqual(
      [stored.basis, stored.training, stored.raw, stored.date, stored.note, stored.evidence],
      ['declared', 'denied', 'in-app', '2026-11-01', 'ticket 7', null],
    );
    assert.ok(stored.at.startsWith('2026-11-01') || stored.at.startsWith('2026-10-31'), stored.at);
    assert.deepEqual([line.training, line.basis, line.seen], ['denied', 'declared', null]);
    assert.match(computer.ok(['status']), /denied, you said/);
  });

  test('16 (12) what was said is taken back alone, and only where something was said', () => {
    const about = ['linkedin', 'genai-training'];
    const refused = computer.run(['declare', ...about, 'taken-back']);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /said nothing of that setting that could be taken back/);
    computer.ok(['declare', ...about, 'denied']);
    const other = computer.run(['declare', 'x', 'grok', 'taken-back']);
    assert.match(other.stderr, /What rests on your word:\s+linkedin\s+genai-training/);
    const said = computer.ok(['declare', ...about, 'taken-back']);
    assert.match(said, /as your word: what you said last does not hold/);
    const [{ controls }, { entries }] = host(['status', {}], ['history', {}]);
    assert.deepEqual(controls, []);
    assert.deepEqual(
      entries.map(entry => entry.raw),
      ['taken-back', null],
    );
    assert.match(
      computer.ok(['history'], { env: { COLUMNS: '400' } }),
      /what was said last does not hold/,
    );
    assert.equal(computer.run(['declare', ...about, 'taken-back']).status, 2);
  });

  test('a word is taken back by its number, and only the newest that still stands', () => {
    const about = ['linkedin', 'genai-training'];
    computer.ok(['declare', ...about, 'allowed', '--account', 'ada', '--on', '2026-11-01']);
    computer.ok(['declare', ...about, 'denied', '--account', 'ada', '--on', '2026-11-02']);
    computer.ok(['declare', ...about, 'allowed', '--account', 'bob']);
    const older = computer.run(['declare', '--retract', '1']);
    assert.equal(older.status, 2);
    assert.match(older.stderr, /#1 was taken back, or you said something newer/);
    assert.match(computer.ok(['declare', '--retract', '2']), /what you said last does not hold/);
    const [{ controls }] = host(['status', {}]);
    assert.deepEqual(
      controls.map(({ account, training }) => [account, training]),
      [
        ['ada', 'allowed'],
        ['bob', 'allowed'],
      ],
      'the word before stands again, another account’s is untouched',
    );
    assert.equal(computer.run(['declare', '--retract', '2']).status, 2, 'not twice');
    assert.match(computer.run(['declare', '--retract', '4']).stderr, /#4 is no word of yours/);
    computer.ok(['declare', '--retract', '1']);
  });

  test('the steps of an objection lead to the day when an answer is due', () => {
    const due = String.raw`\s+Where\s+the\s+GDPR\s+applies[^.]*an\s+answer`;
    computer.ok(['declare', 'facebook', 'objection', 'sent']);
    assert.match(
      computer.ok(['status']),
      new RegExp(
        String.raw`Objection: the objection was sent, \d{4}-\d\d-\d\d\.${due}\s+is\s+due\s+by`,
      ),
    );
    assert.match(
      computer.ok(['status']),
      /▤ objection[^]*\n1 objection\./,
      'a form has no state that could be read',
    );
    assert.match(computer.ok(['declare', 'facebook', 'objection', 'sent']), /already says so/);
    computer.ok(['declare', 'instagram', 'objection', 'sent', '--on', '2026-01-31']);
    assert.match(
      computer.ok(['status']),
      new RegExp(
        String.raw`sent, 2026-01-31\.${due}\s+was\s+due\s+by\s+2026-02-28\s+` +
          String.raw`[^.]*\.?[^.]*;\s+none\s+is\s+on\s+record`,
      ),
    );
    const statement = computer.ok(['export', '--format', 'html', '--out', '-']);
    assert.match(statement, /The objection was sent\.<br><bdi>2026-01-31<\/bdi>/);
    computer.ok(['declare', 'facebook', 'objection', 'refused']);
    assert.match(computer.ok(['status']), /Objection: the platform refused the objection/);
    const written = JSON.parse(computer.ok(['declare', 'x', 'grok', 'confirmed', '--json']));
    assert.equal(written.results[0].effect, 'recorded');
  });

  test('a wrong word, day, way or name is told, and nothing is written', () => {
    const tomorrow = new Date(Date.now() + 2 * 86400e3).toISOString().slice(0, 10);
    for (const [args, words] of [
      [['linkedin', 'genai-training'], /WHAT/],
      [['linkedin', 'genai-training', 'perhaps'], /one of: accepted, allowed/],
      [['linkedin', 'genai-training', 'denied', '--on', '2026-02-30'], /no day/],
      [['linkedin', 'genai-training', 'denied', '--on', tomorrow], /no day/],
      [['linkedin', 'genai-training', 'denied', '--by', 'pigeon'], /one of: app/],
      [['linkedin', 'genai-training', 'sent', '--by', 'app'], /does not go with/],
      [['Linked In', 'genai-training', 'denied'], /platform/],
      [['linkedin', 'genai-training', 'denied', '--note', 'x'.repeat(501)], /note/],
    ]) {
      const result = computer.run(['declare', ...args]);
      assert.equal(result.status, 2, `${args.join(' ')}: ${result.stdout}${result.stderr}`);
      assert.match(result.stderr, words);
      assert.ok(!existsSync(computer.at('home/.local/share/optoutlog/record.db')), args.join(' '));
    }
  });
});
