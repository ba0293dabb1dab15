/** A button that copies a text and says so, also to a screen reader. */
import { el } from './dom.js';
import { t } from './i18n.js';

/**
 * @param {string} key of the button's text
 * @param {string} text
 * @param {string} [name] tells it from another button with the same words
 */
export function copyButton(key, text, name = key) {
  const label = el('span', { role: 'status' }, t(key));
  return el(
    'button',
    {
      type: 'button',
      class: 'small',
      'data-key': `copy-${name}`,
      onclick: async () => {
        await navigator.clipboard.writeText(text);
        label.textContent = t('actionCopied');
      },
    },
    label,
  );
}
