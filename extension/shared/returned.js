/** Controls that are allowed again though nobody was seen changing them. They come before everything else. */
import { ask } from './ask.js';
import { day } from './dates.js';
import { el, icon } from './dom.js';
import { locale, t } from './i18n.js';
import { saying } from './trainers.js';

/** @import { PopupState } from './types.d.ts' */

/**
 * @param {PopupState['returned']} lines
 * @param {() => void} done
 * @param {'h1' | 'h2'} [heading] level of the first
 * @returns {Node[]}
 */
export function returnedBlocks(lines, done, heading = 'h1') {
  return lines.map((line, at) => {
    const answer = (/** @type {'me' | 'not-me' | 'later'} */ given, /** @type {string} */ key, kind = '') => el('button', {
      type: 'button', class: `wide ${kind}`, 'data-key': `${given}-${line.platform}-${line.control}-${at}`,
      onclick: async () => {
        const { platform, control, account, unit } = line;
        await ask('answer-return', { line: { platform, control, account, unit }, answer: given });
        done();
      },
    }, t(key));
    const top = at === 0 ? heading : 'h2';
    return el('section', { class: 'returned state state-returned stack', 'data-control': `${line.platform}/${line.control}` },
      el('div', { class: 'sentence' },
        el('span', { class: 'disc' }, icon('returned')),
        el(top, top === 'h1' ? { id: 'sentence' } : {}, t(saying('returnedSentence', line), line.name))),
      el('p', { class: 'soft' }, t('returnedExplain')),
      el('p', { class: 'soft' }, [line.sure === 'likely' && t('sureLikely'), line.account && t('forAccount', line.account), t('lastSeen', day(line.since, locale()))].filter(Boolean).join(' · ')),
      answer('not-me', 'returnedNotMe', 'primary'), answer('me', 'returnedMe'), answer('later', 'returnedLater'));
  });
}
