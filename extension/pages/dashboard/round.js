/**
 * The round of checks as the dashboard shows it: start, progress, skip, stop, what came of it; and
 * its reminder.
 */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { ago } from '../../shared/dates.js';
import { byId, el, fill } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { endedText } from '../../shared/operate-words.js';
import { statePill } from '../../shared/state-pill.js';
import { WHY_TEXT } from '../../shared/why.js';
import { failureText } from './ground/failure.js';

/**
 * @import { Round, RoundOutcome, RoundStep } from '../../shared/types.d.ts'
 * @import { PillState } from '../../shared/state-pill.js'
 */

const SAYS = /** @type {Partial<Record<RoundOutcome, string>>} */ ({
  waiting: 'roundWaiting',
  open: 'roundOpen',
  timeout: 'roundTimeout',
  elsewhere: 'roundElsewhere',
  closed: 'roundClosed',
  skipped: 'roundSkipped',
  failed: 'roundFailed',
});
/** Of turning off: the state, and what is said of it. */
const TURNED = /** @type {Record<string, [PillState, string]>} */ ({
  off: ['denied', 'offDone'],
  'off-already': ['denied', 'offAlready'],
  'not-kept': ['not-kept', 'offNotKept'],
  unconfirmed: ['changed', 'offUnconfirmed'],
  yourself: ['unknown', 'offYourself'],
});
const REASON = { 'no-access': 'roundNoAccess', form: 'roundForm', 'no-address': 'roundNoAddress' };

/** What is ticked outlives a drawing. @type {Set<string>} */
const ticked = new Set();

export function wireRound() {
  byId('round-start').addEventListener('click', () => command('round-start'));
  byId('round-skip').addEventListener('click', () => command('round-skip'));
  byId('round-stop').addEventListener('click', () => command('round-stop'));
  const remind = /** @type {HTMLSelectElement} */ (byId('remind'));
  fill(
    remind,
    ...[0, 30, 90].map(days =>
      el('option', { value: days }, days === 0 ? t('remindOff') : t('remindDays', days)),
    ),
  );
  remind.addEventListener('change', () => ask('reminders-set', { days: Number(remind.value) }));
  api.storage.onChanged.addListener((changes, area) => {
    if (
      (area === 'session' && changes.round) ||
      (area === 'local' && (changes.lastRound || changes.reminders))
    )
      drawRound();
  });
}

/** @param {string} type @param {object} [more] */
async function command(type, more) {
  await ask(type, more).then(drawRound, error => {
    byId('round-says').textContent = failureText(error);
  });
}

export async function drawRound() {
  const [{ round, last, offers }, { days }] = await Promise.all([
    ask('round-state'),
    ask('reminders'),
  ]);
  /** @type {HTMLSelectElement} */ (byId('remind')).value = String(days);
  const running = round?.state === 'running';
  const focused = document.activeElement?.id ?? '';
  byId('round-start').hidden = running;
  byId('round-skip').hidden = !running;
  byId('round-stop').hidden = !running;
  if (running && focused === 'round-start') byId('round-stop').focus();
  if (!running && /^round-(skip|stop)$/.test(focused)) byId('round-start').focus();
  byId('round').dataset.state = round?.state ?? 'none';
  const progress = /** @type {HTMLProgressElement} */ (byId('round-progress'));
  progress.hidden = !running;
  if (round) Object.assign(progress, { max: Math.max(1, round.steps.length), value: round.at });
  byId('round-says').textContent = says(round, last);
  fill(
    byId('round-steps'),
    ...(round ? [stepList(round), others(round), running ? null : offersBlock(offers)] : []),
  );
}

/** @param {Round | null} round @param {string | null} last */
function says(round, last) {
  if (!round) return last ? t('roundLast', ago(last, locale())) : '';
  if (round.steps.length === 0) return t('roundNone');
  if (round.state === 'running')
    return t(
      round.offers ? 'offProgress' : 'roundProgress',
      round.steps[round.at]?.name ?? '',
      Math.min(round.at + 1, round.steps.length),
      round.steps.length,
    );
  if (round.offers) {
    const off = round.steps.filter(({ outcome }) => outcome === 'off').length;
    return t('offSum', off, round.steps.length - off);
  }
  const { denied, allowed, likely, unknown, left } = countOf(round);
  return [
    t('roundDone', denied, allowed, unknown),
    likely > 0 && t('roundLikely', likely),
    left > 0 && t('roundLeft', left),
  ]
    .filter(Boolean)
    .join(' ');
}

