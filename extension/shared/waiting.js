/**
 * What was read here and waits for the log program: shown beside the program's own word, marked as
 * waiting. It counts for no state and raises no alarm.
 */
import { moment } from './dates.js';
import { el } from './dom.js';
import { locale, t } from './i18n.js';
import { entryWord } from './words.js';

/** @import { WaitingRow } from './types.d.ts' */

/** Rows that are shown; how many there are stands in the host's line. */
const MOST = 3;

/** @param {WaitingRow[]} rows newest first @returns {Node[]} */
export function waitingBlock(rows) {
  if (rows.length === 0) return [];
  return [
    el(
      'section',
      { class: 'waiting-list', 'aria-label': t('historyWaiting') },
      el('h2', {}, t('historyWaiting')),
      el(
        'ul',
        {},
        ...rows
          .slice(0, MOST)
          .map(row =>
            el(
              'li',
              {},
              el('b', {}, row.name),
              ...[row.account, row.unit]
                .filter(Boolean)
                .flatMap(name => [' · ', el('bdi', {}, name)]),
              ' · ',
              t(entryWord(row)),
              ' · ',
              el('time', { datetime: row.at }, moment(row.at, locale())),
            ),
          ),
      ),
      el('p', {}, t('waitingNote')),
    ),
  ];
}
