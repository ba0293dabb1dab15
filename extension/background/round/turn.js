/**
 * A step of a round of turning off (docs/operating.md): the page is loaded and read, its control
 * pressed once, the page loaded anew, and what it then shows is told. What is asked of the page is
 * noted before it is asked: a background that is ended in between asks nothing twice.
 */
import { operate, operated } from '../tab/operate.js';
import { reloadAndRead } from '../tab/reload.js';
import { outcomeOf } from './plan.js';

/** @import { RoundStep, TabState } from '../../shared/types.d.ts' */

/** So often (ms) a page that was pressed is asked what came of it. */
const ASK_MS = 400;

/**
 * @typedef {object} Move
 * @property {Partial<RoundStep>} [found] the step has come to its end
 * @property {Partial<RoundStep>} [phase] to be noted before anything is asked
 * @property {() => Promise<Move>} [ask] what is asked then
 * @property {number} [wait] ms until the next look; without it the page's next word
 */

/** @param {TabState['readings'][number]} reading */
const whoseOf = ({ account, unit }) => JSON.stringify([account, unit]);

/** @param {string} ended why it ended @returns {Move} */
const left = ended => ({ found: { outcome: 'yourself', why: null, ended } });

/**
 * @param {RoundStep} step with a control
 * @param {number} tabId
 * @param {TabState | null} state of its tab
 * @returns {Promise<Move>}
 */
export async function turn(step, tabId, state) {
  const control = String(step.control);
  if (step.phase === 'press') return pressed(await operated({ tabId, control }), tabId);
  const reading = state?.readings.find(one => one.control === control) ?? null;
  if (!state || state.settling || !outcomeOf(state) || !reading) return {};
  if (step.phase === 'confirm') return confirmed(step, reading);
  if (reading.training === 'denied' && reading.how === 'loaded')
    return {
      found: {
        outcome: 'off-already',
        why: null,
        ...(reading.sure !== 'sure' && { likely: true }),
      },
    };
  if (!reading.operable) return left('changed');
  return {
    phase: { phase: 'press', whose: whoseOf(reading) },
    ask: async () => pressed(await operate({ tabId, control }), tabId),
  };
}

/** @param {{ ended: string | null }} said @param {number} tabId @returns {Move} */
function pressed({ ended }, tabId) {
  if (ended === null) return { wait: ASK_MS };
  if (ended !== '') return left(ended);
  return {
    phase: { phase: 'confirm', asked: new Date().toISOString() },
    ask: async () => {
      await reloadAndRead(tabId);
      return {};
    },
  };
}

/**
 * Only what the page shows after it was loaded anew counts, only what is sure, and only of the
 * account and unit that were pressed: another one may have come meanwhile.
 * @param {RoundStep} step
 * @param {TabState['readings'][number]} reading
 * @returns {Move}
 */
function confirmed({ asked, whose }, reading) {
  const { how, loadedAt, training, sure, why } = reading;
  if (how === 'loaded' && (loadedAt ?? '') < (asked ?? '')) return {};
  const stands = how === 'loaded' && sure === 'sure' && whoseOf(reading) === whose;
  if (stands && training === 'denied') return { found: { outcome: 'off', why: null } };
  if (stands && training === 'allowed') return { found: { outcome: 'not-kept', why: null } };
  return { found: { outcome: 'unconfirmed', why: training === 'unknown' ? why : null } };
}
