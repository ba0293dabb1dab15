/**
 * Time-stamps that are taken by themselves: on and off, who is asked, and whether the last one came
 * about.
 */
import { AskFailed, ask } from '../../../shared/ask.js';
import { moment } from '../../../shared/dates.js';
import { byId, fill } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { asked, stampFailure, titleOf } from './stamps.js';

/** @import { Stamping } from '../../../shared/types.d.ts' */

const box = () => /** @type {HTMLInputElement} */ (byId('stamp-auto'));

/** Call it after `wireStamps`, which reads the choice first. */
export function wireStamping() {
  box().addEventListener('change', set);
  byId('stamp-form').addEventListener('change', enable);
}

async function enable() {
  if (!box().checked) box().disabled = (await asked()) === null;
}

async function set() {
  await show(async () => {
    await ask('stamp-auto-set', (box().checked && (await asked())) || {});
    return ask('stamp-auto');
  });
}

/** Call it after `updateStamps`, which learns the authorities' names. */
export const updateStamping = () => show(() => ask('stamp-auto'));

/**
 * A setting that cannot be told is not shown as off.
 * @param {() => Promise<Stamping | null>} work
 */
async function show(work) {
  try {
    const setting = await work();
    box().checked = setting !== null;
    box().disabled = setting === null && (await asked()) === null;
    fill(byId('stamp-auto-state'), ...(setting ? words(setting) : []));
  } catch (error) {
    box().disabled = true;
    fill(byId('stamp-auto-state'), stampFailure(error));
  }
}

/** @param {Stamping} setting */
function words({ authority, next, failed }) {
  const planned = moment(new Date(next).toISOString(), locale());
  if (!failed) return [t('stampAutoOn', titleOf(authority), planned)];
  const reason = stampFailure(new AskFailed(failed.error, failed.error));
  return [t('stampAutoFailed', moment(failed.at, locale()), planned), ' ', reason];
}
