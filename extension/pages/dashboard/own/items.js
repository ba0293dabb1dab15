/** One setting that the user pointed at, and one rule that they mended, as items of a list. */
import { ask } from '../../../shared/ask.js';
import { day } from '../../../shared/dates.js';
import { el } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';

/** @import { Platform } from '../../../shared/types.d.ts' */

/**
 * @typedef {{ id: string, name: string, onMeans: string, kind: string, states: number,
 *   pointed: string, file: boolean, unit: { is: string, named?: string } }} Control
 * @typedef {{ id: string, name: string, host: string, open: string, off: boolean,
 *   controls: Control[] }} Own
 * @typedef {{ platform: string, control: string, pointed: string, name: string }} Mend
 * @typedef {(work: () => Promise<unknown>) => Promise<void>} Run does it, and tells what failed
 */

/** @param {string} key @param {() => unknown} act @param {string} name of what it is about */
const button = (key, act, name) =>
  el(
    'button',
    { type: 'button', class: 'small', 'aria-label': `${t(key)}: ${name}`, onclick: act },
    t(key),
  );

/** @param {Own} own @param {Control} control */
function meaning(own, control) {
  if (own.off) return t('ownPaused');
  const means =
    control.kind === 'choice'
      ? 'ownChoice'
      : control.onMeans === 'training'
        ? 'ownOnTrains'
        : 'ownOnDenies';
  const from = t(control.file ? 'ownFromFile' : 'pointedOn', day(control.pointed, locale()));
  const read = [null, t('ownUnproven'), t('ownProven')][control.states];
  return [from, t(means), read].filter(Boolean).join(' ');
}

/** @param {Own} own @param {Control} control @param {Run} run */
function controlItem(own, control, run) {
  const { id } = own;
  const opposite = control.onMeans === 'training' ? 'opted-out' : 'training';
  const turn = () => run(() => ask('own-correct', { id, control: control.id, onMeans: opposite }));
  const remove = () =>
    globalThis.confirm(t('ownRemoveAsk')) &&
    run(() => ask('own-remove', { id, control: control.id }));
  return el(
    'li',
    {},
    el('p', { dir: 'auto' }, control.name, control.unit.named && ` · ${control.unit.named}`),
    el('p', { class: 'soft' }, meaning(own, control)),
    el(
      'p',
      { class: 'buttons' },
      control.kind === 'toggle' && button('ownTurn', turn, control.name),
      button('ownRemove', remove, control.name),
    ),
  );
}

/** @param {Own} own @param {Run} run */
export function ownItem(own, run) {
  const { id, name } = own;
  const rename = () => {
    const given = globalThis.prompt(t('pointSite'), name);
    if (given?.trim()) run(() => ask('own-rename', { id, name: given }));
  };
  return el(
    'li',
    { 'data-own': id },
    el('h3', { dir: 'auto' }, name),
    el('p', { class: 'soft' }, own.host),
    el('ul', {}, ...own.controls.map(control => controlItem(own, control, run))),
    el(
      'p',
      { class: 'buttons' },
      button('ownRename', rename, name),
      button(
        own.off ? 'ownResume' : 'ownPause',
        () => run(() => ask('own-switch', { id, off: !own.off })),
        name,
      ),
    ),
  );
}

/** @param {Mend} mend @param {Platform[]} platforms @param {Run} run */
export function mendItem(mend, platforms, run) {
  const its = platforms.find(({ id }) => id === mend.platform);
  const name = its?.name ?? mend.platform;
  return el(
    'li',
    {},
    t('ownMend', name, day(mend.pointed, locale())),
    ' ',
    button(
      'ownForget',
      () => run(() => ask('mend-remove', { platform: mend.platform, control: mend.control })),
      name,
    ),
  );
}
