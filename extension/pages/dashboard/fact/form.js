/**
 * What the user says: an opt-out made elsewhere, or a step of an objection. It is written into the
 * log as said by the user, and is shown as that everywhere.
 */
import { ask } from '../../../shared/ask.js';
import { calendarDay } from '../../../shared/dates.js';
import { byId, el, fill } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { failureText } from '../ground/failure.js';

/** @import { Line, Platform } from '../../../shared/types.d.ts' */

/** @type {[string, string][]} kind as background/log/fact.js takes it, message key */
const KINDS = [
  ['in-app', 'factInApp'],
  ['by-mail', 'factByMail'],
  ['by-form', 'factByForm'],
  ['other-way', 'factOther'],
  ['submitted', 'factSubmitted'],
  ['confirmed', 'factConfirmed'],
  ['answered-yes', 'factYes'],
  ['answered-no', 'factNo'],
];
const FIELDS = ['platform', 'control', 'account', 'kind', 'date', 'note'];
const PROBLEMS = /** @type {Record<string, string>} */ ({
  date: 'factBadDate',
  note: 'factBadNote',
  account: 'factBadAccount',
});

/**
 * @typedef {{ platform?: string, control?: string, account?: string | null, unit?: string | null,
 *   kind?: string }} Start
 */

/**
 * @param {() => { platforms: Platform[], followed: string[], lines: Line[] }} now
 * @param {() => void} done
 */
export function createFacts(now, done) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('fact-dialog'));
  const form = /** @type {HTMLFormElement} */ (byId('fact-form'));
  const field = (/** @type {string} */ name) =>
    /** @type {HTMLSelectElement | HTMLInputElement} */ (form.elements.namedItem(name));
  /** @type {Start} */
  let begun = {};

  function controlsOfChosen() {
    const platform = now().platforms.find(({ id }) => id === field('platform').value);
    fill(
      field('control'),
      ...(platform?.controls ?? []).map(({ id, name }) => el('option', { value: id }, name)),
    );
    const mine = now().lines.filter(line => line.platform === platform?.id && line.account);
    const accounts = new Set(mine.map(line => line.account));
    fill(byId('fact-accounts'), ...[...accounts].map(account => el('option', { value: account })));
  }

  /** @param {Start} [start] */
  function open(start = {}) {
    form.reset();
    begun = start;
    fill(
      field('platform'),
      ...followedFirst(now()).map(({ id, name }) => el('option', { value: id }, name)),
    );
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
  form.addEventListener('submit', async event => {
    event.preventDefault(); // stays open until the log has it
    const given = Object.fromEntries(FIELDS.map(name => [name, field(name).value]));
    const fact = { ...given, unit: unitFor(begun, given) };
    try {
      await ask('declare', { fact });
      dialog.close();
      byId('fact-result').textContent = t('factSaved');
      done();
    } catch (error) {
      sayProblem(error, field);
    }
  });

  return { open };
}

/**
 * Says why the log did not take it, and goes to the field that it is about.
 * @param {unknown} error
 * @param {(name: string) => HTMLElement} field
 */
function sayProblem(error, field) {
  const { message } = /** @type {Error} */ (error);
  const name = PROBLEMS[message];
  byId('fact-problem').textContent = name ? t(name) : failureText(error);
  if (name) field(message).focus();
}

/** @param {{ platforms: Platform[], followed: string[] }} log */
function followedFirst({ platforms, followed }) {
  const names = new Intl.Collator(locale());
  const rank = (/** @type {Platform} */ platform) => Number(!followed.includes(platform.id));
  return [...platforms].sort((a, b) => rank(a) - rank(b) || names.compare(a.name, b.name));
}

/**
 * The unit is no field: it goes with the row that the form was opened from, and with no other
 * setting or account. Pure.
 * @param {Start} begun
 * @param {Record<string, string>} given
 */
export function unitFor(begun, given) {
  const same =
    given.platform === begun.platform &&
    given.control === begun.control &&
    (!begun.account || given.account === begun.account);
  return same ? (begun.unit ?? null) : null;
}
