/** A clause of a policy as a person reads it: what went, what came, which words made it count. */
import { el } from '../../../shared/dom.js';
import { t } from '../../../shared/i18n.js';
import { lit } from './model.js';

/** @import { Clause } from './model.js' */

const OPS = { added: 'policyAdded', removed: 'policyRemoved', changed: 'policyReworded' };
const GROUPS = /** @type {Record<string, string>} */ ({
  A: 'policyGroupAi',
  T: 'policyGroupTraining',
  D: 'policyGroupData',
  R: 'policyGroupRight',
  L: 'policyGroupLicence',
  P: 'policyGroupPrompts',
  S: 'policyGroupSharing',
  share: 'policyGroupSharing',
});

/**
 * @param {Clause} clause
 * @param {string | null} lang of the policy's text, for a screen reader's voice
 */
export function clauseBlock(clause, lang) {
  const words = clause.hits.map(hit => hit.words);
  return el(
    'div',
    { class: 'clause', 'data-op': clause.op, 'data-level': clause.level },
    el(
      'p',
      { class: 'soft' },
      t(OPS[clause.op]),
      clause.right_removed && el('b', {}, ' · ', t('policyRightRemoved')),
    ),
    ...sides(clause, words, lang),
    clause.hits.length > 0 &&
      el(
        'p',
        { class: 'soft words' },
        t('policyWords'),
        ' ',
        ...clause.hits.map(hit =>
          el(
            'span',
            { class: 'word' },
            GROUPS[hit.group] ? `${t(GROUPS[hit.group])}: ` : '',
            el('bdi', { lang: lang ?? false }, hit.words),
          ),
        ),
      ),
  );
}

/**
 * Of a sentence that was reworded the older and the newer one, side by side.
 * @param {Clause} clause
 * @param {string[]} words that fired
 * @param {string | null} lang
 */
function sides(clause, words, lang) {
  const around = (/** @type {string | null | undefined} */ text) =>
    text && el('span', { class: 'around' }, ` ${text} `);
  const quote = (/** @type {Node[]} */ content, /** @type {boolean} */ whole) =>
    el(
      'blockquote',
      { lang: lang ?? false, dir: 'auto' },
      whole && around(clause.context?.before),
      ...content,
      whole && around(clause.context?.after),
    );
  const { words: runs = [] } = clause;
  if (clause.old === null || clause.new === null || runs.length === 0)
    return [quote(sentence(clause, words), true)];
  const without = (/** @type {'removed' | 'added'} */ op) =>
    sentence({ ...clause, words: runs.filter(run => run.op !== op) }, words);
  return [
    el(
      'div',
      { class: 'sides' },
      el('div', {}, el('b', {}, t('policyOld')), quote(without('added'), false)),
      el('div', {}, el('b', {}, t('policyNew')), quote(without('removed'), true)),
    ),
  ];
}

/**
 * Removed and added words where the sentence was reworded; else the whole sentence as gone or new.
 * @param {Pick<Clause, 'op' | 'old' | 'new' | 'words'>} change
 * @param {string[]} words that fired
 * @returns {Node[]}
 */
export function sentence(change, words) {
  if (change.words && change.words.length > 0) {
    return change.words.flatMap(run => [
      run.op === 'same'
        ? el('span', {}, ...marked(run.text, words))
        : part(run.op, run.text, words),
      document.createTextNode(' '),
    ]);
  }
  return [
    change.old !== null && part('removed', change.old, words),
    change.old !== null && change.new !== null && document.createTextNode(' '),
    change.new !== null && part('added', change.new, words),
  ].filter(node => node instanceof Node);
}

/**
 * `del` and `ins` are not read out everywhere, so the word goes with them: isolated, since the
 * direction is that of the policy's text.
 * @param {'removed' | 'added'} op
 * @param {string} text
 * @param {string[]} words
 */
function part(op, text, words) {
  return el(
    op === 'removed' ? 'del' : 'ins',
    {},
    el(
      'bdi',
      { class: 'visually-hidden' },
      `${t(op === 'removed' ? 'policyRemoved' : 'policyAdded')}: `,
    ),
    ...marked(text, words),
  );
}

/** @param {string} text @param {string[]} words */
function marked(text, words) {
  return lit(text, words).map(piece =>
    piece.lit ? el('mark', {}, piece.text) : document.createTextNode(piece.text),
  );
}
