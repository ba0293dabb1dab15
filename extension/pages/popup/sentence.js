/**
 * What the popup says first, decided without a DOM. The page's own verdict, else what was last seen of the platform,
 * else what to do next. Never says more than was seen: away from the settings page everything is "when last seen".
 */
import { saying } from '../../shared/trainers.js';
import { pageVerdict, signs } from '../../shared/verdict.js';
import { WHY_TEXT, reasonOf } from '../../shared/why.js';
import { factsOf } from './facts.js';

/** @import { Health, Platform, PopupState, Reading, Without } from '../../shared/types.d.ts' */

/**
 * @typedef {'allowed' | 'denied' | 'unknown' | 'form' | 'none' | 'settling'} Tone picks colour and icon
 * @typedef {'open' | 'open-form' | 'read' | 'read-again' | 'allow' | 'choose' | 'dashboard' | null} Action the one primary button
 * @typedef {{ key: string, values: string[] }} Text
 * @typedef {'sure' | 'likely' | 'reported'} HowKind likely: one sign alone; reported: the rule itself rests on reports
 * @typedef {{ tone: Tone, likely: boolean, sentence: Text, reason: Text | null, how: { kind: HowKind, reading: Reading } | null,
 *   facts: Text[], account: string | null, lastSeen: string | null, action: Action, report: Reading | null,
 *   health: Health | null, without: Without | null, scope: string | null, beside: Reading[], regions: boolean }} View
 *   scope: control whose scope is shown; beside: settings with another purpose; regions: show where it is offered
 */

/** Reasons under which a report helps whoever mends the rule. */
const REPORTED = new Set(['layout-changed', 'ambiguous', 'conflict', 'not-found']);
/** Reasons of a control that is on the page. */
const THERE = new Set(['ok', 'locked', 'unsaved', 'mixed']);

/**
 * @param {PopupState} state
 * @returns {View}
 */
export function viewOf(state) {
  const { platform, state: page, granted, without } = state.tab;
  if (!platform) return without ? withoutControl(without) : elsewhere(state);
  const name = platform.name;
  if (!granted) return view('unknown', 'sentenceNoAccess', [name], { reason: WHY_TEXT['no-access'], action: 'allow' });
  if (page?.form) {
    const key = { reached: 'formReached', submitted: 'formSubmitted', confirmed: 'formConfirmed' }[page.form.step];
    return view('form', key, [name], { reason: 'formNote', scope: page.form.control, regions: true });
  }
  if (page?.settling) return view('settling', 'sentenceSettling', [], {});
  const others = page?.readings.filter(({ other, why }) => other && why !== 'other-page') ?? [];
  const beside = others.filter(({ why }) => THERE.has(why));
  const verdict = page && pageVerdict(page.readings);
  if (!verdict) return others.length > 0 ? otherPurpose(platform, beside.length > 0 ? beside : others.slice(0, 1)) : lastSeen(state, name);
  if (verdict.training === 'unknown') return unknown(state, verdict.decides, beside);
  const { decides, likely } = verdict;
  const allowed = verdict.training === 'allowed';
  return view(verdict.training, saying((allowed ? 'sentenceAllowed' : 'sentenceDenied') + (likely ? 'Likely' : ''), platform), [name], {
    likely, how: { kind: !likely ? 'sure' : signs(decides) > 1 ? 'reported' : 'likely', reading: decides }, account: decides.account,
    facts: factsOf(platform, decides), reason: allowed && !decides.locked ? 'hintAllowed' : null, action: 'read-again', scope: decides.control, beside,
  });
}

/** @param {PopupState} state @param {Reading} decides @param {Reading[]} beside @returns {View} */
function unknown(state, decides, beside) {
  const { platform, health } = state.tab;
  const { why, account, control } = decides;
  const name = platform?.name ?? '';
  if (why === 'other-page') return { ...lastSeen(state, name), beside };
  return view('unknown', 'sentenceUnknown', [name], {
    // the rule's own line says the same with a date
    reason: health && why === 'layout-changed' ? null : reasonOf(platform, decides), action: 'read', account,
    facts: platform ? factsOf(platform, decides) : [], report: REPORTED.has(why) ? decides : null, health, scope: control, beside,
    regions: why === 'not-offered',
  });
}

/** Only settings with another purpose are on this page. @param {Platform} platform @param {Reading[]} readings @returns {View} */
function otherPurpose(platform, readings) {
  const [first, ...beside] = readings;
  const control = platform.controls.find(({ id }) => id === first.control);
  const read = first.why === 'ok' && (first.raw === 'on' || first.raw === 'off');
  return view('none', 'otherSentence', [control?.name ?? platform.name], {
    reason: read ? { on: 'otherOn', off: 'otherOff' }[String(first.raw)] : 'otherUnread', account: first.account,
    facts: factsOf(platform, first), action: 'read-again', scope: first.control, beside,
  });
}

/** @param {Without} without @returns {View} */
function withoutControl(without) {
  const key = { none: 'withoutNone', 'app-only': 'withoutAppOnly', 'cannot-read': 'withoutCannotRead' }[without.kind];
  return view('none', key, [without.name], { without });
}

/** @param {PopupState} state @returns {View} */
function elsewhere(state) {
  return state.anyGranted
    ? view('none', 'sentenceElsewhere', [], { action: 'dashboard' })
    : view('none', 'sentenceStart', [], { action: 'choose' });
}

/** @param {PopupState} state @param {string} name @returns {View} */
function lastSeen(state, name) {
  const { platform, line, health, without } = state.tab;
  if (platform?.kind === 'not-training') {
    return without ? { ...withoutControl(without), action: 'open' } : view('none', 'otherPlatform', [name], { action: 'open' });
  }
  const isForm = platform?.kind === 'form';
  if (!line || line.basis === 'form') {
    return isForm
      ? view('none', 'sentenceFormPlatform', [name], { reason: 'formNote', action: 'open-form', scope: platform?.controls[0]?.id ?? null, regions: true })
      : view('none', 'sentenceUnchecked', [name], { action: 'open', health });
  }
  // what the user said was never seen: neither told as seen, nor dated by a look that showed something else
  if (line.basis === 'declared') {
    const said = line.training === 'denied' ? 'sentenceSaidDenied' : 'sentenceLastUnknown';
    return view('none', saying(said, platform), [name], { account: line.account, action: 'open', reason: line.stale && !health ? reasonOf(platform, line) : null, health, scope: line.control });
  }
  const key = { allowed: 'sentenceLastAllowed', denied: 'sentenceLastDenied', unknown: 'sentenceLastUnknown' }[line.training];
  // an old reading is never coloured as if it were the state now
  return view('none', saying(key, platform), [name], {
    facts: line.sure === 'likely' && line.training !== 'unknown' ? [{ key: 'sureLikely', values: [] }] : [],
    lastSeen: line.seen, account: line.account, action: 'open', reason: line.stale && !health ? reasonOf(platform, line) : null, health, scope: line.control,
  });
}

/**
 * @param {Tone} tone
 * @param {string} key
 * @param {string[]} values
 * @param {Partial<Omit<View, 'reason'>> & { reason?: string | null }} rest
 * @returns {View}
 */
function view(tone, key, values, rest) {
  const { reason, ...others } = rest;
  return {
    tone, likely: false, sentence: { key, values }, reason: reason ? { key: reason, values: [] } : null,
    how: null, facts: [], account: null, lastSeen: null, action: null, report: null,
    health: null, without: null, scope: null, beside: [], regions: false, ...others,
  };
}
