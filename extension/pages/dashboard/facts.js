/**
 * What the user says: an opt-out made elsewhere, and the steps of an objection from sent to answered. It is written
 * into the log as said by the user, and is shown as that everywhere.
 */
import { ask } from '../../shared/ask.js';
import { calendarDay, day } from '../../shared/dates.js';
import { byId, el, fill, icon } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { said } from './entries.js';
import { failureText } from './failure.js';
import { timeOf } from './log.js';
import { keyOf } from './model.js';

/** @import { Line, Platform } from '../../shared/types.d.ts' */
/** @import { LogEntry } from './log.js' */

/** @type {[string, string][]} kind as background/log/fact.js takes it, message key */
const KINDS = [
  ['in-app', 'factInApp'], ['by-mail', 'factByMail'], ['by-form', 'factByForm'], ['other-way', 'factOther'],
  ['submitted', 'factSubmitted'], ['confirmed', 'factConfirmed'], ['answered-yes', 'factYes'], ['answered-no', 'factNo'],
];
const PROBLEMS = /** @type {Record<string, string>} */ ({ date: 'factBadDate', note: 'factBadNote', account: 'factBadAccount' });

/** @typedef {{ platform?: string, control?: string, account?: string | null, unit?: string | null, kind?: string }} Start */

/**
 * @param {() => { platforms: Platform[], followed: string[], lines: Line[] }} now
 * @param {() => void} done
 */
export function createFacts(now, done) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('fact-dialog'));
  const form = /** @type {HTMLFormElement} */ (byId('fact-form'));
  const field = (/** @type {string} */ name) => /** @type {HTMLSelectElement | HTMLInputElement} */ (form.elements.namedItem(name));
  /** @type {Start} */
  let begun = {};

  function controlsOfChosen() {
    const platform = now().platforms.find(({ id }) => id === field('platform').value);
    fill(field('control'), ...(platform?.controls ?? []).map(({ id, name }) => el('option', { value: id }, name)));
    const accounts = new Set(now().lines.filter((line) => line.platform === platform?.id && line.account).map((line) => line.account));
    fill(byId('fact-accounts'), ...[...accounts].map((account) => el('option', { value: account })));
  }

  /** @param {Start} [start] */
  function open(start = {}) {
    const { platforms, followed } = now();
    const names = new Intl.Collator(locale());
    const mine = (/** @type {Platform} */ platform) => Number(!followed.includes(platform.id));
    form.reset();
    begun = start;
    fill(field('platform'), ...[...platforms].sort((a, b) => mine(a) - mine(b) || names.compare(a.name, b.name)).map(({ id, name }) => el('option', { value: id }, name)));
    fill(field('kind'), ...KINDS.map(([value, text]) => el('option', { value }, t(text))));
    if (start.platform) field('platform').value = start.platform;
    controlsOfChosen();
    if (start.control) field('control').value = start.control;
    field('account').value = start.account ?? '';
    if (start.kind) field('kind').value = start.kind;
    const date = /** @type {HTMLInputElement} */ (field('date'));
    date.max = calendarDay(new Date());
    date.value = date.max;
    byId('fact-problem').textContent = '';
    dialog.showModal();
  }

  field('platform').addEventListener('change', controlsOfChosen);
  byId('fact-add').addEventListener('click', () => open());
  byId('fact-cancel').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', async (event) => {
    event.preventDefault(); // stays open until the log has it
    const given = Object.fromEntries(['platform', 'control', 'account', 'kind', 'date', 'note'].map((name) => [name, field(name).value]));
    const fact = { ...given, unit: unitFor(begun, given) };
    try {
      await ask('declare', { fact });
      dialog.close();
      byId('fact-result').textContent = t('factSaved');
      done();
    } catch (error) {
      const name = PROBLEMS[/** @type {Error} */ (error).message];
      byId('fact-problem').textContent = name ? t(name) : failureText(error);
      if (name) field(/** @type {Error} */ (error).message).focus();
    }
  });

  return { open };
}

