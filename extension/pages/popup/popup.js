/**
 * The popup: one sentence about the page in front of the user. Wiring; the blocks are in files of
 * their own.
 */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { copyButton } from '../../shared/copy.js';
import { byId, el, fill, icon } from '../../shared/dom.js';
import { t, translatePage } from '../../shared/i18n.js';
import { perhapsBlocks, returnedBlocks } from '../../shared/returned.js';
import { aboutBlock } from './about.js';
import { footerBlock, logBlock } from './footer.js';
import { viewOf } from './sentence.js';
import { isOpen } from './panel.js';
import { pictureBlock } from './picture.js';
import { pointBlock } from './point.js';
import { sampleBlock } from './sample.js';
import { lookBlock, stripBlock } from './strip.js';
import { actionBlock, sentenceBlock, turnOffBlock } from './verdict.js';

/** @import { PopupState } from '../../shared/types.d.ts' */

/**
 * Opened as a page of its own (`?tab=ID`, for large text or small screens) it is about that tab and
 * fills the width.
 */
const asked = new URLSearchParams(location.search).get('tab');
let shown = '';

/** @returns {Promise<number>} */
async function tabId() {
  if (asked) return Number(asked);
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}

async function refresh() {
  /** @type {PopupState} */
  let state;
  try {
    state = await ask('popup-state', { tabId: await tabId() });
  } catch (error) {
    return renderFailure(error);
  }
  const text = JSON.stringify(state);
  // an update that changes nothing must not disturb a screen reader or the focus
  if (text === shown || isOpen()) return;
  shown = text;
  render(state);
}

/** @param {PopupState} state */
function render(state) {
  const view = viewOf(state);
  const urgent = state.returned.length > 0;
  // what the alarm says already is not said twice
  const repeats =
    urgent &&
    (view.tone === 'none' || state.returned.some(line => line.platform === state.tab.platform?.id));
  const sentence = sentenceBlock(view, state, urgent ? 'h2' : 'h1');
  fill(byId('verdict'), ...(urgent ? returnedBlocks(state.returned, refresh) : sentence));
  fill(
    byId('more'),
    ...(urgent && !repeats ? sentence : []),
    ...(repeats ? turnOffBlock : actionBlock)(view, state, refresh),
  );
  section('about', repeats ? [] : aboutBlock(view, state));
  section('perhaps', perhapsBlocks(state.perhaps ?? [], refresh));
  section('strip', stripBlock(state.counts, state.anyGranted));
  section('look', lookBlock(state.look, view.tone === 'none' && !urgent, refresh));
  section('log', logBlock(state, refresh));
  section('to-point', [
    ...pictureBlock(state, refresh),
    ...pointBlock(state, refresh),
    ...sampleBlock(state, refresh),
  ]);
  fill(byId('footer'), ...footerBlock(state, refresh));
  byId('verdict').setAttribute('aria-busy', 'false');
  document.documentElement.dataset.tone = view.tone;
}

/** The background could not answer: say so, never stay blank. @param {unknown} error */
function renderFailure(error) {
  fill(
    byId('verdict'),
    el(
      'div',
      { class: 'sentence state state-unknown' },
      el('span', { class: 'disc' }, icon('warning')),
      el('h1', { id: 'sentence' }, t('sentenceFailed')),
    ),
    el(
      'details',
      {},
      el('summary', {}, t('details')),
      el('pre', { dir: 'ltr' }, String(error)),
      copyButton('actionCopy', String(error)),
    ),
  );
  byId('verdict').setAttribute('aria-busy', 'false');
}

/** @param {string} id @param {Node[]} nodes */
function section(id, nodes) {
  const element = byId(id);
  element.hidden = nodes.length === 0;
  fill(element, ...nodes);
}

translatePage();
document.documentElement.classList.toggle('as-page', asked !== null);
await refresh();
api.storage.onChanged.addListener(() => refresh());
await ask('popup-opened', { tabId: await tabId() });
await refresh();
