/**
 * From what a page gave to the file of a sample (docs/samples.md): pure, and checked before anybody
 * sees it.
 */
import { FORMAT, MOST, checkSample } from '../../shared/sample-form.js';

/** @import { DraftNode, SampleFile, SampleMade } from '../../shared/types.d.ts' */
/** @import { SampleNode, Sees } from '../../shared/types.d.ts' */

/** @typedef {{ sees: Sees, control: string | null }} Said */

/**
 * What stands in the file for a text.
 * @param {SampleMade} made
 * @param {number} at
 * @param {Set<number>} ticked
 */
export const wordsOf = (made, at, ticked) =>
  ticked.has(at) ? made.texts[at].text : made.texts[at].filler;

/** Places of the texts that are kept unless the person says otherwise. @param {SampleMade} made */
export const keptOf = made => new Set(made.texts.flatMap(({ kept }, at) => (kept ? [at] : [])));

/** @param {DraftNode} node @param {(at: number) => string} words @returns {SampleNode} */
function nodeOf({ el, attrs, kids, shadow, frame }, words) {
  /** @param {DraftNode['kids']} list */
  const those = list =>
    list?.map(kid =>
      typeof kid === 'number' ? words(kid) : kid === ' ' ? kid : nodeOf(kid, words),
    );
  const values = Object.entries(attrs ?? {}).map(([name, value]) => [
    name,
    value === true
      ? true
      : value.map(one => (typeof one === 'number' ? words(one) : one)).join(' '),
  ]);
  return {
    el,
    ...(attrs && { attrs: Object.fromEntries(values) }),
    ...(kids && { kids: those(kids) }),
    ...(shadow && { shadow: those(shadow) }),
    ...(frame && { frame: those(frame) }),
  };
}

/**
 * @param {SampleMade} made
 * @param {Set<number>} ticked places of texts whose true words the person keeps
 * @param {Said} said
 * @returns {SampleFile}
 */
export function fileOf(made, ticked, { sees, control }) {
  const { platform, site, rev, page, address, lang, dir, browser, tree } = made;
  const words = (/** @type {number} */ at) => wordsOf(made, at, ticked);
  const file = {
    format: FORMAT,
    made: made.made,
    ...{ platform, site, rev, control, page, address, sees, lang, dir, browser },
    tree: tree.map(kid =>
      typeof kid === 'number' ? words(kid) : kid === ' ' ? kid : nodeOf(kid, words),
    ),
  };
  return checkSample(file, made.known);
}

/** @param {SampleFile} file */
export function textOf(file) {
  const text = `${JSON.stringify(file, null, 1)}\n`;
  if (text.length > MOST.bytes) throw new Error('large');
  return text;
}

/** @param {SampleFile} file */
export const fileName = ({ platform, site, made }) =>
  `optoutlog-sample-${platform ?? site?.replaceAll('*', 'any').replaceAll('.', '-')}-${made}.json`;
