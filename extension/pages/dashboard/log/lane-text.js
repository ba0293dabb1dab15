/** What a lane says: each run and each mark in words, and all of them as a table. */
import { el } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { stepText, wayText } from './rows.js';

/** @import { Lane, Mark } from './lane.js' */
/** @import { Drawn } from './lanes.js' */
/** @import { Row } from './rows.js' */

const STATE = { allowed: 'stateAllowed', denied: 'stateDenied', unknown: 'stateUnknown' };

/**
 * Making a formatter costs far more than using it, and there are thousands of dates.
 * @type {Intl.DateTimeFormat | undefined}
 */
let days;
/** @param {number} time */
export function dayOf(time) {
  days ??= new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' });
  return days.format(time);
}

/** @param {{ state: keyof typeof STATE, from: number, to: number, likely?: true }} run */
export function runSays({ state, from, to, likely }) {
  const [first, last] = [dayOf(from), dayOf(to)];
  return (
    `${first === last ? first : `${first} – ${last}`}: ` +
    `${t(STATE[state])}${likely ? ` (${t('sureLikely')})` : ''}`
  );
}

/** @param {Mark} mark */
export function markSays({ kind, state, raw, text, said = false }) {
  if (kind === 'policy') return text ?? '';
  if (kind === 'form')
    return said ? `${t('entrySaid')}: ${t(stepText(raw, true))}` : t(stepText(raw, false));
  if (kind === 'said') return `${t('entrySaid')}: ${t(wayText(raw, state))}`;
  if (kind === 'not-kept') return t('stateNotKept');
  if (kind === 'perhaps') return t('statePerhaps');
  return kind === 'returned'
    ? t('stateReturned')
    : `${t('legendChange')}: ${t(STATE[state ?? 'unknown'])}`;
}

/** @param {Row} row @param {Lane} lane */
export function laneSays(row, lane) {
  const last = lane.runs.at(-1);
  const what = [row.platform.name, row.control, row.account, row.unit].filter(Boolean).join(', ');
  return [
    what,
    last ? runSays(last) : t('never'),
    ...lane.marks.slice(-3).map(mark => `${dayOf(mark.at)}: ${markSays(mark)}`),
  ].join('; ');
}

/**
 * The same in words, newest first.
 * @param {Drawn[]} lanes
 * @param {number} from
 * @param {number} to
 */
export function asTable(lanes, from, to) {
  const head = [t('colPlatform'), t('colWhat')];
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...head.map(text => el('th', { scope: 'col' }, text)))),
    el(
      'tbody',
      {},
      ...linesOf(lanes, from, to).map(({ row, says }) =>
        el(
          'tr',
          {},
          el(
            'th',
            { scope: 'row', 'data-label': head[0] },
            el('bdi', {}, [row.platform.name, row.account, row.unit].filter(Boolean).join(' · ')),
          ),
          el('td', { 'data-label': head[1] }, says()),
        ),
      ),
    ),
  );
}

/** @param {Drawn[]} lanes @param {number} from @param {number} to */
function linesOf(lanes, from, to) {
  return lanes
    .flatMap(({ row, lane }) => [
      ...lane.runs
        .filter(run => run.to >= from && run.from <= to)
        .map(run => ({ row, at: run.to, says: () => runSays(run) })),
      ...lane.marks
        .filter(({ at }) => at >= from)
        .map(mark => ({ row, at: mark.at, says: () => `${dayOf(mark.at)}: ${markSays(mark)}` })),
    ])
    .sort((a, b) => b.at - a.at)
    .slice(0, 300);
}
