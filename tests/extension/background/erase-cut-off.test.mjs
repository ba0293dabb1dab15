// The browser is ended at every single step of an erase: no setting and nothing that waits is lost,
// and nothing that was erased comes back.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { entry, line } from '../lib/helpers.mjs';

const program = fileURLToPath(new URL('../lib/background-program.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'optoutlog-erase-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'disk.json');

const SETTINGS = {
  followed: ['linkedin', 'x'],
  sendingWithdrawn: true,
  hostAnswered: true,
  lastRound: '2026-11-20T10:00:00.000Z',
  pending: { followed: ['x'] },
  reminders: { days: 90, since: null, told: [], resting: {} },
  policyFollowed: ['linkedin'],
  policy: { enabled: true },
};
const refused = entry('denied');
const waiting = entry('allowed');

/** @param {object[]} rows what waits for the log program */
const start = rows =>
  writeFileSync(
    file,
    JSON.stringify({
      local: {
        ...SETTINGS,
        queue: {
          rows: [
            ...rows,
            ...(rows.length > 0 ? [entry('denied', { platform: 'x', account: 'erase-me' })] : []),
          ],
          dropped: { confirmations: 3, changes: 1, since: null },
          refused: [{ entry: refused, error: 'params.invalid' }],
        },
        status: [
          line('denied', { platform: 'x', control: 'grok', account: 'erase-me' }),
          line('denied'),
        ],
        returns: { told: [JSON.stringify(['x', 'grok', 'erase-me', null])], snoozed: {} },
        visits: {
          'x/grok': { count: 2, since: '' },
          'linkedin/genai-training': { count: 1, since: '' },
        },
      },
    }),
  );
const disk = () => JSON.parse(readFileSync(file, 'utf8'));

/** @param {number} [cut] after which change the program ends itself */
function run(work, cut) {
  const args = [program, file, work, ...(cut ? [String(cut)] : [])];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
  });
  if (!cut) assert.equal(status, 0, stderr);
  return { killed: signal === 'SIGKILL', points: Number(stdout) };
}

/** @param {object[]} rows */
function check(where, rows) {
  const { local } = disk();
  const settings = Object.fromEntries(Object.keys(SETTINGS).map(key => [key, local[key]]));
  assert.deepEqual(settings, SETTINGS, `${where}: settings`);
  assert.deepEqual(
    local.queue.rows.map(({ id }) => id).filter(id => id === waiting.id),
    rows.map(({ id }) => id),
    `${where}: what waits`,
  );
  assert.deepEqual(
    [local.queue.dropped.confirmations, local.queue.refused.map(one => one.entry.id)],
    [3, [refused.id]],
    where,
  );
  assert.deepEqual(
    [
      local.status.some(line => line.platform === 'linkedin'),
      local.visits['linkedin/genai-training']?.count,
    ],
    [true, 1],
    where,
  );
  assert.doesNotMatch(JSON.stringify(local), /erase-me|x\/grok/, `${where}: what was erased`);
  assert.equal(local.erasing, undefined, where);
}

for (const [name, rows] of [
  ['nothing waits', []],
  ['an entry waits', [waiting]],
]) {
  test(`an erase while ${name}: ended after each step, the next start brings it to its end`, () => {
    start(rows);
    const points = run('erase').points;
    check('undisturbed', rows);
    assert.ok(points >= 8, `${points} steps`);
    for (let cut = 1; cut <= points; cut += 1) {
      start(rows);
      assert.ok(run('erase', cut).killed, `cut ${cut}`);
      run('wake');
      check(`ended after ${cut} of ${points}`, rows);
    }
  });
}

test('the browser ended again after each step of the start that brings it to its end', () => {
  start([waiting]);
  const { points } = run('erase');
  for (let cut = 1; cut < points; cut += 1) {
    for (let again = 1, killed = true; killed; again += 1) {
      start([waiting]);
      run('erase', cut);
      ({ killed } = run('wake', again));
      run('wake');
      check(`ended after ${cut}, and after ${again} of the next start`, [waiting]);
    }
  }
});
