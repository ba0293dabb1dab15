/**
 * The one mapping from what the engine saw to an entry of the log (host/PROTOCOL.md, `record`).
 * Pure.
 */

import { ASSISTED } from '../../shared/verdict.js';
import { unitLost } from '../../shared/why.js';

/** @import { ContentMessage, Entry, Line, Platform } from '../../shared/types.d.ts' */

/**
 * Reasons of an unknown that say something about the control, and so belong into the log. The
 * others only say that this was not the moment or the page to look.
 */
const RECORDED = new Set([
  'layout-changed',
  'not-found',
  'ambiguous',
  'conflict',
  'mixed',
  'locked',
  'not-offered',
]);

/**
 * A state is true of the team, site or blog on whose page it was read. Where the page does not name
 * it, two of them would be one line of the log, which then changes its mind: the state is shown,
 * and the log keeps that it was seen and that nobody can tell whose it is.
 *
 * A document that can give no new loaded reading (`again`) shows its state and records none, unless
 * it was changed there. A doubt about a change, or about a reading that the page itself turned
 * round, is recorded: what was told does not stand.
 * @param {Extract<ContentMessage, { type: 'reading' }>} message
 * @param {Platform | null} platform whose reading it is
 * @param {string} browser for example `chromium 156`
 * @param {string} id a fresh UUID; it makes sending twice harmless
 * @param {string | null} [joins] id of the entry of the same visit that was made before the account
 *   was named
 * @returns {Entry | null} null: shown, not recorded
 */
export function entryOfReading(message, platform, browser, id, joins = null) {
  const { reading } = message;
  const apart = reading.training !== 'unknown' && unitLost(platform, reading);
  if (reading.other) return null; // a setting with another purpose is no fact about training
  if (reading.training === 'unknown' && !RECORDED.has(reading.why) && !reading.doubt) return null;
  if (reading.training !== 'unknown' && reading.again && reading.how !== 'changed') return null;
  return {
    id,
    at: reading.at,
    platform: message.platform,
    control: reading.control,
    account: reading.account,
    unit: reading.unit,
    basis: 'seen',
    training: apart ? 'unknown' : reading.training,
    why: apart ? 'ambiguous' : reading.why,
    sure: apart ? 'none' : reading.sure,
    actor: apart ? 'none' : reading.actor,
    raw: reading.raw,
    how: apart ? null : reading.how,
    joins,
    evidence: {
      label: reading.label,
      lang: reading.lang,
      route: reading.route,
      by: reading.assisted ? [...reading.by, ASSISTED] : reading.by,
      rule: message.platform,
      rev: message.rev,
    },
    browser,
  };
}

/**
 * A step of an objection form. It is an event, never a state.
 * @param {Extract<ContentMessage, { type: 'form' }>} message
 * @param {string} browser
 * @param {string} id
 * @returns {Entry}
 */
export function entryOfForm(message, browser, id) {
  return {
    id,
    at: message.at,
    platform: message.platform,
    control: message.control,
    account: null,
    unit: null,
    basis: 'form',
    training: 'unknown',
    why: 'ok',
    sure: 'none',
    actor: 'user',
    raw: message.step,
    evidence: {
      label: null,
      lang: message.lang,
      route: message.route,
      by: [],
      rule: message.platform,
      rev: message.rev,
    },
    browser,
  };
}

/**
 * The user's answer to "it is allowed again".
 * @param {Pick<Line, 'platform' | 'control' | 'account' | 'unit'>} line
 * @param {'me' | 'not-me'} answer
 * @param {string} browser
 * @param {string} id
 * @param {string} at
 * @returns {Entry}
 */
export function entryOfAnswer(line, answer, browser, id, at) {
  return entryOfWord(line, answer === 'me' ? 'answer-me' : 'answer-not-me', browser, id, at);
}

/**
 * A word of the user about a line that says nothing about training: an answer, or that the line is
 * dropped.
 * @param {Pick<Line, 'platform' | 'control' | 'account' | 'unit'>} line
 * @param {'answer-me' | 'answer-not-me' | 'dropped'} raw
 * @param {string} browser
 * @param {string} id
 * @param {string} at
 * @returns {Entry}
 */
export function entryOfWord(line, raw, browser, id, at) {
  return {
    id,
    at,
    platform: line.platform,
    control: line.control,
    account: line.account,
    unit: line.unit,
    basis: 'declared',
    training: 'unknown',
    why: 'ok',
    sure: 'none',
    actor: 'user',
    raw,
    evidence: null,
    browser,
  };
}
