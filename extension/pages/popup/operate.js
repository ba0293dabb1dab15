/**
 * "Turn training off for me" (docs/operating.md): offered where the reading of the open page is
 * sure and says allowed. What it came to is said, and where it did not, the control is shown.
 */
import { ask } from '../../shared/ask.js';
import { el, fill, icon } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { endedText } from '../../shared/operate-words.js';

/** @import { PopupState, Reading } from '../../shared/types.d.ts' */

/** What it last came to in this popup: the tab, the control, its document, why it ended. */
let last =
  /** @type {{ tab: number, control: string, visit: string | null, ended: string } | null} */ (
    null
  );
let under = false;
/** A page that is stuck does not end. */
const PATIENCE_MS = 45_000;
/** So often it is asked what came of it. */
const STEP_MS = 300;
/** One node in every drawing of the popup: what comes late is said in the one that is seen. */
const said = el('div', { class: 'operate', role: 'status' });

/**
 * @param {Reading} reading
 * @param {PopupState} state
 * @returns {Promise<unknown>}
 */
export const showWhere = ({ control }, state) =>
  ask('show-where', { tabId: state.tab.id, control }).catch(() => {});

/**
 * @param {Reading | null} reading that the sentence is about
 * @param {boolean} standsSure the sentence says it of now, and as sure
 * @param {PopupState} state
 * @param {() => void} done called when an action has changed something
 * @returns {Node[]}
 */
export function operateBlock(reading, standsSure, state, done) {
  const { id } = state.tab;
  if (!reading) {
    // the page went elsewhere in the middle: there is nothing to show, and that is said
    const lost = last?.tab === id && last.ended === 'lost';
    fill(said, ...(lost ? [endedLine('lost')] : []));
    return lost ? [said] : [];
  }
  const visit = reading.visit ?? null;
  const isLast = last?.tab === id && last.control === reading.control && last.visit === visit;
  const ended = isLast ? (last?.ended ?? '') : '';
  if (under) fill(said, t('operateUnder'));
  else fill(said, ...(ended ? endedBlock(ended, reading, state) : []));
  // there is no second try in the same document
  if (ended && !under) return [said];
  if (!reading.operable || !standsSure) return under ? [said] : [];
  const note = el('p', { class: 'soft' }, t('operateNote'));
  const button = el(
    'button',
    {
      type: 'button',
      class: 'primary wide',
      'data-key': 'operate',
      onclick: async () => {
        if (under) return;
        under = true;
        button.setAttribute('aria-disabled', 'true');
        fill(said, t('operateUnder'));
        const now = await turnOff({ tabId: id, control: reading.control });
        under = false;
        last = now ? { tab: id, control: reading.control, visit, ended: now } : null;
        fill(said, ...(now ? endedBlock(now, reading, state) : []));
        if (now) {
          for (const node of [button, note]) node.remove();
          said.querySelector('button')?.focus();
          showWhere(reading, state);
        }
        done();
      },
    },
    t('operateOff'),
  );
  return [button, note, said];
}

/**
 * @param {{ tabId: number, control: string }} what
 * @returns {Promise<string>} why it ended; '': it was turned off
 */
async function turnOff(what) {
  const end = Date.now() + PATIENCE_MS;
  let { ended } = await ask('operate', what).catch(() => ({ ended: 'lost' }));
  while (ended === null && Date.now() < end) {
    await new Promise(resolve => setTimeout(resolve, STEP_MS));
    // a background that was just ended gives no answer, and is asked again
    ({ ended } = await ask('operated', what).catch(() => ({ ended: null })));
  }
  return ended ?? 'lost';
}

/** @param {string} ended */
const endedLine = ended => el('p', {}, icon('warning'), ' ', t(endedText(ended)));

/** @param {string} ended @param {Reading} reading @param {PopupState} state @returns {Node[]} */
function endedBlock(ended, reading, state) {
  return [
    endedLine(ended),
    el(
      'button',
      {
        type: 'button',
        class: 'wide',
        'data-key': 'yourself',
        onclick: () => showWhere(reading, state),
      },
      t('operateYourself'),
    ),
  ];
}
