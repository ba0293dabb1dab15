/**
 * A picture of the page in front as evidence, kept by the log program with the reading that was
 * made of that page. The popup's own click is the permission (`activeTab`); nothing is kept here.
 */
import { api } from '../shared/api.js';
import { HostFailure } from './ground/failures.js';
import { ask, deliver, hostState, lines } from './log/host.js';
import { placeOf, tabState } from './tab/readings.js';

/** @import { HostState, Line, PictureOf, PictureTaken, TabState } from '../shared/types.d.ts' */

/** What a picture may have, and one part of it. @see host/PROTOCOL.md, "picture" */
export const MOST = 614_400;
const PART = 196_608;

/** No picture was taken: `message` says why. */
export class NotTaken extends Error {}

/**
 * The reading of this page that the log holds: a picture is kept with it. None in a private window,
 * before the page was read and the log program has what was read, and with one that keeps none.
 * @param {chrome.tabs.Tab | null} tab
 * @param {TabState | null} state
 * @param {Line[]} known
 * @param {HostState} host
 * @returns {PictureOf | null}
 */
export function pictureOf(tab, state, known, host) {
  if (!tab?.active || tab.incognito || !state || state.settling) return null;
  if (host.kind !== 'on' || !host.capabilities?.includes('picture')) return null;
  for (const { control, account, unit, at, other } of state.readings) {
    const line = known.find(
      one =>
        one.platform === state.platform &&
        one.control === control &&
        (one.account ?? null) === (account ?? null) &&
        (one.unit ?? null) === (unit ?? null),
    );
    if (!other && line?.tried && line.tried >= at)
      return { platform: state.platform, control, account: account ?? null, unit: unit ?? null };
  }
  return null;
}

/** @param {number} tabId */
async function looked(tabId) {
  const tab = await api.tabs.get(tabId);
  const state = await tabState(tabId);
  const same = state && tab.url && placeOf(tab.url) === state.place ? state : null;
  return { tab, of: pictureOf(tab, same, await lines(), await hostState()) };
}

/**
 * @param {{ tabId: number }} asked
 * @returns {Promise<PictureTaken>} rejects with NotTaken
 */
export async function pictureTake({ tabId }) {
  const { tab, of } = await looked(tabId);
  if (!of) throw new NotTaken('not-read');
  const at = new Date().toISOString();
  const image = await api.tabs.captureVisibleTab(tab.windowId, { format: 'png' }).catch(() => null);
  if (!image) throw new NotTaken('no-access');
  // another tab in front, or another page in this one: it may be that which was taken
  const after = await looked(tabId);
  if (after.tab.url !== tab.url || JSON.stringify(after.of) !== JSON.stringify(of))
    throw new NotTaken('not-read');
  return { image, at, of };
}

/**
 * @param {{ of: PictureOf, at: string, covered: number, data: string }} picture `data`: in base64
 * @returns {Promise<{ seq: number }>}
 */
export async function pictureKeep({ of, at, covered, data }) {
  const bytes = Uint8Array.from(atob(String(data)), letter => letter.charCodeAt(0));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const whole = { id: crypto.randomUUID(), of, at, covered, sha256, size: bytes.length };
  await deliver({ userAction: true });
  let answer = null;
  for (let from = 0; from < bytes.length; from += PART) {
    const part = data.slice((from / 3) * 4, ((from + PART) / 3) * 4);
    answer = await ask('picture', { ...whole, from, data: part });
  }
  if (!answer?.seq) throw new HostFailure('protocol', 'picture was not acknowledged');
  return { seq: answer.seq };
}
