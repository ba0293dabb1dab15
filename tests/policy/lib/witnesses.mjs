// What the tests of witnesses share: what a file in public may say, kept beside a reading.
import { randomUUID } from 'node:crypto';
import { Host } from './host.mjs';

export const said = {
  url: 'https://ada.example/robots.txt',
  status: 200,
  bytes: 90,
  sha256: '5a'.repeat(32),
  says: 'denied',
  why: 'ok',
  away: ['GPTBot', 'CCBot'],
  missing: [],
  signal: 'no',
};

/** Keeps `what` beside the newest reading of `line`, by the log host. */
export async function keep(env, line, what) {
  const host = new Host({ env, program: 'optoutlog-host' });
  const at = new Date().toISOString();
  const result = await host.call('witness', { id: randomUUID(), of: line, at, ...what });
  await host.close({ keep: true });
  return result;
}
