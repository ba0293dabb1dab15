/**
 * Controls that are allowed again though nobody was seen changing them. They come before everything
 * else. Where no account is known it may be another's: that is told with its doubt, apart, and is
 * no alarm.
 */
import { ask } from './ask.js';
import { day } from './dates.js';
import { el, icon } from './dom.js';
import { locale, t } from './i18n.js';
import { runsText, windowText } from './runs.js';
import { plainForm, sentenceKey } from './sentences.js';
import { weightOfLine } from './weight.js';

/** @import { ReturnedLine } from './types.d.ts' */

/**
 * What was seen before and since: never a time of which nobody knows.
 * @param {ReturnedLine} line
 */
function when(line) {
  return (
    windowText(line) || runsText(line) || (line.seen ? t('lastSeen', day(line.seen, locale())) : '')
  );
}

/** @param {ReturnedLine} line */
function details(line) {
  return [line.account && t('forAccount', line.account), line.unit, when(line)]
    .filter(Boolean)
    .join(' · ');
}

/** @param {ReturnedLine} line @param {() => void} done @param {number} at */
function answers(line, done, at) {
  return (/** @type {'me' | 'not-me' | 'later'} */ given, /** @type {string} */ key, kind = '') =>
    el(
      'button',
      {
        type: 'button',
        class: kind,
        'data-key': `${given}-${line.platform}-${line.control}-${at}`,
        onclick: async () => {
          const { platform, control, account, unit } = line;
          await ask('answer-return', { line: { platform, control, account, unit }, answer: given });
          done();
        },
      },
      t(key),
    );
}

/**
 * @param {ReturnedLine[]} lines
 * @param {() => void} done
 * @param {'h1' | 'h2'} [heading] level of the first
 * @returns {Node[]}
 */
export function returnedBlocks(lines, done, heading = 'h1') {
  return lines.map((line, at) => {
    const answer = answers(line, done, at);
    const top = at === 0 ? heading : 'h2';
    const key = sentenceKey({
      when: 'returned',
      form: plainForm(line),
      training: 'allowed',
      weight: weightOfLine(line),
    });
    return el(
      'section',
      {
        class: 'returned state state-returned stack',
        'data-control': `${line.platform}/${line.control}`,
      },
      el(
        'div',
        { class: 'sentence' },
        el('span', { class: 'disc' }, icon('returned')),
        el(top, top === 'h1' ? { id: 'sentence' } : {}, t(key, line.name)),
      ),
      el('p', { class: 'soft' }, t('returnedExplain')),
      el('p', { class: 'soft' }, details(line)),
      answer('not-me', 'returnedNotMe', 'wide primary'),
      el(
        'p',
        { class: 'buttons' },
        answer('me', 'returnedMe', 'small'),
        answer('later', 'returnedLater', 'small'),
      ),
    );
  });
}

/**
 * @param {ReturnedLine[]} lines
 * @param {() => void} done
 * @returns {Node[]}
 */
export function perhapsBlocks(lines, done) {
  return lines.map((line, at) => {
    const answer = answers(line, done, at);
    const key = sentenceKey({
      when: 'perhaps',
      form: plainForm(line),
      training: 'allowed',
      weight: weightOfLine(line),
    });
    return el(
      'section',
      { class: 'perhaps stack', 'data-control': `${line.platform}/${line.control}` },
      el('h2', {}, icon('unknown'), ' ', t(key, line.name)),
      el('p', { class: 'soft' }, t('perhapsExplain')),
      el('p', { class: 'soft' }, details(line)),
      el(
        'p',
        { class: 'buttons' },
        answer('me', 'returnedMe', 'small'),
        answer('later', 'returnedLater', 'small'),
      ),
    );
  });
}
