/** The changes together: in short since each opt-out, then one by one, what was read at the end. */
import { day } from '../../../shared/dates.js';
import { el } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { byNeed, seenOnce, sinceOptOut } from './model.js';

/** @import { Line, Platform } from '../../../shared/types.d.ts' */
/** @import { Change, PolicyState } from './model.js' */

/**
 * One line a platform: what changed since its opt-out.
 * @param {Change[]} changes
 * @param {{ platforms: Platform[], lines: Line[] }} log
 */
export function summaries(changes, { platforms, lines }) {
  const found = sinceOptOut(changes, lines);
  if (found.size === 0) return [];
  return [
    el(
      'ul',
      { class: 'since', 'data-part': 'since' },
      ...[...found].map(([id, { since, changes: after }]) => {
        const platform = platforms.find(one => one.id === id);
        const name = platform?.name ?? id;
        return el(
          'li',
          { 'data-platform': id },
          el(
            'span',
            {},
            t('policySince', name, day(since, locale()), after.length),
            nextText(after),
          ),
          platform?.open && openLink(platform),
        );
      }),
    ),
  ];
}

/** The change that counts next. @param {Change[]} changes of one platform */
function nextText(changes) {
  const next = changes
    .filter(change => (change.days_left ?? 0) > 0)
    .sort((a, b) => (a.days_left ?? 0) - (b.days_left ?? 0))[0];
  if (!next) return null;
  const away = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  const when = day(next.effective ?? '', locale());
  return ` ${t('policyNext', when, away.format(next.days_left ?? 0, 'day'))}`;
}

/** @param {Platform} platform */
function openLink({ id, name, open }) {
  return el(
    'a',
    {
      class: 'button small',
      href: open,
      target: '_blank',
      rel: 'noreferrer',
      'data-key': `since-${id}`,
    },
    t('openOf', name),
  );
}

/**
 * Quiet only where nothing waits for its second look.
 * @param {PolicyState} state
 * @param {(change: Change) => Node} item
 * @param {() => void} readAll
 */
export function changesBlock({ changes, documents }, item, readAll) {
  const unread = byNeed(changes.filter(change => change.read === null));
  const read = byNeed(changes.filter(change => change.read !== null));
  return el(
    'div',
    { class: 'stack', 'data-part': 'changes' },
    el(
      'div',
      { class: 'bar' },
      el('h3', {}, t('policyChanges')),
      unread.length > 1 &&
        el(
          'button',
          { type: 'button', class: 'small', 'data-key': 'policy-read-all', onclick: readAll },
          t('policyMarkAll'),
        ),
    ),
    unread.length > 0
      ? el('ol', { class: 'changes', 'data-part': 'unread' }, ...unread.map(item))
      : seenOnce(documents).length === 0 &&
          el(
            'p',
            { id: 'policy-quiet' },
            t(changes.length > 0 ? 'policyAllRead' : 'policyNothing'),
          ),
    read.length > 0 &&
      el(
        'details',
        { 'data-part': 'read' },
        el('summary', { 'data-key': 'policy-old' }, t('policyRead', read.length)),
        el('ol', { class: 'changes' }, ...read.map(item)),
      ),
  );
}
