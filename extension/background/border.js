/**
 * What content scripts send is untrusted: a page may have taken over the process it runs in.
 * Everything is checked here once; behind this border the shapes of types.d.ts hold. Pure: no
 * browser API, no DOM.
 *
 * Anything malformed is refused as a whole (null), with two exceptions that lose no truth: texts
 * for display are cut at a whole character, and an account or unit that is too long becomes null,
 * since a cut name could be another's.
 */
import { isOn } from '../shared/hosts.js';
import {
  AGAIN,
  BOUNDS as ENTRY,
  SEEN_STEP,
  SLUG,
  SURE,
  TRAINING,
  WHY,
} from '../shared/vocabulary.js';
import { clamp } from './ground/utf8.js';

/** @import { ContentMessage, Platform, Reading } from '../shared/types.d.ts' */

/** Of what the extension keeps for itself; the others are the host's. */
export const BOUNDS = { ...ENTRY, report: 8000, shown: 300 };

const VISIT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** The host refuses control characters. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * @param {unknown} message
 * @param {{ id?: string, url?: string, frameId?: number, documentLifecycle?: string, tab?: { id?:
 *   number, incognito?: boolean } }} sender
 * @param {string} ownId runtime.id
 * @param {Platform[]} platforms
 * @returns {ContentMessage | null} null: not for us, drop it
 */
export function check(message, sender, ownId, platforms) {
  if (!isObject(message) || message.v !== 1) return null;
  // a page that is prerendered is no frame 0 yet, and may say no more than that it is there
  const prerendered = sender.documentLifecycle === 'prerender';
  if (prerendered ? message.type !== 'page' : sender.frameId !== 0) return null;
  if (sender.id !== ownId || sender.tab?.id === undefined || sender.tab.incognito) return null;
  if (message.type === 'routes') {
    const asks = platforms.find(one => (one.own || one.mended) && isOn(one, sender.url));
    return asks && !prerendered ? { type: 'routes', platform: asks.id } : null;
  }
  const platform = message.platform;
  const its = platforms.find(({ id }) => id === platform);
  if (typeof platform !== 'string' || !its || !isOn(its, sender.url)) return null;
  switch (message.type) {
    case 'page':
      return { type: 'page', platform, ...(prerendered && { prerendered }) };
    case 'left':
    case 'settling':
      return { type: message.type, platform };
    case 'reading': {
      const reading = checkReading(message.reading, its, message);
      if (!reading || !isRev(message.rev) || !isSlug(message.page)) return null;
      return {
        type: 'reading',
        platform,
        rev: message.rev,
        page: message.page,
        reading,
        ...(message.wait === true ? { wait: true } : {}),
      };
    }
    case 'form':
      if (!isRev(message.rev) || !isSlug(message.page) || !isSlug(message.control)) return null;
      if (!SEEN_STEP.has(message.step) || !isTime(message.at)) return null;
      return {
        type: 'form',
        platform,
        rev: message.rev,
        page: message.page,
        control: message.control,
        step: /** @type {any} */ (message.step),
        route: route(message.route),
        lang: text(message.lang, BOUNDS.lang),
        at: message.at,
      };
    default:
      return null;
  }
}

/**
 * @param {unknown} value
 * @param {Platform} platform
 * @param {Record<string, unknown>} message around it
 * @returns {Reading | null}
 */
