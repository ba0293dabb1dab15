// On the way to the log: what is read, what waits, and that it arrives, whole and once.
import assert from 'node:assert/strict';
import { steady } from './pick.mjs';
import { until } from './until.mjs';

/** What waits for the log. */
export const queued = async world => (await world.stored('local', 'queue'))?.rows ?? [];
const once = ids => assert.equal(new Set(ids).size, ids.length, 'an entry is in the log twice');

/** Every id of `ids` is in the log exactly once, the queue is empty and the chain verifies. */
export async function settled(world, ids) {
  await until('the queue to be drained', async () => (await queued(world)).length === 0, {
    seen: () => queued(world),
  });
  const log = (await world.history()).map(entry => entry.id);
  once(log);
  assert.deepEqual(
    ids.filter(id => !log.includes(id)),
    [],
    'an entry is lost',
  );
  const verdict = await world.verify();
  assert.equal(verdict.ok, true, JSON.stringify(verdict));
  return log;
}

/** Reads a page and waits for it to be said; the tab stays open. */
export async function see(world, platform, training) {
  const page = steady(platform, training);
  const visit = await world.visit(page.url, page.file);
  await visit.becomes(training);
  return visit;
}

export const inLog = (world, training) =>
  until(
    `the log to say ${training}`,
    async () =>
      (await world.status()).find(line => line.platform === 'linkedin')?.training === training,
    { seen: () => world.status() },
  );
