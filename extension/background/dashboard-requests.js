/** Requests that only the dashboard makes (docs/extension-background.md). */
import { browserName } from './ground/browser.js';
import { FactRefused, entryOfFact } from './log/fact.js';
import { entryOfWord } from './log/entry.js';
import { HostFailure } from './ground/failures.js';
import { ask, deliver, hostState, lines, queue } from './log/host.js';
import { keyOf } from './ground/key.js';
import { dueReminders, putOff, reminderSetting, setReminder } from './alert/reminders.js';
import { roundState, skipStep, startRound, stopRound } from './round/round.js';
import { platforms } from './ground/rules.js';
import { local } from './ground/store.js';

/** @type {Record<string, (message: any) => Promise<unknown>>} */
export const DASHBOARD = {
  'round-state': async () => ({ round: await roundState(), last: (await local.get('lastRound')) ?? null }),
  'round-start': startRound,
  'round-skip': skipStep,
  'round-stop': stopRound,
  'reminders': async () => ({ days: (await reminderSetting()).days, due: await dueReminders() }),
  'reminders-set': async ({ days }) => setReminder(days),
  'reminder-later': async ({ key }) => putOff(key),
  'declare': async ({ fact }) => declare(fact),
  'drop-line': async ({ line }) => dropLine(line),
  'import': ({ packet }) => ask('import', { packet: String(packet) }),
  'sources': () => ask('sources'),
};

/** @param {any} fact @returns {Promise<{ id: string }>} once it is kept: in the log, or in the queue while that is away */
async function declare(fact) {
  try {
    const entry = entryOfFact(fact ?? {}, await platforms(), { id: crypto.randomUUID(), browser: await browserName(), now: new Date() });
    await queue.add(entry);
    await deliver({ userAction: true });
    return { id: entry.id };
  } catch (error) {
    // said like an answer of the host, so that a page shows both alike
    if (error instanceof FactRefused) throw new HostFailure('record', error.message, { name: 'params.invalid' });
    throw error;
  }
}

/**
 * The user drops a line: the log program leaves it out until something new about it is recorded. An older program would
 * keep the word and not follow it, so it is not told.
 * @param {any} line platform, control, account, unit of one that the log has
 * @returns {Promise<{ id: string }>}
 */
async function dropLine(line) {
  await deliver({ userAction: true });
  const known = (await lines()).find((one) => keyOf(one) === keyOf(line ?? {}));
  if (!known) throw new HostFailure('record', 'line', { name: 'params.invalid' });
  if (!(await hostState()).capabilities?.includes('drop')) throw new HostFailure('protocol', 'drop', { name: 'method.unknown' });
  const entry = entryOfWord(known, 'dropped', await browserName(), crypto.randomUUID(), new Date().toISOString());
  await queue.add(entry);
  await deliver({ userAction: true });
  return { id: entry.id };
}
