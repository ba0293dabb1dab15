/** An objection from sent to answered: its steps, each as it was seen or as the user says. */
import { day } from '../../../shared/dates.js';
import { byId, el, fill, icon } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { said } from '../log/entry.js';
import { timeOf } from '../log/log.js';
import { keyOf } from '../log/rows.js';

/** @import { Line, Platform } from '../../../shared/types.d.ts' */
/** @import { LogEntry } from '../log/log.js' */
/** @import { Start } from './form.js' */

/**
 * The steps of one objection, for drawing. Pure.
 * @param {Line} line with `form`
 * @param {LogEntry[]} entries of the line
 * @param {number} now milliseconds
 * @returns {{ text: string, state: 'done' | 'open' | 'late' | 'none', at: string | null, said:
 *   boolean }[]} `text` is a message key
 */
export function stepsOf(line, entries, now) {
  const form = line.form;
  const of = (/** @type {string[]} */ raws) =>
    entries
      .filter(entry => entry.basis === 'form' && raws.includes(entry.raw ?? ''))
      .sort((a, b) => timeOf(b).localeCompare(timeOf(a)))[0];
  const step = (
    /** @type {string} */ text,
    /** @type {LogEntry | undefined} */ entry,
    /** @type {string | null} */ at = null,
  ) => ({
    text,
    state: entry || at ? /** @type {const} */ ('done') : /** @type {const} */ ('none'),
    at: entry ? (entry.date ?? timeOf(entry)) : at,
    said: entry ? said(entry) : false,
  });
  const answer = of(['answered-yes', 'answered-no']);
  const answered = form?.step.startsWith('answered') ?? false;
  const steps = [
    step('flowReached', of(['reached'])),
    step('flowSent', of(['submitted']), form?.asked ?? null),
    step('flowConfirmed', of(['confirmed'])),
  ];
  if (answered)
    return [
      ...steps,
      step(form?.step === 'answered-yes' ? 'flowYes' : 'flowNo', answer, form?.at ?? null),
    ];
  if (!form?.due) return [...steps, step('flowAnswer', undefined)];
  return [
    ...steps,
    {
      text: 'flowDue',
      state: Date.parse(form.due) <= now ? 'late' : 'open',
      at: form.due,
      said: false,
    },
  ];
}

const NEXT = /** @type {Record<string, string>} */ ({
  reached: 'submitted',
  submitted: 'confirmed',
  confirmed: 'answered-yes',
});

/** What the dot of a step holds; colour never stands alone. */
const SYMBOL = { done: 'check', late: 'warning', open: 'none', none: 'none' };

/**
 * @param {Line[]} lines
 * @param {LogEntry[]} entries
 * @param {Platform[]} platforms
 * @param {(start: Start) => void} onNext
 */
export function drawFlows(lines, entries, platforms, onNext) {
  const flows = lines.filter(line => line.form);
  const steps = entries.filter(entry => entry.basis === 'form');
  fill(
    byId('flows'),
    ...flows.map(line => {
      const name = platforms.find(({ id }) => id === line.platform)?.name ?? line.platform;
      const own = steps.filter(entry => keyOf(entry) === keyOf(line));
      return flow(line, name, own, onNext);
    }),
  );
}

/**
 * @param {Line} line with `form`
 * @param {string} name of the platform
 * @param {LogEntry[]} entries of the line
 * @param {(start: Start) => void} onNext
 */
function flow(line, name, entries, onNext) {
  const following = NEXT[line.form?.step ?? ''];
  return el(
    'section',
    { class: 'flow', 'data-flow': `${line.platform}/${line.control}` },
    el(
      'h3',
      {},
      name,
      line.account && ' · ',
      line.account && el('bdi', { class: 'soft' }, line.account),
    ),
    el('ol', { class: 'flow-steps' }, ...stepsOf(line, entries, Date.now()).map(stepItem)),
    following &&
      el(
        'p',
        {},
        el(
          'button',
          {
            type: 'button',
            class: 'small',
            'data-key': `next-${keyOf(line)}`,
            'aria-label': `${t('flowNext')}: ${name}`,
            onclick: () =>
              onNext({
                platform: line.platform,
                control: line.control,
                account: line.account,
                unit: line.unit,
                kind: following,
              }),
          },
          t('flowNext'),
        ),
      ),
  );
}

/** @param {ReturnType<typeof stepsOf>[number]} step */
function stepItem({ text, state, at, said: theirs }) {
  return el(
    'li',
    { 'data-step': state },
    el('span', { class: 'dot' }, icon(SYMBOL[state])),
    el(
      'span',
      {},
      t(text),
      at &&
        el('span', { class: 'soft block' }, day(at, locale()), theirs && ` · ${t('entrySaid')}`),
    ),
    state === 'none' && el('span', { class: 'visually-hidden' }, t('flowNotYet')),
  );
}
