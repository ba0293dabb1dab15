/**
 * The entries of the log as this page holds them: loaded from the host page by page, newest first,
 * and kept up to date by loading only what is new. Timeline, objections and history are drawn from
 * it.
 */
import { ask } from '../../../shared/ask.js';

/** @import { Entry } from '../../../shared/types.d.ts' */

/**
 * @typedef {Entry & { seq?: number, hash?: string, type?: string, received?: string, ahead?:
 *   boolean, clock?: string, source?: string, time?: string, covers?: { count: number, head: string
 *   }, authority?: { name: string | null, url: string } }} LogEntry
 */

const PAGE = 250;
/** So many entries are held; what is older is in the exports. */
export const BOUND = 20_000;

/** @param {() => void} changed called after each page that came */
export function createLog(changed) {
  /** @type {LogEntry[]} newest first */
  let entries = [];
  let complete = false;
  let cut = false;
  let turn = 0;

  /** @param {object} params @returns {Promise<{ entries: LogEntry[], next: number | null }>} */
  const page = params => ask('history', { params: { limit: PAGE, ...params } });

  /** @param {number} mine @param {number | null} before @param {object} params */
  async function loadRest(mine, before, params) {
    while (before !== null && entries.length < BOUND) {
      const { entries: older, next } = await page({ ...params, before });
      if (mine !== turn) return;
      entries = [...entries, ...older];
      before = next;
      complete = before === null;
      changed();
    }
    cut = before !== null;
  }

  return {
    /** Newest first; those that the host has. */
    entries: () => entries,
    /** Whether everything there is was loaded. */
    isComplete: () => complete,
    /** Whether older entries were left out. */
    isCut: () => cut,
    /** Forget what is here: something was erased, or another record is to be shown. */
    reset() {
      turn += 1;
      entries = [];
      complete = false;
      cut = false;
    },
    /**
     * Loads what is new, and at first everything.
     * @param {string | null} [source] id of an imported record; null: our own
     */
    async refresh(source = null) {
      const mine = ++turn;
      const params = source ? { source } : {};
      const first = await page(params);
      if (mine !== turn) return;
      const known = entries[0]?.seq ?? -1;
      const fresh = first.entries.filter(entry => (entry.seq ?? 0) > known);
      const joins = (complete || cut) && joinsOn(fresh, first.entries);
      entries = joins ? [...fresh, ...entries] : first.entries;
      if (!joins) complete = first.next === null;
      cut &&= joins;
      changed();
      if (!joins && !complete) await loadRest(mine, first.next, params);
    },
  };
}

/**
 * Whether what is here goes on where the fresh ones end: all that is new lies in the first page,
 * and nothing was erased meanwhile.
 * @param {LogEntry[]} fresh
 * @param {LogEntry[]} first the whole page that they are of
 */
function joinsOn(fresh, first) {
  return fresh.length < first.length && !fresh.some(entry => entry.type === 'erased');
}

/**
 * Time that an entry counts from: its own, or the host's where that lies ahead of it.
 * @param {LogEntry} entry
 */
export function timeOf(entry) {
  return (entry.ahead ? entry.received : entry.at) ?? entry.received ?? '';
}
