/**
 * What the popup says first about the page in front of the user, decided without a DOM. The page's
 * own verdict, else what the log last saw of the platform (away.js), else what to do next. Never
 * says more than was seen.
 */
import { AGAIN, formOf, isKnown, sentenceKey, unknownKey } from '../../shared/sentences.js';
import { pageVerdict, signs } from '../../shared/verdict.js';
import { hasOtherDay } from '../../shared/when.js';
import { WHY_TEXT, reasonOf } from '../../shared/why.js';
import { awayView } from './away.js';
import { factsOf, partsOf } from './facts.js';
import { view } from './view.js';

/** @import { Line, Platform, PopupState, Reading } from '../../shared/types.d.ts' */
/** @import { TabReading, Without } from '../../shared/types.d.ts' */
/** @import { Verdict } from '../../shared/verdict.js' */
/** @import { HowKind, View } from './view.js' */

/** Reasons under which a report helps whoever mends the rule. */
const REPORTED = new Set(['layout-changed', 'ambiguous', 'conflict', 'not-found']);
/** Reasons of a control that is on the page. */
const THERE = new Set(['ok', 'locked', 'unsaved', 'mixed']);

/**
 * @param {PopupState} state
 * @param {number} [now] milliseconds
 * @returns {View}
 */
export function viewOf(state, now = Date.now()) {
  const { platform, state: page, granted, readable, without } = state.tab;
  if (!platform) return without ? withoutControl(without) : elsewhere(state);
  const name = platform.name;
  if (!granted)
    return view('unknown', 'sentenceNoAccess', [name], {
      reason: readable ? 'readOnceNote' : WHY_TEXT['no-access'],
      action: readable ? 'read-once' : 'allow',
    });
  if (page?.form) {
    const key = { reached: 'formReached', submitted: 'formSubmitted', confirmed: 'formConfirmed' }[
      page.form.step
    ];
    return view('form', key, [name], {
      reason: 'formNote',
      scope: page.form.control,
      regions: true,
    });
  }
  if (page?.settling)
    return state.storage
      ? view('unknown', 'storageFailed', [], { reason: 'storageFix', action: 'reload' })
      : view('settling', 'sentenceSettling', [], {});
  const others = page?.readings.filter(({ other, why }) => other && why !== 'other-page') ?? [];
  const beside = others.filter(({ why }) => THERE.has(why));
  const verdict = page && pageVerdict(page.readings, now);
  if (!verdict)
    return others.length > 0
      ? otherPurpose(platform, beside.length > 0 ? beside : others.slice(0, 1))
      : away(state);
  if (verdict.training === 'unknown') return unknown(state, verdict.decides, beside);
  if (verdict.again) return shownOnly(platform, verdict, beside);
  return said(state, platform, verdict, beside, now);
}

/**
 * What was read.
 * @param {PopupState} state
 * @param {Platform} platform
 * @param {Verdict} verdict
 * @param {Reading[]} beside
 * @param {number} now
 * @returns {View}
 */
function said(state, platform, verdict, beside, now) {
  const { decides, weight, training, changedAt, counted } = verdict;
  if (!isKnown(training)) throw new TypeError('an unknown has no sentence of a state');
  const line = lineOf(state, decides);
  const undone =
    training === 'allowed' && weight === 'sure' && line?.kept === 'not-kept'
      ? (line.before?.last ?? null)
      : null;
  const event = undone ?? changedAt;
  // "at 18:05" is of today only; another day is told with its date, in the form that has room for
  // one
  const form = event && hasOtherDay(event, now) ? formOf(platform, []) : formOf(platform, counted);
  const key = sentenceKey({ when: undone ? 'not-kept' : 'now', form, training, weight });
  const changed = weight === 'changed';
  return view(training, key, [platform.name], {
    at: event,
    weight,
    account: decides.account,
    scope: decides.control,
    beside,
    parts: partsOf(platform, counted),
    how: changed ? null : { kind: howOf(platform, verdict), reading: decides },
    facts: [
      ...(confirmedAgain(line, verdict) ? [{ key: 'confirmedAgain', values: [] }] : []),
      ...factsOf(platform, decides, counted.length),
    ],
    reason: changed
      ? 'changedReload'
      : training === 'allowed' && !decides.locked
        ? 'hintAllowed'
        : null,
    action: changed ? 'reload-confirm' : 'read-again',
    limits: training === 'denied',
  });
}