/**
 * The unit is no field: it goes with the row that the form was opened from, and with no other setting or account. Pure.
 * @param {Start} begun @param {Record<string, string>} given
 */
export function unitFor(begun, given) {
  const same = given.platform === begun.platform && given.control === begun.control && (!begun.account || given.account === begun.account);
  return same ? begun.unit ?? null : null;
}

/**
 * The steps of one objection, for drawing. Pure.
 * @param {Line} line with `form`
 * @param {LogEntry[]} entries of the line
 * @param {number} now milliseconds
 * @returns {{ text: string, state: 'done' | 'open' | 'late' | 'none', at: string | null, said: boolean }[]} `text` is a message key
 */
export function stepsOf(line, entries, now) {
  const form = line.form;
  const of = (/** @type {string[]} */ raws) => entries.filter((entry) => entry.basis === 'form' && raws.includes(entry.raw ?? ''))
    .sort((a, b) => timeOf(b).localeCompare(timeOf(a)))[0];
  const step = (/** @type {string} */ text, /** @type {LogEntry | undefined} */ entry, /** @type {string | null} */ at = null) => ({
    text, state: entry || at ? /** @type {const} */ ('done') : /** @type {const} */ ('none'), at: entry ? entry.date ?? timeOf(entry) : at, said: entry ? said(entry) : false,
  });
  const answer = of(['answered-yes', 'answered-no']);
  const answered = form?.step.startsWith('answered') ?? false;
  const steps = [step('flowReached', of(['reached'])), step('flowSent', of(['submitted']), form?.asked ?? null), step('flowConfirmed', of(['confirmed']))];
  if (answered) return [...steps, step(form?.step === 'answered-yes' ? 'flowYes' : 'flowNo', answer, form?.at ?? null)];
  if (!form?.due) return [...steps, step('flowAnswer', undefined)];
  return [...steps, { text: 'flowDue', state: Date.parse(form.due) <= now ? 'late' : 'open', at: form.due, said: false }];
}

const NEXT = /** @type {Record<string, string>} */ ({ reached: 'submitted', submitted: 'confirmed', confirmed: 'answered-yes' });

/**
 * @param {Line[]} lines
 * @param {LogEntry[]} entries
 * @param {Platform[]} platforms
 * @param {(start: Start) => void} onNext
 */
export function drawFlows(lines, entries, platforms, onNext) {
  const flows = lines.filter((line) => line.form);
  const steps = entries.filter((entry) => entry.basis === 'form');
  fill(byId('flows'), ...flows.map((line) => {
    const name = platforms.find(({ id }) => id === line.platform)?.name ?? line.platform;
    const own = steps.filter((entry) => keyOf(entry) === keyOf(line));
    const following = NEXT[line.form?.step ?? ''];
    return el('section', { class: 'flow', 'data-flow': `${line.platform}/${line.control}` },
      el('h3', {}, name, line.account && ' · ', line.account && el('bdi', { class: 'soft' }, line.account)),
      el('ol', { class: 'flow-steps' }, ...stepsOf(line, own, Date.now()).map((step) => el('li', { 'data-step': step.state },
        el('span', { class: 'dot' }, step.state === 'done' ? icon('check') : step.state === 'late' ? icon('warning') : icon('none')),
        el('span', {}, t(step.text),
          step.at && el('span', { class: 'soft block' }, day(step.at, locale()), step.said && ` · ${t('entrySaid')}`)),
        step.state === 'none' && el('span', { class: 'visually-hidden' }, t('flowNotYet'))))),
      following && el('p', {}, el('button', {
        type: 'button', class: 'small', 'data-key': `next-${keyOf(line)}`, 'aria-label': `${t('flowNext')}: ${name}`,
        onclick: () => onNext({ platform: line.platform, control: line.control, account: line.account, unit: line.unit, kind: following }),
      }, t('flowNext'))));
  }));
}
