/** What the user says, on its way into the log: a fact of theirs, or a line that they drop. */
import { browserName } from '../ground/browser.js';
import { HostFailure } from '../ground/failures.js';
import { keyOf } from '../ground/key.js';
import { platforms } from '../ground/rules.js';
import { entryOfWord } from './entry.js';
import { FactRefused, entryOfFact } from './fact.js';
import { deliver, hostState, lines, queue } from './host.js';

/**
 * @param {any} fact
 * @returns {Promise<{ id: string }>} once it is kept: in the log, or in the queue while that is
 *   away
 */
export async function declare(fact) {
  try {
    const made = { id: crypto.randomUUID(), browser: await browserName(), now: new Date() };
    const entry = entryOfFact(fact ?? {}, await platforms(), made);
    await queue.add(entry);
    await deliver({ userAction: true });
    return { id: entry.id };
  } catch (error) {
    // said like an answer of the host, so that a page shows both alike
    if (!(error instanceof FactRefused)) throw error;
    throw new HostFailure('record', error.message, { name: 'params.invalid' });
  }
}

/**
 * The user drops a line: the log program leaves it out until something new about it is recorded. An
 * older program would keep the word and not follow it, so it is not told.
 * @param {any} line platform, control, account, unit of one that the log has
 * @returns {Promise<{ id: string }>}
 */
export async function dropLine(line) {
  await deliver({ userAction: true });
  const known = (await lines()).find(one => keyOf(one) === keyOf(line ?? {}));
  if (!known) throw new HostFailure('record', 'line', { name: 'params.invalid' });
  if (!(await hostState()).capabilities?.includes('drop')) {
    throw new HostFailure('protocol', 'drop', { name: 'method.unknown' });
  }
  const [id, at] = [crypto.randomUUID(), new Date().toISOString()];
  const entry = entryOfWord(known, 'dropped', await browserName(), id, at);
  await queue.add(entry);
  await deliver({ userAction: true });
  return { id: entry.id };
}
