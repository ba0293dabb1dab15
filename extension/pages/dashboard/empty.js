/** The empty state leads to the first check. */
import { byUse } from '../../shared/by-use.js';
import { el } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';

/** @import { Platform } from '../../shared/types.d.ts' */

/**
 * @param {Platform[]} platforms
 * @param {string[]} granted ids
 * @returns {Node[]}
 */
export function emptyBlock(platforms, granted) {
  const first = byUse(platforms.filter(({ id }) => granted.includes(id))).slice(0, 3);
  const links =
    first.length > 0
      ? first.map(platform =>
          el(
            'a',
            { class: 'button', href: platform.open, target: '_blank', rel: 'noreferrer' },
            t('welcomeFirstPlatform', platform.name),
          ),
        )
      : [
          el(
            'a',
            { class: 'button primary', href: '/pages/welcome/welcome.html' },
            t('actionChoose'),
          ),
        ];
  return [
    el('h2', {}, t('logEmptyTitle')),
    el('p', {}, t(first.length > 0 ? 'logEmptyNote' : 'logEmptyChoose')),
    el('p', { class: 'buttons' }, ...links),
  ];
}
