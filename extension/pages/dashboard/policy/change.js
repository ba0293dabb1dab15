/**
 * One change of a policy: what it is, when it counts, the clause, and the user's own setting before
 * it.
 */
import { ask } from '../../../shared/ask.js';
import { day } from '../../../shared/dates.js';
import { el, fill, icon } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { clauseBlock, sentence } from './clause.js';
import { policyFailure } from './failure.js';
import { isNews, shouldLookAgain } from './model.js';
import { toldText } from './told.js';

/** @import { Platform } from '../../../shared/types.d.ts' */
/** @import { Change, Standing } from './model.js' */

const VERDICTS = /** @type {Record<string, [string, string, string]>} */ ({
  alert: ['allowed', 'warning', 'policyAlert'],
  mention: ['unknown', 'unknown', 'policyMention'],
  'in-force': ['unknown', 'check', 'policyInForceNow'],
  'new-baseline': ['unknown', 'none', 'policyBaseline'],
});

/** Reasons of a mention that is about the day alone. */
const OF_THE_DAY = ['date-moved', 'date-gone', 'withdrawn', 'announcement-gone'];

/**
 * @typedef {{ platform: Platform | null, standings: Standing[], onRead: (change: Change) => void }}
 *   More
 */

/** @param {Change} change @param {More} more */
export function changeItem(change, more) {
  return el(
    'li',
    {
      class: 'change',
      id: `policy-${change.change}`,
      'data-verdict': change.verdict,
      'data-level': change.level,
      'data-read': change.read !== null,
    },
    head(change),
    toldLine(change),
    el('p', { 'data-dates': true }, datesText(change)),
    change.clause && clauseBlock(change.clause, change.lang),
    isNews(change) && standingsBlock(more),
    isNews(change) && change.confidence === 'low' && el('p', { class: 'soft' }, t('policyDoubt')),
    !change.terms_validated && el('p', { class: 'soft' }, t('policyNotValidated')),
    buttons(change, more),
    allSentences(change),
  );
}

/** @param {Change} change */
function head(change) {
  const [tone, symbol, label] = VERDICTS[change.verdict] ?? VERDICTS.mention;
  const isOfDay = change.verdict === 'mention' && OF_THE_DAY.includes(change.reasons[0]?.name);
  const text = isOfDay ? 'policyDayMoved' : label;
  return el(
    'p',
    { class: 'change-head' },
    el(
      'span',
      { class: `pill state state-${tone}` },
      icon(symbol),
      t(change.right_removed && isNews(change) ? 'policyRightRemoved' : text),
    ),
    el('b', {}, el('bdi', {}, change.name)),
    change.level > 0 && el('span', { class: 'soft' }, t('policyLevel', change.level)),
  );
}

/**
 * Of what is in force now nothing is new: it was told when it was announced.
 * @param {Change} change
 */
function toldLine({ verdict, clause }) {
  const text = verdict !== 'in-force' && clause ? toldText(clause) : '';
  return text !== '' && el('p', { class: 'told' }, text);
}

/** @param {Pick<More, 'platform' | 'standings'>} more */
function standingsBlock({ platform, standings }) {
  if (standings.length === 0)
    return platform !== null && el('p', {}, t('policyBeforeNever', platform.name));
  return el(
    'ul',
    { class: 'standings' },
    ...standings.map(one =>
      el(
        'li',
        { 'data-before': one.before, 'data-after': one.after?.training ?? 'none' },
        icon(one.before === 'not-read' ? 'unknown' : one.before),
        standingText(one, platform),
      ),
    ),
  );
}

/** @param {Change} change @param {More} more */
function buttons(change, { platform, standings, onRead }) {
  const again =
    isNews(change) && platform !== null && platform.open !== '' && shouldLookAgain(standings);
  const away = { target: '_blank', rel: 'noreferrer' };
  return el(
    'p',
    { class: 'buttons' },
    again &&
      el(
        'a',
        {
          class: 'button small primary',
          href: platform.open,
          ...away,
          'data-key': `look-${change.change}`,
        },
        t('policyLookAgain'),
      ),
    change.read === null &&
      el(
        'button',
        {
          type: 'button',
          class: 'small',
          'data-key': `read-${change.change}`,
          onclick: () => onRead(change),
        },
        t('policyMarkRead'),
      ),
    el(
      'a',
      { class: 'button small', href: change.url, ...away, 'data-key': `document-${change.change}` },
      t('policyOpenDocument'),
    ),
  );
}

