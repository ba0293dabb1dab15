/** Each text of a sample once: what it is on the page, and what stands in the file for it. */
import { el, fill } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { wordsOf } from './sample-file.js';

/** @import { SampleMade } from '../../shared/types.d.ts' */

/**
 * @param {SampleMade} made
 * @param {Set<number>} ticked changed by the person
 * @param {() => void} changed
 */
export function rowsOf(made, ticked, changed) {
  // what stands in the row of a switch is worth most to a rule, and is looked at first
  const places = made.texts.map((_, at) => at);
  const near = places.filter(at => made.texts[at].near);
  const ordered = [...near, ...places.filter(at => !made.texts[at].near)];
  return el(
    'fieldset',
    {},
    el('legend', {}, t('sampleTexts')),
    el('ul', {}, ...ordered.map(at => rowOf(made, at, ticked, changed))),
  );
}

/** @param {SampleMade} made @param {number} at @param {Set<number>} ticked
 * @param {() => void} changed */
function rowOf(made, at, ticked, changed) {
  const { text, kind } = made.texts[at];
  const becomes = el('span', { class: 'soft words' });
  const tell = () =>
    ticked.has(at)
      ? fill(becomes, t('sampleKept'))
      : fill(becomes, t('sampleReplaced'), ' ', el('bdi', {}, wordsOf(made, at, ticked)));
  const box = el('input', {
    type: 'checkbox',
    checked: ticked.has(at),
    'data-at': at,
    onchange: event => {
      if (/** @type {HTMLInputElement} */ (event.target).checked) ticked.add(at);
      else ticked.delete(at);
      tell();
      changed();
    },
  });
  tell();
  return el(
    'li',
    {},
    el(
      'label',
      {},
      box,
      el(
        'span',
        { class: 'said' },
        kind === 'hook' && el('span', { class: 'soft' }, t('sampleHook'), ' '),
        el('bdi', { class: 'words', dir: kind === 'hook' ? 'ltr' : 'auto' }, text),
        becomes,
      ),
    ),
  );
}
