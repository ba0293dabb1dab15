/**
 * Pointing at a switch of the page in front (docs/own-rules.md): which one it is, what On means,
 * what it governs. Nothing is preselected, and nothing is drawn into the page.
 */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { byId, el, fill } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { button, openPanel, tellIn } from './panel.js';
import { questions } from './point-questions.js';

/** @import { PointedControl, PopupState } from '../../shared/types.d.ts' */

const STATE = /** @type {Record<string, string>} */ ({
  on: 'pointOn',
  off: 'pointOff',
  mixed: 'pointMixed',
  neither: 'pointUnread',
});
const REFUSED = /** @type {Record<string, string>} */ ({
  'no-page': 'pointNoPage',
  private: 'pointPrivate',
  closed: 'pointNoPage',
  gone: 'pointGone',
  nameless: 'pointNameless',
  values: 'pointValues',
});

/**
 * The way in, where no rule speaks or one does not fit.
 * @param {PopupState} state
 * @param {() => void} done
 * @returns {Node[]}
 */
export function pointBlock(state, done) {
  const { point, platform, once } = state.tab;
  return [
    platform && once
      ? button(
          'pointEveryVisit',
          () => api.permissions.request({ origins: platform.hosts }).then(done),
          { class: 'wide', 'data-key': 'every-visit' },
        )
      : null,
    point ? toPoint(state, done) : null,
  ].filter(node => node !== null);
}

/** @param {PopupState} state @param {() => void} done */
function toPoint(state, done) {
  const mends = (state.tab.point?.controls.length ?? 0) > 0;
  return button(mends ? 'pointMend' : 'pointStart', () => open(state, done), {
    class: 'wide',
    'data-key': 'point',
  });
}

/** @param {PopupState} state @param {() => void} done */
async function open(state, done) {
  const close = openPanel('pointLooking', done);
  try {
    const found = await ask('point-list', { tabId: state.tab.id });
    choose(state, found, close);
  } catch (error) {
    fail(error, close);
  }
}

/** @param {unknown} error @param {() => void} close */
function fail(error, close) {
  const detail = error instanceof Error ? error.message : '';
  tellIn(t(REFUSED[detail] ?? 'pointRefused'), close);
}

/**
 * @param {PopupState} state
 * @param {{ controls: PointedControl[], more: number }} found
 * @param {() => void} close
 */
function choose(state, found, close) {
  const list = el('ul', { 'aria-label': t('pointWhich') });
  const none = el('p', { class: 'soft', role: 'status' });
  const rows = found.controls.map(control => ({
    control,
    row: rowOf(control, state, close),
    words: [control.name, control.section, ...(control.values ?? []).map(({ text }) => text)]
      .join(' ')
      .toLowerCase(),
  }));
  const narrow = (/** @type {string} */ text) => {
    const wanted = rows.filter(({ words }) => words.includes(text.trim().toLowerCase()));
    fill(list, ...wanted.map(({ row }) => row));
    fill(none, wanted.length === 0 ? t('pointNone') : '');
  };
  const filter = el('input', {
    type: 'search',
    id: 'point-filter',
    'aria-label': t('pointFilter'),
    placeholder: t('pointFilter'),
    oninput: event => narrow(/** @type {HTMLInputElement} */ (event.target).value),
  });
  const title = el('h1', { id: 'point-title', tabindex: '-1' }, t('pointWhich'));
  fill(
    byId('point'),
    title,
    el('p', { class: 'soft' }, t('pointNote')),
    rows.length > 5 && filter,
    list,
    none,
    found.more > 0 && el('p', { class: 'soft' }, t('pointMore', found.more)),
    el('p', {}, button('pointCancel', close)),
  );
  narrow('');
  title.focus();
}

/** @param {PointedControl} control @param {PopupState} state @param {() => void} close */
function rowOf(control, state, close) {
  const name = control.name || t('pointNoName');
  const chosen = control.values?.find(one => one.chosen)?.text;
  const said = control.values
    ? t('pointChosen', chosen ?? '–')
    : t(STATE[control.state ?? 'neither']);
  const gone = el('p', { role: 'alert' });
  return el(
    'li',
    {},
    el('strong', { class: 'words' }, el('bdi', {}, name)),
    el(
      'span',
      { class: 'soft words' },
      control.section && el('bdi', {}, control.section),
      control.section && ' · ',
      said,
    ),
    el(
      'div',
      { class: 'buttons' },
      button(
        'pointShow',
        async () => {
          const there = await ask('point-show', { tabId: state.tab.id, ref: control.ref }).catch(
            () => false,
          );
          fill(gone, there ? '' : t('pointGone'));
        },
        { 'aria-label': `${t('pointShow')}: ${name}`, class: 'small' },
      ),
      button('pointThis', () => answer(control, state, close), {
        'aria-label': `${t('pointThis')}: ${name}`,
        class: 'small primary',
        'data-ref': control.ref,
      }),
    ),
    gone,
  );
}

/** @param {PointedControl} control @param {PopupState} state @param {() => void} close */
function answer(control, state, close) {
  const form = questions(control, state.tab, async given => {
    try {
      await ask('point-take', { answer: { tabId: state.tab.id, ref: control.ref, ...given } });
      close();
    } catch (error) {
      fail(error, close);
    }
  });
  fill(byId('point'), form, el('p', {}, button('pointCancel', close)));
  byId('point').querySelector('h1')?.focus();
}