/** Noticed, and announced or in force: three different days. @param {Change} change */
export function datesText(change) {
  const noticed = t('policyNoticed', day(change.at, locale()));
  if (!change.effective || change.days_left === null)
    return isNews(change) ? `${noticed} ${noDateText(change.days ?? [])}` : noticed;
  const away = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(
    change.days_left,
    'day',
  );
  const counts = change.days_left > 0 ? 'policyAnnounced' : 'policyInForce';
  return `${noticed} ${t(counts, day(change.effective, locale()), away)}`;
}

/** Of several days none is said to be the change's own. @param {string[]} days */
function noDateText(days) {
  if (days.length < 2) return t('policyNoDate');
  const list = new Intl.ListFormat(locale(), { type: 'conjunction' });
  return t('policyDays', list.format(days.map(one => day(one, locale()))));
}

/** @param {Standing} one @param {Platform | null} platform */
function standingText(one, platform) {
  const name = platform?.controls.find(({ id }) => id === one.control)?.name ?? one.control;
  const who = [name, one.account, one.unit].filter(Boolean).join(' · ');
  const after = one.after?.training === 'denied' ? 'policyAfterDenied' : 'policyAfterAllowed';
  return el(
    'span',
    {},
    el('bdi', {}, who),
    ': ',
    beforeText(one),
    one.likely && one.seen && probably(),
    one.after && ` ${t(after, day(one.after.seen, locale()))}`,
    one.after?.likely && probably(),
  );
}

const probably = () => ` (${t('sureLikely')})`;

/** @param {Standing} one */
function beforeText({ before, seen, said }) {
  if (before === 'not-read') return t('policyBeforeUnknown');
  if (said || seen === null)
    return t(before === 'denied' ? 'policyBeforeSaidDenied' : 'policyBeforeSaidAllowed');
  return t(before === 'denied' ? 'policyBeforeDenied' : 'policyBeforeAllowed', day(seen, locale()));
}

/**
 * The whole difference, asked for when it is opened, page by page; and where the texts came from.
 * @param {Change} change
 */
function allSentences(change) {
  const place = el('div', {});
  let begun = false;
  const more = async (/** @type {number} */ cursor) => {
    try {
      const shown = await ask('policy-show', { change: change.change, cursor });
      if (cursor === 0)
        fill(
          place,
          ...provenance(change),
          ...shown.judgement.clauses
            .slice(1)
            .map((/** @type {any} */ clause) => clauseBlock(clause, change.lang)),
          el('h4', {}, t('policyAll')),
        );
      place.querySelector('button')?.remove();
      place.append(
        ...shown.changes.map((/** @type {any} */ one) =>
          el(
            'p',
            {
              class: 'sentence-change',
              lang: change.lang ?? false,
              dir: 'auto',
              'data-kind': one.kind,
            },
            ...sentence(one, []),
          ),
        ),
      );
      if (shown.next !== null)
        place.append(
          el(
            'button',
            { type: 'button', class: 'small', onclick: () => more(shown.next) },
            t('policyMore'),
          ),
        );
    } catch (error) {
      place.append(el('p', { role: 'alert' }, ...policyFailure(error)));
    }
  };
  return el(
    'details',
    {
      ontoggle: event => {
        if (begun || !(/** @type {HTMLDetailsElement} */ (event.target).open)) return;
        begun = true;
        more(0);
      },
    },
    el('summary', { class: 'soft', 'data-key': `all-${change.change}` }, t('policyAllOpen')),
    place,
  );
}

/** @param {Change} change */
function provenance(change) {
  return [
    el(
      'p',
      { class: 'soft' },
      t(change.capture === 'page' ? 'policyByBrowser' : 'policyByProgram'),
      ' ',
      el('bdi', {}, change.final_url),
    ),
    el(
      'dl',
      {},
      el('dt', {}, t('policyHashBefore')),
      el('dd', {}, el('code', {}, change.old_sha256)),
      el('dt', {}, t('policyHashAfter')),
      el('dd', {}, el('code', {}, change.new_sha256)),
    ),
  ];
}
