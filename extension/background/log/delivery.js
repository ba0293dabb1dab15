/**
 * Brings what waits in the queue to the host. An entry leaves the queue only when the host has
 * answered with its id; one that the host will never take steps aside, so that it cannot hold back
 * the others. Knows no browser.
 */
import { HostFailure } from '../ground/failures.js';

/** @import { Entry } from '../../shared/types.d.ts' */
/** @import { createQueue } from './queue.js' */

/** Entries a request: far below the frame limit of 1 MiB at about 2 KiB for the largest entry. */
export const BATCH = 50;

/**
 * @param {Pick<ReturnType<typeof createQueue>, 'read' | 'remove' | 'refuse'>} queue
 * @param {(method: string, params: object) => Promise<any>} call rejects with HostFailure
 * @returns {Promise<void>} resolves when nothing waits any more; rejects with the failure that
 *   stopped it
 */
export async function deliverAll(queue, call) {
  for (;;) {
    const rows = (await queue.read()).rows.slice(0, BATCH);
    if (rows.length === 0) return;
    await deliverBatch(rows, queue, call);
  }
}

/**
 * @param {Entry[]} rows
 * @param {Pick<ReturnType<typeof createQueue>, 'remove' | 'refuse'>} queue
 * @param {(method: string, params: object) => Promise<any>} call
 * @returns {Promise<void>}
 */
async function deliverBatch(rows, queue, call) {
  try {
    const { results } = await call('record', { entries: rows });
    const answered = new Set(results.map((/** @type {{ id: string }} */ result) => result.id));
    const gone = rows.filter(row => answered.has(row.id));
    // else this would never end
    if (gone.length === 0) throw new HostFailure('protocol', 'record acknowledged nothing');
    await queue.remove(gone.map(row => row.id));
  } catch (error) {
    if (!(error instanceof HostFailure) || error.answer?.name !== 'params.invalid') throw error;
    const bad = rows.length === 1 ? rows[0] : rows[error.answer.index ?? -1];
    // one bad entry refuses the whole call; where the host does not say which, each goes alone
    if (bad) await queue.refuse(bad.id, error.detail);
    else for (const row of rows) await deliverBatch([row], queue, call);
  }
}
