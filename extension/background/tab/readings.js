/**
 * What is known of each tab, in storage.session: it outlives the worker and never the browser. A
 * tab's knowledge belongs to one place (origin and path); when the tab is elsewhere it is not
 * shown.
 */
import { makeSerial, session } from '../ground/store.js';

/** @import { ContentMessage, Reading, TabState } from '../../shared/types.d.ts' */

const serial = makeSerial();

/** @param {number} tabId */
const keyFor = tabId => `tab:${tabId}`;

/** @param {string | undefined} url */
export function placeOf(url) {
  if (!url || !URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/**
 * @param {number} tabId
 * @returns {Promise<TabState | null>}
 */
export async function tabState(tabId) {
  return (await session.get(keyFor(tabId))) ?? null;
}

/** @returns {Promise<[number, TabState][]>} */
export async function allTabs() {
  return Object.entries(await session.all())
    .filter(([key]) => key.startsWith('tab:'))
    .map(([key, state]) => [Number(key.slice(4)), state]);
}

/** @param {number} tabId */
export function forget(tabId) {
  return serial(() => session.remove(keyFor(tabId)));
}

/**
 * @param {number} tabId
 * @param {string | undefined} url of the tab or frame that sent the message
 * @param {ContentMessage} message
 * @param {string | null} [document] the browser's name of the document that says it
 * @returns {Promise<TabState | null>} the new state; null when the tab has left
 */
export function update(tabId, url, message, document = null) {
  return serial(async () => {
    const next = apply(await tabState(tabId), placeOf(url), message, document);
    if (next) await session.set(keyFor(tabId), next);
    else await session.remove(keyFor(tabId));
    return next;
  });
}

/**
 * Pure part of `update`.
 * @param {TabState | null} state
 * @param {string} place
 * @param {ContentMessage} message
 * @param {string | null} [document]
 * @returns {TabState | null}
 */
export function apply(state, place, message, document = null) {
  const fresh = {
    platform: message.platform,
    place,
    document,
    injected: false,
    settling: true,
    rev: 0,
    readings: [],
    form: null,
  };
  const same = document === null || !state?.document || state.document === document;
  // a last word of the document before: the tab's new one has spoken since
  if (!same && message.type !== 'page') return state;
  const known =
    state && state.platform === message.platform && state.place === place ? state : fresh;
  const base = message.type === 'page' ? known : { ...known, injected: true }; // its engine speaks
  switch (message.type) {
    case 'left':
      return null;
    case 'page':
      return fresh; // its engine says all of it
    case 'settling':
      return { ...base, settling: true, readings: [] }; // all of it is said again
    case 'reading':
      return {
        ...base,
        settling: message.wait === true,
        rev: message.rev,
        ...replace(base, message.reading),
      };
    case 'form':
      return {
        ...base,
        settling: false,
        rev: message.rev,
        form: { step: message.step, at: message.at, control: message.control },
      };
    default:
      return /** @type {never} */ (message);
  }
}

/**
 * One reading a control: a page shows one unit and one account at a time. A reading that names
 * another account replaces what was read of the account before. A change is known until the control
 * is loaded anew.
 * @param {TabState} state
 * @param {Reading} reading
 * @returns {Pick<TabState, 'readings' | 'changes'>}
 */
function replace({ readings, changes = {} }, reading) {
  const { control, visit } = reading;
  const others = readings.filter(
    other =>
      other.control !== control &&
      (other.account === reading.account || other.account === null || reading.account === null),
  );
  const { [control]: before, ...rest } = changes;
  const change =
    reading.how === 'changed'
      ? { visit, at: reading.at }
      : reading.how !== 'loaded' && before?.visit === visit
        ? before
        : null;
  return {
    readings: [...others, { ...reading, changedAt: change?.at ?? null }],
    changes: change ? { ...rest, [control]: change } : rest,
  };
}

/** The engine is in the tab's document. @param {number} tabId @param {string | null} document */
export function noteInjected(tabId, document) {
  return serial(async () => {
    const state = await tabState(tabId);
    if (state && (state.document ?? null) === document)
      await session.set(keyFor(tabId), { ...state, injected: true });
  });
}