/** @param {Platform} platform @param {Verdict} verdict @returns {HowKind} */
function howOf(platform, { likely, decides }) {
  if (!likely) return 'sure';
  const own = platform.own?.[decides.control];
  if (own && !own.proven) return own.states < 2 ? 'own' : 'probable';
  if (signs(decides) < 2) return 'likely';
  const grade = platform.controls.find(({ id }) => id === decides.control)?.grade ?? platform.grade;
  return grade === 'C' ? 'reported' : 'probable';
}

/**
 * The log's line of what was read.
 * @param {PopupState} state
 * @param {Reading} reading
 * @returns {Line | null}
 */
function lineOf(state, { control, account, unit }) {
  return (
    state.tab.lines?.find(
      line => line.control === control && line.account === account && line.unit === unit,
    ) ?? null
  );
}

/**
 * Whether an earlier document said the same, or a person had changed it so, before this one was
 * loaded.
 * @param {Line | null} line
 * @param {Verdict} verdict
 */
function confirmedAgain(line, { decides, training, weight }) {
  if (weight !== 'sure' || line?.kept !== 'confirmed' || line.run?.training !== training)
    return false;
  return decides.loadedAt !== null && line.run.first < decides.loadedAt;
}

/**
 * A document that proves nothing of now: when it was loaded, and how to learn more.
 * @param {Platform} platform
 * @param {Verdict} verdict
 * @param {Reading[]} beside
 * @returns {View}
 */
function shownOnly(platform, { again, decides, weight, training, counted }, beside) {
  if (!again || !isKnown(training)) throw new TypeError('nothing that has to be loaded again');
  const key = sentenceKey({ when: 'last', form: formOf(platform, []), training, weight });
  return view('none', AGAIN[again], [], {
    at: again === 'old' ? (decides.loadedAt ?? decides.at) : null,
    reason: 'againReload',
    action: 'reload',
    account: decides.account,
    scope: decides.control,
    beside,
    // what was loaded then is a look of then; what was touched or restored is none
    facts: [
      ...(again === 'old' && decides.how === 'loaded' ? [{ key, values: [platform.name] }] : []),
      ...factsOf(platform, decides, counted.length),
    ],
  });
}

/**
 * @param {PopupState} state
 * @param {TabReading} decides
 * @param {Reading[]} beside
 * @returns {View}
 */
function unknown(state, decides, beside) {
  const { platform, health } = state.tab;
  const { why, account, control } = decides;
  const name = platform?.name ?? '';
  if (why === 'other-page') return { ...away(state), beside };
  return view('unknown', unknownKey('now', platform), [name], {
    // the rule's own line says the same with a date
    reason: health && why === 'layout-changed' ? null : reasonOf(platform, decides),
    action: 'read',
    account,
    facts: platform ? factsOf(platform, decides) : [],
    report: REPORTED.has(why) ? decides : null,
    health,
    scope: control,
    beside,
    regions: why === 'not-offered',
  });
}

/**
 * Only settings with another purpose are on this page.
 * @param {Platform} platform
 * @param {Reading[]} readings
 * @returns {View}
 */
function otherPurpose(platform, readings) {
  const [first, ...beside] = readings;
  const control = platform.controls.find(({ id }) => id === first.control);
  const read = first.why === 'ok' && (first.raw === 'on' || first.raw === 'off');
  return view('none', 'otherSentence', [control?.name ?? platform.name], {
    reason: read ? { on: 'otherOn', off: 'otherOff' }[String(first.raw)] : 'otherUnread',
    account: first.account,
    facts: factsOf(platform, first),
    action: 'read-again',
    scope: first.control,
    beside,
  });
}

/** @param {Without} without @returns {View} */
function withoutControl(without) {
  const key = {
    none: 'withoutNone',
    'app-only': 'withoutAppOnly',
    'cannot-read': 'withoutCannotRead',
  }[without.kind];
  return view('none', key, [without.name], { without });
}

/** @param {PopupState} state @returns {View} */
function elsewhere(state) {
  return state.anyGranted
    ? view('none', 'sentenceElsewhere', [], { action: 'dashboard' })
    : view('none', 'sentenceStart', [], { action: 'choose' });
}

/** On the platform, and not on a page that was read. @param {PopupState} state @returns {View} */
function away(state) {
  const { platform, without } = state.tab;
  if (platform?.kind !== 'not-training') return awayView(state);
  return without
    ? { ...withoutControl(without), action: 'open' }
    : view('none', 'otherPlatform', [platform.name], { action: 'open' });
}
