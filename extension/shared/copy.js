/** A button that copies a text and says so, also to a screen reader. */
import { el } from './dom.js';
import { t } from './i18n.js';

/**
 * @param {string} key of the button's text
 * @param {string} text
 */
export function copyButton(key, text) {
  const label = el('span', { role: 'status' }, t(key));
  return el('button', {
    type: 'button', class: 'small', 'data-key': `copy-${key}`,
    onclick: async () => {
      await navigator.clipboard.writeText(text);
      label.textContent = t('actionCopied');
    },
  }, label);
}
