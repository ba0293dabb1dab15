/** Everything the popup shows, in one answer. */
import { api } from '../shared/api.js';
import { platformAt, withoutAt } from '../shared/hosts.js';
import { followed } from './followed.js';
import { healthOf } from './health.js';
import { hostState, lines, queue } from './host.js';
import { grantedPlatforms } from './permissions.js';
import { placeOf, tabState } from './readings.js';
import { returnedAlerts } from './returns.js';
import { platforms, without } from './rules.js';

/** @import { Line, LookRow, Platform, PopupState } from '../shared/types.d.ts' */

/**
 * @param {number} tabId the tab the popup is about
 * @returns {Promise<PopupState>}
 */
export async function popupState(tabId) {
  const all = await platforms();
  const [granted, mine, known, waiting, host, returned, tab] = await Promise.all([
    grantedPlatforms(all), followed(all), lines(), queue.read(), hostState(), returnedAlerts(), tabOf(tabId),
  ]);
  const stored = await tabState(tabId);
  const state = stored && tab?.url && placeOf(tab.url) === stored.place ? stored : null;
  const platform = state ? byId(all, state.platform) : platformAt(all, tab?.url);
  return {
    tab: {
      id: tabId,
      platform,
      granted: platform !== null && granted.has(platform.id),
      state,
      line: platform ? lastWord(known.filter((line) => line.platform === platform.id)) : null,
      without: platform && platform.kind !== 'not-training' ? null : withoutAt(await without(), tab?.url),
      health: platform ? await healthOf(platform) : null,
    },
    returned,
    counts: countsOf(all.filter((one) => mine.has(one.id)), known),
    look: lookOf(all.filter((one) => mine.has(one.id)), known, granted),
    host,
    queued: waiting.rows.length,
    dropped: waiting.dropped,
    refused: waiting.refused.length,
    anyGranted: granted.size > 0,
  };
}

/** @param {number} tabId */
async function tabOf(tabId) {
  try {
    return await api.tabs.get(tabId); // throws or rejects, by browser, when there is no such tab
  } catch {
    return null;
  }
}

/**
 * @param {Platform[]} all
 * @param {string} id
 */
function byId(all, id) {
  return all.find((platform) => platform.id === id) ?? null;
}

/** @param {Line} line */
function newest(line) {
  return line.tried ?? line.form?.at ?? line.since;
}

/** @param {Line[]} known */
function latest(known) {
  return known.reduce((/** @type {Line | null} */ best, line) => (best && newest(best) >= newest(line) ? best : line), null);
}

/**
 * The line that speaks for a platform away from its page: of the account that was heard of last the one that allows,
 * then one that nobody knows, then one that the user only said; a denial that was seen speaks when nothing else does.
 * @param {Line[]} known of one platform
 */
export function lastWord(known) {
  const read = known.filter((line) => line.basis !== 'form' || line.training !== 'unknown');
  if (read.length === 0) return latest(known);
  const account = latest(read)?.account ?? null;
  const own = read.filter((line) => line.account === account);
  const groups = [
    own.filter((line) => line.training === 'allowed'),
    own.filter((line) => (line.training === 'unknown' || line.stale) && line.why !== 'not-offered'),
    own.filter((line) => line.basis === 'declared'),
    own,
  ];
  return latest(groups.find((group) => group.length > 0) ?? own);
}

/**
 * One count a platform: allowed if any of its controls is, then unknown or stale, then denied. Settings with another
 * purpose than training are not counted. What the user only said was not seen: it is "not checked yet", or unknown
 * where something else was seen before.
 * @param {Platform[]} mine
 * @param {Line[]} known
 */
export function countsOf(mine, known) {
  const counts = { denied: 0, allowed: 0, unknown: 0, unchecked: 0 };
  for (const platform of mine.filter(({ kind }) => kind !== 'not-training')) {
    const own = known.filter((line) => line.platform === platform.id && (line.basis === 'declared' ? line.seen !== null : line.basis !== 'form' || line.training !== 'unknown'));
    if (own.length === 0) counts.unchecked += 1;
    else if (own.some((line) => line.training === 'allowed' && !line.stale)) counts.allowed += 1;
    else if (own.some((line) => line.training === 'unknown' || line.stale || line.basis === 'declared')) counts.unknown += 1;
    else counts.denied += 1;
  }
  return counts;
}

/**
 * Only what needs a look. Returned controls have their own place above.
 * @param {Platform[]} mine
 * @param {Line[]} known
 * @param {Set<string>} granted
 * @returns {LookRow[]}
 */
export function lookOf(mine, known, granted) {
  return mine.flatMap((platform) => {
    const base = { platform: platform.id, name: platform.name, open: platform.open, hosts: platform.hosts };
    const own = known.filter((line) => line.platform === platform.id);
    /** @type {LookRow[]} */
    const rows = own.flatMap((line) => {
      const state = line.stale ? 'stale' : line.training === 'allowed' && !line.returned ? 'allowed' : null;
      return state ? [{ ...base, state, account: line.account, unit: line.unit, control: line.control, seen: line.seen, likely: line.sure === 'likely' }] : [];
    });
    if (!granted.has(platform.id)) rows.push({ ...base, state: 'no-access', account: null, unit: null, control: '', seen: null, likely: false });
    return rows;
  });
}
