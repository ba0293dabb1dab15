/**
 * The round of checks as the dashboard shows it: start, progress, skip, stop, what came of it; and
 * its reminder.
 */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { ago } from '../../shared/dates.js';
import { byId, el, fill } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { statePill } from '../../shared/state-pill.js';
import { WHY_TEXT } from '../../shared/why.js';
import { failureText } from './ground/failure.js';

/** @import { Round, RoundOutcome, RoundStep } from '../../shared/types.d.ts' */

const SAYS = /** @type {Record<RoundOutcome, string>} */ ({
  waiting: 'roundWaiting',
  open: 'roundOpen',
  timeout: 'roundTimeout',
  elsewhere: 'roundElsewhere',
  closed: 'roundClosed',
  skipped: 'roundSkipped',
  failed: 'roundFailed',
});
const REASON = { 'no-access': 'roundNoAccess', form: 'roundForm', 'no-address': 'roundNoAddress' };

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

/** @param {string} type */
async function command(type) {
  await ask(type).then(drawRound, error => {
    byId('round-says').textContent = failureText(error);
  });
}

export async function drawRound() {
  const [{ round, last }, { days }] = await Promise.all([ask('round-state'), ask('reminders')]);
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
  fill(byId('round-steps'), ...(round ? [stepList(round), others(round)] : []));
}

/** @param {Round | null} round @param {string | null} last */
function says(round, last) {
  if (!round) return last ? t('roundLast', ago(last, locale())) : '';
  if (round.steps.length === 0) return t('roundNone');
  if (round.state === 'running')
    return t(
      'roundProgress',
      round.steps[round.at]?.name ?? '',
      Math.min(round.at + 1, round.steps.length),
      round.steps.length,
    );
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
function outcome({ outcome: what, why, likely, url, name }) {
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
    t(SAYS[what]),
    again && ' ',
    again &&
      el(
        'a',
        { href: url, target: '_blank', rel: 'noreferrer', 'aria-label': t('openOf', name) },
        t('actionOpenShort'),
      ),
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
