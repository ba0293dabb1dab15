/**
 * What is due: an answer a month after an objection, a round of checks. Calm lines, each with its
 * answers.
 */
import { ask } from '../../shared/ask.js';
import { day } from '../../shared/dates.js';
import { byId, el, fill, icon } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';

/** @import { Reminder } from '../../shared/types.d.ts' */

/**
 * @param {Reminder[]} due
 * @param {{ onAnswer: (one: Reminder, kind: 'answered-yes' | 'answered-no') => void, onLetter:
 *   (one: Reminder) => void, onRound: () => void, onLater: () => void }} on
 */
export function drawDue(due, on) {
  byId('due').hidden = due.length === 0;
  fill(
    byId('due'),
    ...due.map(one => {
      const button = (/** @type {string} */ text, /** @type {() => void} */ onclick, kind = '') =>
        el(
          'button',
          { type: 'button', class: `small ${kind}`, 'data-key': `${text}-${one.key}`, onclick },
          t(text),
        );
      const later = button('dueLater', async () => {
        await ask('reminder-later', { key: one.key });
        on.onLater();
      });
      const round = one.kind === 'round';
      return el(
        'div',
        { class: 'due', 'data-due': one.kind },
        el('span', { class: 'disc state' }, icon(round ? 'settling' : 'form')),
        el(
          'div',
          { class: 'due-text' },
          el('h2', {}, round ? t('dueRound') : t('dueAnswer', one.name ?? '')),
          !round &&
            el(
              'p',
              { class: 'soft' },
              t('dueAnswerNote', one.asked ? day(one.asked, locale()) : '', day(one.due, locale())),
            ),
        ),
        el(
          'p',
          { class: 'buttons' },
          ...(round
            ? [button('roundStart', on.onRound, 'primary')]
            : [
                button('dueYes', () => on.onAnswer(one, 'answered-yes')),
                button('dueNo', () => on.onAnswer(one, 'answered-no')),
                button('dueLetter', () => on.onLetter(one)),
              ]),
          later,
        ),
      );
    }),
  );
}
