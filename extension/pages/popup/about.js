/** What is known of the setting that the popup's sentence is about, below its buttons. */
import { dayWithAge } from '../../shared/dates.js';
import { el } from '../../shared/dom.js';
import { locale, t } from '../../shared/i18n.js';
import { scopeBlock, scopeLines } from '../../shared/scope.js';

/** @import { PopupState, Reading } from '../../shared/types.d.ts' */
/** @import { View } from './view.js' */

/**
 * What the setting governs and what not, settings beside it, and how old the rule is.
 * @param {View} view
 * @param {PopupState} state
 * @returns {Node[]}
 */
export function aboutBlock(view, state) {
  const { platform } = state.tab;
  if (!platform) return [];
  const rule = view.tone !== 'settling' && !view.without ? ruleLine(view, state) : null;
  const more = rule ? [rule] : [];
  return [
    ...(view.scope
      ? [
          ...scopeLines(platform, view.scope, view.limits ? ['covers'] : ['covers', 'not']),
          ...scopeBlock(platform, view.scope, { regions: view.regions, more }),
        ]
      : more),
    ...view.beside.map(reading => besideLine(reading, state)),
  ];
}

/**
 * A setting with another purpose, under its own name.
 * @param {Reading} reading
 * @param {PopupState} state
 */
function besideLine(reading, state) {
  const name =
    state.tab.platform?.controls.find(({ id }) => id === reading.control)?.name ?? reading.control;
  return el('p', { class: 'soft beside' }, t('otherSentence', name));
}

/**
 * How old the rule is, and whether it rests on reports.
 * @param {View} view
 * @param {PopupState} state
 */
function ruleLine(view, state) {
  const { platform } = state.tab;
  if (!platform?.seen || platform.own) return null;
  const grade = platform.controls.find(({ id }) => id === view.scope)?.grade ?? platform.grade;
  return el(
    'p',
    { class: 'soft rule' },
    [
      t('ruleAge', dayWithAge(platform.seen, locale())),
      grade === 'C' && view.how?.kind !== 'reported' && t('gradeReported'),
    ]
      .filter(Boolean)
      .join(' '),
  );
}
