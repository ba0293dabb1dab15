/** Everything the popup shows, in one answer. */
import { api } from '../shared/api.js';
import { counted, countsOf } from '../shared/counts.js';
import { cardAt, platformAt, withoutAt } from '../shared/hosts.js';
import { returnedAlerts } from './alert/returns.js';
import { followed } from './ground/choice.js';
import { isAllowedOnce } from './ground/once.js';
import { grantedPlatforms, mayRead } from './ground/permissions.js';
import { platforms, without } from './ground/rules.js';
import { storageTrouble } from './ground/store.js';
import { hostState, lines, queue } from './log/host.js';
import { lookOf } from './log/summary.js';
import { pictureOf } from './picture.js';
import { healthOf } from './tab/misses.js';
import { isReadable } from './tab/once.js';
import { placeOf, tabState } from './tab/readings.js';

/** @import { Entry, Line, Platform, PopupState } from '../shared/types.d.ts' */
/** @import { TabState, WaitingRow } from '../shared/types.d.ts' */

/**
 * @param {number} tabId the tab the popup is about
 * @returns {Promise<PopupState>}
 */
export async function popupState(tabId) {
  const all = await platforms();
  const [granted, mine, told, waiting, host, returned, perhaps, tab] = await Promise.all([
    grantedPlatforms(all),
    followed(all),
    lines(),
    queue.read(),
    hostState(),
    returnedAlerts(),
    returnedAlerts('perhaps'),
    tabOf(tabId),
  ]);
  const known = counted(all, told);
  const stored = await tabState(tabId);
  const state = stored && tab?.url && placeOf(tab.url) === stored.place ? stored : null;
  const platform = state ? byId(all, state.platform) : platformAt(all, tab?.url);
  const held = await mayRead(tab?.url);
  const once = !held && (await isAllowedOnce(tabId, tab?.url));
  return {
    tab: {
      id: tabId,
      platform,
      granted: platform !== null && (tab?.url ? held || once : granted.has(platform.id)),
      readable: await isReadable(tab, platform),
      once: platform !== null && once,
      state,
      line: platform ? lastWord(known.filter(line => line.platform === platform.id)) : null,
      lines: platform ? known.filter(line => line.platform === platform.id) : [],
      without:
        platform && platform.kind !== 'not-training' ? null : withoutAt(await without(), tab?.url),
      card: cardAt(platform, tab?.url),
      health: platform ? await healthOf(platform) : null,
      point: pointOf(tab, platform, state),
      picture: pictureOf(tab, state, known, host),
    },
    returned,
    perhaps,
    counts: countsOf(
      all.filter(one => mine.has(one.id)),
      known,
    ),
    look: lookOf(
      all.filter(one => mine.has(one.id)),
      known,
      granted,
    ),
    host,
    waiting: waitingRows(waiting.rows, all),
    queued: waiting.rows.length,
    dropped: waiting.dropped,
    refused: waiting.refused.length,
    anyGranted: granted.size > 0,
    storage: await storageTrouble(),
  };
}

/** Reasons of a rule that does not find its control any more (LOST in content/decide.js). */
const MENDED = new Set(['layout-changed', 'not-found', 'ambiguous', 'other-page']);

/**
 * Whether the user may point at a switch here: no rule speaks, or one does not fit its page.
 * @param {chrome.tabs.Tab | null} tab
 * @param {Platform | null} platform
 * @param {TabState | null} state
 * @returns {PopupState['tab']['point']}
 */
function pointOf(tab, platform, state) {
  if (!tab?.url?.startsWith('https:') || tab.incognito || state?.settling || state?.form)
    return null;
  const host = new URL(tab.url).hostname;
  if (!platform || platform.own)
    return { name: platform?.name ?? host.replace(/^www\./, ''), controls: [], control: null };
  const read = state?.readings.filter(reading => !reading.other) ?? [];
  const failed = read.filter(reading => MENDED.has(reading.why));
  if (platform.controls.length === 0 || (read.length > 0 && failed.length === 0)) return null;
  const controls = platform.controls.filter(({ kind }) => kind !== 'not-training');
  return controls.length === 0
    ? null
    : {
        name: platform.name,
        controls: controls.map(({ id, name }) => ({ id, name })),
        control: failed[0]?.control ?? null,
      };
}

/**
 * What still waits for the log program, newest first. It is shown beside the program's own word and
 * marked as waiting; nothing is worked out from it, and it alarms nobody: the program alone works a
 * state out.
 * @param {Entry[]} entries in the order in which they were made
 * @param {Platform[]} all
 * @returns {WaitingRow[]}
 */
function waitingRows(entries, all) {
  return entries
    .toReversed()
    .map(
      ({ platform, control, account, unit, basis, training, why, sure, how = null, raw, at }) => ({
        platform,
        name: byId(all, platform)?.name ?? platform,
        control,
        account,
        unit,
        basis,
        training,
        why,
        sure,
        how,
        raw,
        at,
      }),
    );
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
  return all.find(platform => platform.id === id) ?? null;
}

/** @param {Line} line */
function newest(line) {
  return line.tried ?? line.form?.at ?? line.since;
}

/** @param {Line[]} known */
function latest(known) {
  return known.reduce(
    (/** @type {Line | null} */ best, line) => (best && newest(best) >= newest(line) ? best : line),
    null,
  );
}

/**
 * The line that speaks for a platform away from its page: of the account that was heard of last the
 * one that allows, then one that nobody knows, then one that the user only said; a denial that was
 * seen speaks when nothing else does.
 * @param {Line[]} known of one platform
 */
export function lastWord(known) {
  const read = known.filter(line => line.basis !== 'form' || line.training !== 'unknown');
  if (read.length === 0) return latest(known);
  const account = latest(read)?.account ?? null;
  const own = read.filter(line => line.account === account);
  const groups = [
    own.filter(line => line.training === 'allowed'),
    own.filter(line => (line.training === 'unknown' || line.stale) && line.why !== 'not-offered'),
    own.filter(line => line.basis === 'declared'),
    own,
  ];
  return latest(groups.find(group => group.length > 0) ?? own);
}
