/** Requests that only the dashboard makes (docs/extension-background.md). */
import { browserName } from './browser.js';
import { FactRefused, entryOfFact } from './declare.js';
import { HostFailure } from './failures.js';
import { ask, deliver, queue } from './host.js';
import { dueReminders, putOff, reminderSetting, setReminder } from './reminders.js';
import { roundState, skipStep, startRound, stopRound } from './round.js';
import { platforms } from './rules.js';
import { local } from './store.js';

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