/** @param {Round} round */
function stepList(round) {
  return (
    round.steps.length > 0 &&
    el(
      'ol',
      { class: 'steps' },
      ...round.steps.map(step =>
        el(
          'li',
          { 'data-platform': step.platform, 'data-outcome': step.outcome },
          el('span', {}, step.name),
          outcome(step),
        ),
      ),
    )
  );
}

/** @param {RoundStep} step */
function outcome(step) {
  const { outcome: what, why, likely, url, name } = step;
  if (Object.hasOwn(TURNED, what)) return turned(step);
  if (what === 'allowed' || what === 'denied') return statePill(what, likely ? 'likely' : 'sure');
  if (what === 'unknown')
    return el(
      'span',
      {},
      statePill('unknown'),
      ' ',
      el('span', { class: 'soft' }, why && WHY_TEXT[why] ? t(WHY_TEXT[why]) : ''),
    );
  const again = ['timeout', 'elsewhere', 'failed', 'skipped', 'closed'].includes(what);
  return el(
    'span',
    { class: 'soft' },
    t(SAYS[what] ?? 'roundFailed'),
    again && ' ',
    again && openLink(url, name),
  );
}

/** @param {RoundStep} step of turning off, at its end */
function turned({ outcome: what, why, ended, url, name, likely }) {
  const [state, text] = TURNED[what];
  const reason =
    what === 'yourself' ? t(endedText(ended)) : why && WHY_TEXT[why] ? t(WHY_TEXT[why]) : '';
  const open = what === 'off' || what === 'off-already' ? null : openLink(url, name);
  return el(
    'span',
    {},
    statePill(state, likely ? 'likely' : 'sure'),
    ' ',
    el('span', { class: 'soft' }, [t(text), reason].filter(Boolean).join(' ')),
    open && ' ',
    open,
  );
}

/** @param {string} url @param {string} name */
const openLink = (url, name) =>
  el(
    'a',
    { href: url, target: '_blank', rel: 'noreferrer', 'aria-label': t('openOf', name) },
    t('actionOpenShort'),
  );

/**
 * What can be turned off: the person ticks, nothing is chosen before.
 * @param {{ platform: string, control: string, name: string, label: string | null }[]} offers
 */
function offersBlock(offers) {
  if (offers.length === 0) return null;
  const boxes = offers.map(({ platform, control, name, label }) => {
    const key = `off-${platform}-${control}`;
    const box = /** @type {HTMLInputElement} */ (
      el('input', {
        type: 'checkbox',
        'data-key': key,
        onchange: () => (box.checked ? ticked.add(key) : ticked.delete(key)),
      })
    );
    box.checked = ticked.has(key);
    return { box, platform, control, text: label ? `${name}: ${label}` : name };
  });
  const start = el(
    'button',
    {
      type: 'button',
      class: 'primary',
      'data-key': 'off-start',
      onclick: () => {
        const chosen = boxes.filter(({ box }) => box.checked);
        if (chosen.length === 0) return boxes[0].box.focus();
        ticked.clear();
        return command('round-turn', {
          chosen: chosen.map(({ platform, control }) => ({ platform, control })),
        });
      },
    },
    t('offStart'),
  );
  return el(
    'fieldset',
    { class: 'offers' },
    el('legend', {}, t('offTitle')),
    el('p', { class: 'soft' }, t('offNote')),
    el('ul', {}, ...boxes.map(({ box, text }) => el('li', {}, el('label', {}, box, ' ', text)))),
    el('p', { class: 'buttons' }, start),
  );
}

/** @param {Round} round */
function others({ others: left }) {
  return (
    left.length > 0 &&
    el(
      'details',
      {},
      el('summary', { 'data-key': 'round-others' }, t('roundOthers', left.length)),
      el(
        'ul',
        { class: 'steps' },
        ...left.map(({ name, open, reason, platform }) =>
          el(
            'li',
            { 'data-platform': platform },
            reason === 'no-access'
              ? el('a', { href: '/pages/welcome/welcome.html' }, name)
              : el('a', { href: open, target: '_blank', rel: 'noreferrer' }, name),
            el('span', { class: 'soft' }, t(REASON[reason])),
          ),
        ),
      ),
    )
  );
}

/**
 * What the round comes to, for one sentence.
 * @param {Round} round
 */
function countOf(round) {
  const count = { denied: 0, allowed: 0, likely: 0, unknown: 0, left: 0 };
  for (const { outcome, likely } of round.steps) {
    if ((outcome === 'denied' || outcome === 'allowed') && likely)
      count.likely += 1; // never one number with what is sure
    else if (outcome === 'denied' || outcome === 'allowed') count[outcome] += 1;
    else if (outcome === 'waiting' || outcome === 'open' || outcome === 'skipped') count.left += 1;
    else count.unknown += 1;
  }
  return count;
}
