// One view of all that is said of a line: popup, badge, strip, dashboard, alarm and notification
// beside the command, to its owner and about them (`statement`), for every state of the table of
// sentences, in English (the command speaks no other language). And that they agree. Printed to
// tests/out/sentences-all.md, for people to read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { binaries } from '../e2e/lib/host.mjs';
import { cases } from '../extension/sentences-cases.mjs';
import { root } from '../installer/world.mjs';

const out = path.join(root, 'tests/out');
/** says::Sign, in its order. */
const SIGNS = [
  'returned',
  'perhaps',
  'not-kept',
  'changed',
  'likely',
  'stale',
  'earlier',
  'sure',
  'unknown',
  'said',
  'objection',
  'none',
];
/** What the strip counts a line as, by what the command takes it for. */
const COUNTED = {
  returned: /^(allowed|likelyAllowed)$/,
  perhaps: /^(allowed|likelyAllowed)$/,
  'not-kept': /^allowed$/,
  changed: /^changed$/,
  likely: /^likely(Allowed|Denied)$/,
  stale: /^unknown$/,
  sure: /^(allowed|denied)$/,
  unknown: /^unknown$/,
  said: /^unchecked$/,
};

/** @returns {Promise<any[]>} one row a case */
function extensionSays() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../extension/sentences-worker.mjs', import.meta.url), {
      workerData: { locale: 'en' },
    });
    worker.once('message', rows => {
      resolve(rows);
      worker.terminate();
    });
    worker.once('error', reject);
  });
}

/** @param {any[]} lines as `status` answers them @returns {any[]} */
function hostSays(lines) {
  const input = JSON.stringify(lines);
  const told = execFileSync(path.join(binaries(), 'says_table'), { input, maxBuffer: 2 ** 26 });
  return JSON.parse(told.toString());
}

/** A line of the tests has `known` only where the host would say so. */
const complete = line => ({
  known: line.basis === 'seen' ? line.training : (line.run?.training ?? 'unknown'),
  ...line,
});

describe('what is said of each state, everywhere', () => {
  /**
   * @type {any[]} cases with lines, each with what the extension says and what the host's programs
   *   say of each line
   */
  let rows;
  before(async () => {
    mkdirSync(out, { recursive: true });
    const said = await extensionSays();
    const withLines = cases
      .map((it, at) => ({ ...it, extension: said[at] }))
      .filter(({ lines }) => lines.length > 0);
    const told = hostSays(withLines.flatMap(({ lines }) => lines.map(complete)));
    let at = 0;
    rows = withLines.map(it => ({ ...it, host: it.lines.map(() => told[at++]) }));
    writeFileSync(path.join(out, 'sentences-all.md'), printed());
  });

  const one = () => rows.filter(({ lines, about }) => lines.length === 1 && about.where === 'away');
  const signOf = ({ deciding }) => SIGNS[deciding.sign];

  test('command and strip take each line for the same', () => {
    assert.ok(one().length > 50);
    for (const row of one()) {
      for (const program of ['command', 'statement']) {
        const sign = signOf(row.host[0][program]);
        // what was seen stands as a row of its own beside what the user said: the strip counts what
        // was
        // seen
        if (sign === 'said' && row.host[0][program].seen) continue;
        assert.match(row.extension.kind, COUNTED[sign], `${row.name}: ${program} says ${sign}`);
      }
    }
  });

  test('what command and statement say of a state is what the extension says of it', () => {
    for (const row of one()) {
      for (const program of ['command', 'statement']) {
        const { seen, said } = row.host[0][program];
        assert.equal(
          seen !== null,
          row.extension.row.some(({ state }) => state !== 'said'),
          `${row.name}: ${program} has a row of what was seen`,
        );
        assert.equal(
          said !== null,
          row.extension.row.some(({ state }) => state === 'said'),
          `${row.name}: ${program} has a row of what was said`,
        );
        if (!seen || ['stale', 'unknown'].includes(row.about.how)) continue;
        const allowed =
          row.extension.kind === 'changed'
            ? row.about.training === 'allowed'
            : /allowed$/i.test(row.extension.kind);
        assert.equal(seen.training, allowed ? 'allowed' : 'denied', `${row.name}: ${program}`);
      }
    }
  });

  test('nowhere is said as sure what the line does not hold as sure', () => {
    for (const row of one()) {
      const [line] = row.lines;
      const sure =
        line.basis === 'seen' &&
        line.sure === 'sure' &&
        ['confirmed', 'not-kept'].includes(line.kept) &&
        !line.stale &&
        line.training !== 'unknown';
      if (sure) continue;
      for (const program of ['command', 'statement']) {
        const { seen } = row.host[0][program];
        if (seen && ['sure', 'returned', 'not-kept'].includes(SIGNS[seen.sign]))
          assert.match(
            `${seen.state} ${seen.headline}`,
            /probabl|likely/i,
            `${row.name}: ${program}: ${seen.headline}`,
          );
      }
      for (const text of [row.extension.headline.text, row.extension.alarm.text]) {
        if (/\b(is|was) (on|off|allowed|not allowed)\b/.test(text))
          assert.match(text, /probabl|likely|could not/i, `${row.name}: ${text}`);
      }
    }
  });

  test('a return with a doubt is told with it by all', () => {
    for (const row of one().filter(({ about }) => about.how.startsWith('perhaps'))) {
      for (const program of ['command', 'statement']) {
        const { headline, notes, state } = row.host[0][program].deciding;
        assert.match(
          [headline, state, ...notes].join(' '),
          /same account/i,
          `${row.name}: ${program}`,
        );
      }
      assert.match(row.extension.perhaps.text, /same account/i, row.name);
    }
  });

  test('where others train, nobody says that the platform does', () => {
    for (const row of one().filter(({ about }) => about.whose === 'others')) {
      for (const program of ['command', 'statement']) {
        for (const part of [row.host[0][program].seen, row.host[0][program].said].filter(Boolean))
          assert.match(part.headline, /others/, `${row.name}: ${part.headline}`);
      }
    }
  });

  function printed() {
    const cell = text => (text ?? '').replaceAll('|', '·').replace(/\s+/g, ' ').trim();
    const line = cells => `| ${cells.map(cell).join(' | ')} |`;
    const tell = (host, program) =>
      host
        .map(its =>
          [its[program].seen, its[program].said]
            .filter(Boolean)
            .map(({ state, headline, notes, when }) =>
              [state, headline, ...notes, when].join(' / '),
            )
            .join(' // '),
        )
        .join(' /// ');
    return [
      '# What is said of each line, everywhere',
      '',
      line([
        'case',
        'popup',
        'badge',
        'strip',
        'dashboard',
        'alarm, notification',
        'command',
        'statement',
      ]),
      line(Array(8).fill('---')),
      ...rows.map(({ name, extension: it, host }) =>
        line([
          name,
          it.popup.text,
          [it.badge.letters, it.badge.text].join(' '),
          it.strip.text,
          it.row.map(({ text }) => text).join(' // '),
          [it.alarm.text, it.notice.text, it.perhaps.text].filter(Boolean).join(' // '),
          tell(host, 'command'),
          tell(host, 'statement'),
        ]),
      ),
      '',
    ].join('\n');
  }
});
