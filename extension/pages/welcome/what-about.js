/**
 * "What about …?": every platform we know something of, with or without a control to read, found by
 * name or address. A platform without a control is answered by its sentence, with source and date;
 * never by a state.
 */
import { byId, el, fill } from '../../shared/dom.js';
import { sentenceText, sourceText } from '../../shared/fact.js';
import { locale, t } from '../../shared/i18n.js';
import { pathLine } from '../../shared/menu-path.js';

/** @import { Platform, Without } from '../../shared/types.d.ts' */

/**
 * @typedef {{ name: string, words: string, platform: Platform | null, without: Without | null }}
 *   Answer
 */

const KIND = /** @type {Record<string, string>} */ ({
  form: 'whatAboutForm',
  'not-training': 'whatAboutOther',
});

/**
 * Pure: one answer a name, sorted. A platform that has only a setting with another purpose keeps
 * its sentence beside it.
 * @param {Platform[]} platforms
 * @param {Without[]} without
 * @param {string} language
 * @returns {Answer[]}
 */
export function answersOf(platforms, without, language) {
  const left = new Map(without.map(one => [one.id, one]));
  /** @type {Answer[]} */
  const answers = platforms.map(platform => {
    const own = platform.kind === 'not-training' ? (left.get(platform.id) ?? null) : null;
    left.delete(platform.id);
    return {
      name: platform.name,
      words: words(platform.name, platform.id, platform.hosts),
      platform,
      without: own,
    };
  });
  for (const one of left.values())
    answers.push({
      name: one.name,
      words: words(one.name, one.id, one.domains),
      platform: null,
      without: one,
    });
  return answers.sort((a, b) => a.name.localeCompare(b.name, language));
}

/** @param {string} name @param {string} id @param {string[]} places */
function words(name, id, places) {
  return [name, id, ...places].join(' ').toLowerCase();
}

/**
 * Pure: every word of the question must be found.
 * @param {Answer} answer
 * @param {string} question
 */
export function answers(answer, question) {
  return question
    .toLowerCase()
    .split(/\s+/)
    .every(word => answer.words.includes(word));
}

/**
 * What to show in place of a choice that nothing matches: platforms without a control have nothing
 * to tick.
 * @param {Without[]} without
 * @param {string} question
 * @returns {HTMLLIElement[]}
 */
export function instead(without, question) {
  const found = answersOf([], without, locale()).filter(answer => answers(answer, question));
  return found.length > 0 ? found.map(item) : [el('li', {}, el('p', {}, t('whatAboutNothing')))];
}

/** Fills the section and keeps it so. @param {Platform[]} platforms @param {Without[]} without */
export function whatAbout(platforms, without) {
  const all = answersOf(platforms, without, locale());
  const field = /** @type {HTMLInputElement} */ (byId('about-search'));
  const fold = /** @type {HTMLDetailsElement} */ (byId('about-all'));
  byId('about-summary').textContent =
    `${t('allPlatforms')} (${all.length.toLocaleString(locale())})`;
  const show = () => {
    const question = field.value.trim();
    const found = all.filter(answer => answers(answer, question));
    byId('about-count').textContent =
      question === ''
        ? ''
        : found.length > 0
          ? t('shownCount', found.length, all.length)
          : t('whatAboutNothing');
    fill(byId('about-list'), ...found.map(item));
    fold.open = question !== ''; // the whole list is long: whoever wants it opens it
  };
  field.addEventListener('input', show);
  show();
}

/** @param {Answer} answer */
function item({ name, platform, without }) {
  return el(
    'li',
    { 'data-about': platform?.id ?? without?.id ?? '' },
    el(
      'p',
      {},
      el('b', {}, name),
      platform && el('span', { class: 'soft' }, t(KIND[platform.kind] ?? 'whatAboutSwitch')),
    ),
    without && el('p', {}, sentenceText(without.sentence), sourceText(without)),
    platform &&
      el(
        'p',
        {},
        el(
          'a',
          { href: platform.open, target: '_blank', rel: 'noreferrer' },
          t('welcomeFirstPlatform', name),
        ),
      ),
    ...pathLine(platform?.path ?? without?.path),
  );
}
