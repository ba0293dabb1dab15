/**
 * Entries on their way to the host, kept in storage.local until the host has acknowledged each id.
 * Written before anything is sent; a worker killed between sending and the answer sends the same
 * ids again, and the host calls them duplicates. So nothing is lost and nothing doubled.
 *
 * Bounded. While the host is missing, repeated equal readings of one control keep only the first
 * (the change) and the latest. Beyond the bound the oldest confirmation goes; only when there is
 * none, the oldest change that a later entry of the same control supersedes, and what the user said
 * after all that was seen; what went is counted and told to the user.
 */
import { keyOf } from '../ground/key.js';
import { makeSerial } from '../ground/store.js';

/** @import { Entry, QueueState } from '../../shared/types.d.ts' */
/** @import { Area } from '../ground/store.js' */

export const BOUND = 500;
const KEY = 'queue';

/** @returns {QueueState} */
export function emptyQueue() {
  return { rows: [], dropped: { confirmations: 0, changes: 0, since: null }, refused: [] };
}

/** @param {Area} area */
export function createQueue(area) {
  const serial = makeSerial();

  /** @returns {Promise<QueueState>} */
  const read = async () => ({ ...emptyQueue(), ...(await area.get(KEY)) });

  /**
   * @template T
   * @param {(state: QueueState) => T} change
   */
  const update = change =>
    serial(async () => {
      const state = await read();
      const result = change(state);
      await area.set(KEY, state);
      return result;
    });

  return {
    read,
    /** Durable when the promise resolves. @param {Entry} entry */
    add: entry =>
      update(state => {
        add(state, entry);
      }),
    /** @param {string[]} ids acknowledged by the host */
    remove: ids =>
      update(state => {
        const gone = new Set(ids);
        state.rows = state.rows.filter(row => !gone.has(row.id));
      }),
    /** The user has read what was dropped. */
    forgetDropped: () =>
      update(state => {
        state.dropped = emptyQueue().dropped;
      }),
    /**
     * An entry that the host will never take (`params.invalid`): set aside and shown, so that it
     * cannot block the others for ever.
     * @param {string} id
     * @param {string} error
     */
    refuse: (id, error) => update(state => refuse(state, id, error)),
    /**
     * Forgets waiting entries of an erased platform or account.
     * @param {(entry: Entry) => boolean} matches
     */
    erase: matches => update(state => erase(state, matches)),
  };
}

/**
 * @param {QueueState} state changed in place
 * @param {Entry} entry
 * @param {number} [bound]
 */
export function add(state, entry, bound = BOUND) {
  if (state.rows.some(row => row.id === entry.id)) return;
  const last = state.rows.findLastIndex(row => sameSubject(row, entry));
  // first and latest of a run of equal readings say all that the run says
  if (last >= 0 && repeats(state.rows)[last] && sameState(state.rows[last], entry))
    state.rows.splice(last, 1);
  state.rows.push(entry);
  while (state.rows.length > bound) dropOne(state);
}

/**
 * @param {QueueState} state changed in place
 * @param {string} id
 * @param {string} error
 */
function refuse(state, id, error) {
  const entry = state.rows.find(row => row.id === id);
  if (!entry) return;
  state.rows = state.rows.filter(row => row.id !== id);
  state.refused = [...state.refused, { entry, error }].slice(-50);
}

/**
 * @param {QueueState} state changed in place
 * @param {(entry: Entry) => boolean} matches
 */
function erase(state, matches) {
  state.rows = state.rows.filter(row => !matches(row));
  state.refused = state.refused.filter(row => !matches(row.entry));
}

/** @param {QueueState} state */
function dropOne(state) {
  let victim = repeats(state.rows).indexOf(true);
  const kind = victim >= 0 ? 'confirmations' : 'changes';
  // what the user said, and the steps of a form, cannot be read again: they go last
  if (victim < 0) {
    const old = superseded(state.rows);
    const seen = state.rows.findIndex((row, at) => old[at] && row.basis === 'seen');
    victim = seen >= 0 ? seen : Math.max(0, old.indexOf(true));
  }
  const [row] = state.rows.splice(victim, 1);
  state.dropped[kind] += 1;
  state.dropped.since ??= row.at;
}

/**
 * @param {Entry[]} rows
 * @returns {boolean[]} for each row whether it only repeats the row of its control before it
 */
function repeats(rows) {
  /** @type {Map<string, Entry>} */
  const latest = new Map();
  return rows.map(row => {
    const before = latest.get(keyOf(row));
    latest.set(keyOf(row), row);
    return before !== undefined && sameState(before, row);
  });
}

/**
 * @param {Entry[]} rows
 * @returns {boolean[]} for each row whether a later one is about the same control
 */
function superseded(rows) {
  const newest = new Map(rows.map((row, at) => [keyOf(row), at]));
  return rows.map((row, at) => newest.get(keyOf(row)) !== at);
}

/**
 * @param {Entry} a
 * @param {Entry} b
 */
function sameSubject(a, b) {
  return (
    a.platform === b.platform &&
    a.control === b.control &&
    a.account === b.account &&
    a.unit === b.unit
  );
}

/**
 * @param {Entry} a
 * @param {Entry} b
 */
function sameState(a, b) {
  return (
    a.basis === 'seen' &&
    b.basis === 'seen' &&
    a.training === b.training &&
    a.why === b.why &&
    a.sure === b.sure &&
    (a.how ?? null) === (b.how ?? null) &&
    !a.joins &&
    !b.joins
  );
}
