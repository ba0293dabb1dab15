/**
 * A sample of the page in front, for the rules (docs/samples.md): taken by this click, looked at
 * whole, saved as a file or not at all. Nothing is sent, and nothing of it is kept.
 */
import { ask } from '../../shared/ask.js';
import { byId, el, fill } from '../../shared/dom.js';
import { save } from '../../shared/download.js';
import { t } from '../../shared/i18n.js';
import { button, openPanel, tellIn } from './panel.js';
import { option, which } from './point-questions.js';
import { fileName, fileOf, keptOf, textOf } from './sample-file.js';
import { rowsOf } from './sample-rows.js';

/** @import { PopupState, SampleMade, Sees } from '../../shared/types.d.ts' */

const REFUSED = /** @type {Record<string, string>} */ ({
  'no-page': 'pointNoPage',
  private: 'pointPrivate',
  closed: 'pointNoPage',
  large: 'sampleLarge',
  empty: 'sampleEmpty',
});

/**
 * Where the popup offers to point at a switch.
 * @param {PopupState} state
 * @param {() => void} done
 * @returns {Node[]}
 */
export const sampleBlock = (state, done) =>
  state.tab.point
    ? [button('sampleStart', () => open(state, done), { class: 'wide', 'data-key': 'sample' })]
    : [];

/** @param {PopupState} state @param {() => void} done */
async function open(state, done) {
  const close = openPanel('sampleMaking', done);
  try {
    const made = await ask('sample-make', { tabId: state.tab.id });
    textOf(fileOf(made, keptOf(made), { sees: 'unclear', control: null }));
    look(made, state, close);
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    tellIn(t(REFUSED[detail] ?? 'sampleFailed'), close);
  }
}

/** What the person sees: nothing is preselected. @param {PopupState} state */
function sees({ tab }) {
  const kinds = (tab.platform?.controls ?? []).map(({ kind }) => kind);
  const choice = kinds.length > 0 && kinds.every(kind => kind === 'choice');
  return el(
    'fieldset',
    {},
    el('legend', {}, t('sampleSees')),
    ...(choice
      ? [option('sees', 'may', t('pointMayTrain')), option('sees', 'may-not', t('pointMayNot'))]
      : [option('sees', 'on', t('pointOn')), option('sees', 'off', t('pointOff'))]),
    option('sees', 'unclear', t('sampleUnclear')),
  );
}

/** @param {SampleMade} made @param {PopupState} state @param {() => void} close */
function look(made, state, close) {
  const ticked = keptOf(made);
  const whole = el('pre', { dir: 'ltr', tabindex: 0, 'aria-label': t('sampleWhole') });
  const error = el('p', { role: 'alert' });
  const mends = state.tab.point?.controls ?? [];
  const title = el('h1', { tabindex: '-1' }, t('sampleTitle'));
  const form = el(
    'form',
    { class: 'point sample', novalidate: true },
    title,
    el('p', {}, t('sampleNote')),
    el('p', { class: 'soft' }, t('sampleWhat')),
    sees(state),
    made.platform && mends.length > 0 && which(mends, state.tab.point?.control ?? null),
    rowsOf(made, ticked, () => draw()),
    el('p', { class: 'words' }, t('sampleAddress'), ' ', el('bdi', { dir: 'ltr' }, made.address)),
    el('details', {}, el('summary', {}, t('sampleWhole')), whole),
    error,
    el('button', { type: 'submit', class: 'primary wide' }, t('sampleSave')),
  );
  const file = () => {
    const data = new FormData(form);
    const said = /** @type {Sees} */ (String(data.get('sees') ?? 'unclear'));
    const control = made.platform ? String(data.get('control') ?? '') || null : null;
    return fileOf(made, ticked, { sees: said, control });
  };
  const draw = () => {
    whole.textContent = textOf(file());
  };
  form.addEventListener('change', draw);
  form.addEventListener('submit', event => {
    event.preventDefault();
    const answered = new FormData(form).has('sees');
    fill(error, answered ? '' : t('pointMissing'));
    if (!answered) return form.querySelector('input')?.focus();
    const saved = file();
    save(fileName(saved), textOf(saved), 'application/json');
    tellIn(t('sampleSaved', fileName(saved)), close, 'status');
  });
  fill(byId('point'), form, el('p', {}, button('pointCancel', close)));
  draw();
  title.focus();
}
