/**
 * "Are you opted out everywhere?", answered by the log's lines in one sentence that is true of
 * every platform the user chose, and the parts of the bar below it. "Yes" is said only where each
 * setting was seen to be off, and nothing newer waits for the log. Pure.
 */
import { counted } from '../../../shared/counts.js';
import { kindOf, standingOf } from '../../../shared/standing.js';
import { unknownPlatform } from './rows.js';

/** @import { Entry, Line, Platform } from '../../../shared/types.d.ts' */
/** @import { Kind, Who } from '../../../shared/standing.js' */

/**
 * @typedef {Kind | 'waiting' | 'beside'} Part waiting: a newer reading is on its way to the log;
 *   beside: in the log, but not chosen, or not about training
 * @typedef {{ platform: Platform, part: Part, all: Who[], differ: boolean, partly: boolean,
 *   oldest: string | null }} Standing partly: a setting was never read for one of its accounts
 * @typedef {{ key: string, values: string[], tone: 'allowed' | 'denied' | 'likely' | 'unknown' |
 *   'none', notes: { key: string, values: string[] }[], oldest: string | null }} Answer
 */

/** So many names stand in a sentence; of more there is the number. */
const NAMED = 5;

/**
 * @param {{ platforms: Platform[], lines: Line[], followed: string[], waiting: Pick<Entry,
 *   'platform' | 'basis'>[] }} state
 * @returns {Standing[]} one a platform that was chosen or is in the log
 */
export function standingsOf({ platforms, lines, followed, waiting }) {
  const known = platforms.filter(({ id }) => lines.some(line => line.platform === id));
  const gone = [...new Set(lines.map(line => line.platform))]
    .filter(id => !platforms.some(platform => platform.id === id))
    .map(unknownPlatform);
  const waits = new Set(waiting.filter(({ basis }) => basis === 'seen').map(one => one.platform));
  const mine = platforms.filter(({ id, kind }) => followed.includes(id) && kind !== 'not-training');
  const beside = [...known, ...gone].filter(platform => !mine.includes(platform));
  return [
    ...mine.map(platform => standing(platform, lines, waits)),
    ...beside.map(platform => ({
      ...standing(platform, lines, waits),
      part: /** @type {Part} */ ('beside'),
    })),
  ];
}

/** @type {Part[]} */
const ORDER = [
  'denied',
  'likelyDenied',
  'allowed',
  'likelyAllowed',
  'changed',
  'unknown',
  'unchecked',
  'waiting',
  'beside',
];

/** @param {Line} line whether a page was looked at for it */
const isRead = line => kindOf(line) !== 'unchecked' || line.why === 'not-offered';

/** @param {Line[]} lines of one account @param {{ id: string }} control */
const isReadIn = (lines, control) =>
  lines.some(line => line.control === control.id && isRead(line));

/**
 * @param {Platform} platform
 * @param {Line[]} lines
 * @param {Set<string>} waits ids
 * @returns {Standing}
 */
function standing(platform, lines, waits) {
  const own = counted(
    [platform],
    lines.filter(line => line.platform === platform.id),
  );
  const { kind, all, differ } = standingOf(own);
  const accounts = [...new Set(own.map(({ account }) => account))].map(account =>
    own.filter(line => line.account === account),
  );
  // a form shows no state that could be read
  const readable = platform.controls.filter(one => !['not-training', 'form'].includes(one.kind));
  return {
    platform,
    part: waits.has(platform.id) ? 'waiting' : kind,
    all,
    differ,
    partly: own.some(isRead) && accounts.some(its => readable.some(one => !isReadIn(its, one))),
    oldest:
      own
        .filter(line => kindOf(line) !== 'unchecked' && line.seen !== null)
        .map(line => line.seen ?? '')
        .sort()[0] ?? null,
  };
}

/**
 * @param {Standing[]} standings
 * @returns {{ part: Part, count: number }[]} in the bar's order, without those that are none
 */
export function partsOf(standings) {
  return ORDER.map(part => ({
    part,
    count: standings.filter(one => one.part === part).length,
  })).filter(({ count }) => count > 0);
}

/** @param {Standing[]} standings @returns {Map<string, Part>} by platform */
export const partOf = standings =>
  new Map(standings.map(({ platform, part }) => [platform.id, part]));

/** @param {Who} who whether it was changed to allowed, and never seen so since */
const turnedOn = ({ kind, line }) => kind === 'changed' && line.training === 'allowed';

/** @param {Standing[]} standings @returns {Answer} */
export function answerOf(standings) {
  const mine = standings.filter(({ part }) => part !== 'beside');
  const of = (/** @type {Part} */ part) => mine.filter(one => one.part === part);
  const on = of('allowed');
  const maybe = [...of('likelyAllowed'), ...of('changed').filter(one => one.all.some(turnedOn))];
  const partly = mine.filter(one => one.partly && one.part !== 'waiting');
  const notes = [
    note('answerPartly', partly),
    note('answerWaiting', of('waiting')),
    note(
      'answerBeside',
      standings.filter(({ part }) => part === 'beside'),
    ),
  ].flat();
  const say = (
    /** @type {string} */ key,
    /** @type {Answer['tone']} */ tone,
    /** @type {string[]} */ values = [],
    /** @type {string | null} */ oldest = null,
  ) => ({ key, values, tone, notes, oldest });
  if (mine.length === 0) return say('answerNone', 'none');
  if (on.length > 0)
    return say('answerAllowed', 'allowed', [names(on, ({ kind }) => kind === 'allowed')]);
  if (maybe.length > 0)
    return say('answerAllowedLikely', 'likely', [
      names(maybe, who => who.kind === 'likelyAllowed' || turnedOn(who)),
    ]);
  const doubt = of('likelyDenied');
  const off = of('denied').filter(one => !one.partly).length;
  if (off + doubt.length < mine.length || partly.length > 0) {
    if (of('unchecked').length === mine.length) return say('answerUnchecked', 'none');
    return say('answerOpen', 'unknown', [String(off), String(mine.length)]);
  }
  const oldest = mine.map(one => one.oldest ?? '').sort()[0] || null;
  return doubt.length > 0
    ? say(
        'answerDeniedLikely',
        'likely',
        [names(doubt, who => who.kind === 'likelyDenied')],
        oldest,
      )
    : say('answerDenied', 'denied', [], oldest);
}

/** @param {string} key @param {Standing[]} which */
function note(key, which) {
  return which.length > 0 ? [{ key, values: [names(which)] }] : [];
}

/**
 * Names for a sentence; of a platform whose accounts do not stand alike, those that are meant.
 * @param {Standing[]} which
 * @param {(who: Who) => boolean} [meant]
 */
function names(which, meant) {
  const all = which.map(({ platform, all: whose, differ }) => {
    const accounts = meant && differ ? whose.filter(meant).map(({ name }) => name) : [];
    const named = accounts.filter(name => name !== null);
    return named.length > 0 && named.length === accounts.length
      ? `${platform.name} (${named.join(', ')})`
      : platform.name;
  });
  const more = all.length - NAMED;
  return [...all.slice(0, NAMED), ...(more > 0 ? [`+${more}`] : [])].join(', ');
}
