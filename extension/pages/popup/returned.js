/** Controls that are allowed again though nobody was seen changing them. They come before everything else. */
import { ask } from '../../shared/ask.js';
import { day } from '../../shared/dates.js';
import { el, icon } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';

/** @import { PopupState } from '../../shared/types.d.ts' */

/**
 * @param {PopupState['returned']} lines
 * @param {() => void} done
 * @returns {Node[]}
 */
export function returnedBlocks(lines, done) {
  return lines.map((line, at) => {
    const answer = (/** @type {'me' | 'not-me' | 'later'} */ given, /** @type {string} */ key, kind = '') => el('button', {
      type: 'button', class: `wide ${kind}`, 'data-key': `${given}-${line.platform}-${line.control}-${at}`,
      onclick: async () => {
        const { platform, control, account, unit } = line;
        await ask('answer-return', { line: { platform, control, account, unit }, answer: given });
        done();
      },
    }, t(key));
    return el('section', { class: 'returned state state-returned stack', 'data-control': `${line.platform}/${line.control}` },
      el('div', { class: 'sentence' },
        el('span', { class: 'disc' }, icon('returned')),
        el(at === 0 ? 'h1' : 'h2', at === 0 ? { id: 'sentence' } : {}, t('returnedSentence', line.name))),
      el('p', { class: 'soft' }, t('returnedExplain')),
      el('p', { class: 'soft' }, [line.account && t('forAccount', line.account), t('lastSeen', day(line.since, locale()))].filter(Boolean).join(' · ')),
      answer('not-me', 'returnedNotMe', 'primary'), answer('me', 'returnedMe'), answer('later', 'returnedLater'));
  });
}