function checkReading(value, platform, message) {
  if (!isObject(value) || !isSlug(value.control) || !isTime(value.at)) return null;
  const { training, why, sure } = value;
  if (!TRAINING.has(training) || !WHY.has(why) || !SURE.has(sure)) return null;
  // A state needs a reason `ok` and some sureness; an unknown never carries sureness. A page cannot
  // mix them.
  if (training !== 'unknown' && (why !== 'ok' || sure === 'none')) return null;
  const detail = isObject(value.detail) ? value.detail : {};
  // the packaged rule decides as well as the page: a setting with another purpose can never become
  // a
  // fact about training
  const other =
    detail.kind === 'not-training' ||
    (platform.controls.find(({ id }) => id === value.control)?.kind ?? platform.kind) ===
      'not-training';
  if (other && training !== 'unknown') return null;
  if (training === 'unknown' && why === 'ok' && !other) return null;
  if (!Array.isArray(value.by) || !value.by.every(item => isSlug(item))) return null;
  // what the user pointed at, and took back or gave another meaning since, says nothing any more
  const own = platform.own?.[value.control];
  if (platform.own && !(own && Number(message.rev) >= own.since)) return null;
  const mended = mendedOn(platform, message.page, value.control);
  const proven = mended === null && (!own || own.proven);
  const kept = keptOf({ ...message, ...value }, String(training), sure, proven);
  return {
    control: value.control,
    training: /** @type {any} */ (training),
    why: /** @type {any} */ (why),
    raw: text(value.raw, BOUNDS.raw),
    by: value.by.slice(0, 16),
    label: text(value.label, BOUNDS.label),
    lang: text(value.lang, BOUNDS.lang),
    account: name(value.account, BOUNDS.account),
    unit: name(value.unit, BOUNDS.unit),
    route: route(value.route),
    at: value.at,
    ...kept,
    report: text(
      typeof detail.report === 'string'
        ? detail.report
        : detail.report && JSON.stringify(detail.report),
      BOUNDS.report,
    ),
    other,
    locked: detail.locked === true,
    shown: text(detail.shown, BOUNDS.shown),
    ...(mended && { mended }),
    // of a loaded permission that is sure; a page cannot offer more
    ...(value.operable === true &&
      training === 'allowed' &&
      kept.sure === 'sure' &&
      kept.how === 'loaded' && { operable: true }),
    ...(value.assisted === true && kept.how === 'changed' && { assisted: true }),
  };
}

/**
 * How it was seen, and how sure that makes it. A page cannot have both a person's change and
 * sureness, nor a state that its document cannot give and a loaded reading. An older content script
 * tells nothing of it.
 * @param {Record<string, unknown>} said
 * @param {string} training
 * @param {unknown} sure
 * @param {boolean} proven its place and meaning rest on a rule, or both of its states were read
 * @returns {Pick<Reading, 'how' | 'visit' | 'loadedAt' | 'again' | 'doubt' | 'sure' | 'actor'>}
 */
function keptOf({ how, visit, loadedAt, again, doubt, actor }, training, sure, proven) {
  const known = training !== 'unknown';
  const why = AGAIN.has(again) ? /** @type {any} */ (again) : null;
  const changed = known && how === 'changed';
  const loaded = known && how === 'loaded' && why === null;
  const likely = changed || ((why !== null || !proven) && sure === 'sure');
  return {
    how: changed ? 'changed' : loaded ? 'loaded' : null,
    visit: typeof visit === 'string' && VISIT.test(visit) ? visit : null,
    loadedAt: isTime(loadedAt) ? loadedAt : null,
    again: why,
    doubt: !known && doubt === true,
    sure: !known ? 'none' : likely ? 'likely' : /** @type {any} */ (sure),
    actor: changed || (how === undefined && actor === 'user') ? 'user' : 'none',
  };
}

/**
 * The day on which the user pointed at the control, where it was found by that.
 * @param {Platform} platform
 * @param {unknown} page
 * @param {string} control
 */
function mendedOn({ mended }, page, control) {
  return page === `own-${control}` ? (mended?.[control] ?? null) : null;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isSlug(value) {
  return typeof value === 'string' && SLUG.test(value);
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isRev(value) {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isTime(value) {
  return typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * @param {unknown} value
 * @param {number} bytes
 */
function text(value, bytes) {
  if (typeof value !== 'string') return null;
  return clamp(value.replace(CONTROL, ' ').trim(), bytes).trim() || null;
}

/**
 * @param {unknown} value
 * @param {number} bytes
 */
function name(value, bytes) {
  const whole = text(value, bytes);
  return whole === value ? whole : null;
}

/**
 * The path alone: a query or fragment may hold secrets.
 * @param {unknown} value
 */
function route(value) {
  if (typeof value !== 'string' || !value.startsWith('/')) return null;
  return clamp(value.split(/[?#]/, 1)[0].replace(CONTROL, ''), BOUNDS.route);
}
