/**
 * The state of one control, step by step as the host works it out (host/record/line.cpp; in words: host/PROTOCOL.md,
 * "Which entry is the newest" and `status`), so that the popup says the same with and without the host. Pure.
 */

/** @import { Entry, Line } from '../shared/types.d.ts' */

/**
 * A line, and day and outcome of the reading and of the form's step recorded last, which the same again only confirms.
 * @typedef {{ line: Line, reading: string | null, step: string | null }} Known
 */
/** @typedef {{ when: string, timely: boolean }} Timing when it counts from; whether it is newest by definition */

/** Milliseconds that an entry may be older than the clock and still be the newest of its line. */
const TOLERANCE = 5 * 60_000;

/**
 * A line as the host tells it. Which reading was recorded last it does not tell: it is the newest, unless one came late.
 * @param {Line} line @returns {Known}
 */
export function recall(line) {
  const { training, tried } = line;
  return {
    line: { ...line },
    reading: tried === null ? null : recorded(tried, line.stale ? ['unknown', line.why, 'none'] : [training, line.why, line.sure]),
    step: line.form ? recorded(line.form.at, [line.form.step]) : null,
  };
}

/**
 * Before the first entry of a line.
 * @param {Entry} entry @param {number} now @returns {Known}
 */
export function blank({ platform, control, account, unit, basis, at }, now) {
  return {
    line: {
      platform, control, account, unit, training: 'unknown', basis, why: 'ok', sure: null, since: timingOf(at, now).when,
      seen: null, tried: null, stale: false, returned: false, answer: null, decided: null, known: 'unknown', denied: null, form: null,
    },
    reading: null, step: null,
  };
}

/**
 * @param {Known} known changed in place
 * @param {Entry} entry
 * @param {number} now milliseconds: when the host has it, or would have it if it took it now
 */
export function take(known, entry, now) {
  const t = timingOf(entry.at, now);
  const { line } = known;
  const key = recorded(t.when, entry.basis === 'form' ? [entry.raw] : [entry.training, entry.why, entry.sure]);
  if (confirms(known, entry, t, key)) {
    if (entry.basis === 'seen') readPage(line, entry, t);
    return;
  }
  if (line.training === 'unknown') line.basis = entry.basis;
  if (entry.basis === 'form') {
    takeStep(line, entry, t);
    known.step = key;
  } else if (entry.basis === 'seen') {
    readPage(line, entry, t);
    known.reading = key;
  } else if (entry.training === 'unknown') {
    takeAnswer(line, entry, t);
  } else if (isNewest(line.decided, t)) {
    decide(line, entry, t.when);
  }
}

/** @param {string} at @param {number} now @returns {Timing} */
function timingOf(at, now) {
  const time = Date.parse(at);
  const ahead = time > now + TOLERANCE;
  return { when: new Date(ahead ? now : time).toISOString(), timely: ahead || time >= now - TOLERANCE };
}

/** @param {string | null | undefined} before @param {Timing} t */
const isNewest = (before, t) => t.timely || !before || t.when >= before;

/** A reading or step with its UTC day. @param {string} at @param {unknown[]} what */
const recorded = (at, what) => JSON.stringify([at.slice(0, 10), ...what]);

/**
 * Whether an entry of the same day already says the same, so that this one is no entry of its own.
 * @param {Known} known @param {Entry} entry @param {Timing} t @param {string} key
 */
function confirms({ line, reading, step }, entry, t, key) {
  if (entry.basis === 'form') return !entry.note && step === key;
  if (entry.basis !== 'seen' || reading !== key || (!t.timely && entry.actor === 'user')) return false;
  if (entry.training === 'unknown') return line.stale;
  return !line.stale && line.basis === 'seen' && line.training === entry.training;
}

/**
 * A known training that decides the state from now on.
 * @param {Line} line @param {Entry} entry @param {string} when
 */
function decide(line, { training, basis, actor, sure }, when) {
  const seen = basis === 'seen';
  const leftDenied = line.training === 'denied' && training === 'allowed';
  if (leftDenied) line.returned = seen && actor !== 'user' && line.known === 'denied';
  if (training === 'denied') line.returned = false;
  if (leftDenied || training === 'denied') line.answer = null;
  if (line.training !== training) line.since = when;
  Object.assign(line, { training, basis, sure: seen ? sure : null, decided: when });
}

/** @param {Line} line @param {Entry} entry @param {Timing} t */
function readPage(line, entry, t) {
  const { training } = entry;
  if (isNewest(line.tried, t)) Object.assign(line, { tried: t.when, stale: training === 'unknown', why: entry.why });
  if (training === 'unknown') return;
  if (isNewest(line.decided, t)) {
    decide(line, entry, t.when);
  } else if (line.returned && training === 'allowed' && entry.actor === 'user' && t.when <= line.since && (!line.denied || t.when >= line.denied)) {
    // it comes late, and tells that somebody was seen to switch training on after all
    Object.assign(line, { returned: false, answer: null });
  }
  if (isNewest(line.seen, t)) Object.assign(line, { seen: t.when, known: training });
  if (training === 'denied' && isNewest(line.denied, t)) line.denied = t.when;
}

/** @param {Line} line @param {Entry} entry @param {Timing} t */
function takeStep(line, { raw }, t) {
  const { step = '', at = null, asked = null } = line.form ?? {};
  if (!isNewest(at, t)) return;
  // arriving at the form again takes nothing back that was sent before
  if (raw === 'reached' && step !== '' && step !== 'reached') return;
  const sent = raw === 'submitted' || (raw === 'confirmed' && (!asked || isAnswer(step))) ? t.when : asked;
  line.form = { step: raw ?? '', at: t.when, asked: sent, due: sent && !isAnswer(raw) ? monthAfter(sent) : null };
}

/** @param {string | null} step */
const isAnswer = (step) => step === 'answered-yes' || step === 'answered-no';

/** The same time of day; the last day of a shorter month. @param {string} at */
function monthAfter(at) {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + 1);
  if (date.getUTCDate() !== day) date.setUTCDate(0); // it ran over into the month behind
  return date.toISOString();
}

/** @param {Line} line @param {Entry} entry @param {Timing} t */
function takeAnswer(line, { raw }, t) {
  if (!line.returned || (!t.timely && t.when < line.since)) return;
  Object.assign(line, raw === 'answer-me' ? { returned: false, answer: null } : { answer: 'not-me' });
}
