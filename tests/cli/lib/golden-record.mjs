// The record that the stored texts are made from: a year of one person, always the same.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Computer, root } from '../../installer/world.mjs';
import { Host } from '../../policy/lib/host.mjs';
import { startServer } from '../../policy/lib/server.mjs';
import { entry, hostOn } from './log.mjs';
import { newer, older } from './subcommands.mjs';

/** The moment at which every command of a stored text runs. */
const NOW = '2026-11-25T12:00:00.000Z';
const seconds = time => String(Date.parse(time) / 1000);

const UNREAD = { training: 'unknown', why: 'locked', sure: 'none', how: null, raw: null };
const GROK = { platform: 'x', control: 'grok-training', account: 'ada' };
const ON = { training: 'allowed', raw: 'on' };
/** A page that does not name the account: it may be two. */
const NOBODY = { platform: 'chatgpt', control: 'model-training', account: null };
const FORM = {
  ...{ platform: 'facebook', control: 'objection', account: null, basis: 'form', actor: 'user' },
  ...{ training: 'unknown', sure: 'none', how: null },
};
/** What was seen, and when: own switches, a return, two accounts, a form, words of the user. */
const LOOKS = [
  ['2025-12-01T18:20:00.000Z', ON],
  ['2025-12-01T18:21:00.000Z', { actor: 'user', how: 'changed', sure: 'likely' }],
  ['2026-02-14T09:05:00.000Z', GROK],
  ['2026-03-02T21:40:00.000Z', { account: '漢字の名前', ...ON }],
  ['2026-05-04T07:15:00.000Z', { ...NOBODY }],
  ['2026-05-06T07:15:00.000Z', { ...NOBODY, ...ON }],
  ['2026-06-30T07:15:00.000Z', { platform: 'github', control: 'model-training', ...ON }],
  ['2026-10-03T10:00:00.000Z', { ...GROK, ...UNREAD }],
  ['2026-10-20T10:00:00.000Z', { ...FORM, raw: 'submitted' }],
  ['2026-11-12T08:30:00.000Z', {}],
  ['2026-11-20T08:30:00.000Z', ON],
];

/**
 * A computer with that record, a browser and one change of a policy. `kept` holds a copy of the
 * home, for what a command changes.
 * @returns {Promise<{ computer: Computer, env: Record<string, string>, version: string,
 *   remove: () => void }>} env of every command
 */
export async function fixedComputer() {
  // a path that is always as long: another one would fold lines elsewhere
  const computer = new Computer({ policy: true, prefix: '/tmp/optoutlog-' });
  computer.install([{ linux: { detect: ['{config}/chromium'] } }]);
  const version = computer.ok(['--version']).trim().split(' ').at(-1);
  const folder = mkdtempSync('/tmp/optoutlog-fixed-'); // a path to preload holds no blank
  const library = path.join(folder, 'fixed.so');
  const source = path.join(root, 'tests/cli/lib/fixed.c');
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source]);
  const env = {
    ...{ LD_PRELOAD: library, OPTOUTLOG_TEST_NOW: seconds(NOW), TZ: 'Europe/Berlin' },
    ...{ OPTOUTLOG_DATA: computer.at('home/data'), TERM: 'xterm', PAGER: '' },
  };
  await changePolicy(computer.at('home'));
  LOOKS.forEach(([at, more], index) => {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const then = { ...env, OPTOUTLOG_TEST_NOW: seconds(at) };
    hostOn(computer, [['record', { entries: [entry({ id, at, ...more })] }]], then);
  });
  computer.ok(['export', '--out', computer.at('home/log.json')], { env });
  cpSync(older, computer.at('home/older.html'));
  cpSync(newer, computer.at('home/newer.html'));
  cpSync(computer.at('home'), computer.at('kept'), { recursive: true });
  const remove = () => {
    computer.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  return { computer, env, version, remove };
}

/** Lets the policy watch see a policy change, and dates it. @param {string} folder */
async function changePolicy(folder) {
  let body;
  const server = await startServer((request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(body),
  );
  const watch = new Host({ folder, env: server.env });
  await watch.call('policy.enable', { on: true });
  const url = 'https://misbehave.example/policy';
  await watch.call('policy.add', { url, platform: 'linkedin', name: 'LinkedIn: Policy' });
  for (const text of [older, newer, newer]) {
    body = readFileSync(text);
    await watch.aDayLater();
    await watch.call('policy.check');
  }
  await watch.close({ keep: true });
  await server.close();
  const at = Date.parse('2026-11-25T06:00:00.000Z');
  const day = 24 * 3600 * 1000;
  await watch.sql(
    `UPDATE looks SET checked = ${at}, good = ${at}, not_before = 0`,
    `UPDATE changes SET at = ${at - 4 * day}`,
    `UPDATE own SET added = ${at - 60 * day}`,
  );
}
