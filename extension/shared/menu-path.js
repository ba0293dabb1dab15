/**
 * The way to a setting through the platform's own menus. Its steps are the platform's words, as a
 * source names them: they are not translated.
 */
import { el } from './dom.js';
import { sourceText } from './fact.js';
import { t } from './i18n.js';

/** @import { MenuPath } from './types.d.ts' */

/** @param {MenuPath | undefined} path @returns {Node[]} nothing where none is known */
export function pathLine(path) {
  if (!path) return [];
  const steps = el('bdi', { lang: 'en', dir: 'ltr' }, path.steps.join(' → '));
  return [el('p', { class: 'soft path' }, t('menuPath'), ' ', steps, ' ', sourceText(path))];
}
