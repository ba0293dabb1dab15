/**
 * A letter from the record, written on request; the text can be changed, copied and saved. Nothing
 * is sent.
 */
import { byId, el, fill } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { save } from '../../../shared/download.js';
import { LAWS, letterLanguage, letterText } from './text.js';

/** @import { Platform } from '../../../shared/types.d.ts' */
/** @import { LogEntry } from '../log/log.js' */
/** @import { Kind, Law } from './text.js' */

const KINDS = [
  ['objection', 'letterObjection'],
  ['complaint', 'letterComplaint'],
];
const LAW_TEXT = { eu: 'lawEu', uk: 'lawUk', ch: 'lawCh' };

/** @param {() => { platforms: Platform[], entries: LogEntry[] }} now */
export function createLetter(now) {
  const form = /** @type {HTMLFormElement} */ (byId('letter-form'));
  const field = (/** @type {string} */ name) =>
    /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
  fill(field('kind'), ...KINDS.map(([value, text]) => el('option', { value }, t(text))));
  fill(field('law'), ...LAWS.map(law => el('option', { value: law }, t(LAW_TEXT[law]))));

  function write() {
    const { platforms, entries } = now();
    const platform = platforms.find(({ id }) => id === field('platform').value);
    if (!platform) return;
    const kind = /** @type {Kind} */ (field('kind').value);
    const text = letterText({
      platform,
      entries: entries.filter(entry => entry.platform === platform.id),
      kind,
      law: /** @type {Law} */ (field('law').value),
      locale: locale(),
      now: new Date(),
    });
    const area = draft(text, `optoutlog-${kind}-${platform.id}.txt`);
    area.focus();
    area.setSelectionRange(0, 0);
    area.scrollTop = 0;
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    write();
  });

  return {
    /** @param {string[]} first ids of platforms that came back: what a letter is about soonest */
    update(first) {
      const { platforms, entries } = now();
      const known = new Set(entries.map(entry => entry.platform));
      const before = field('platform').value;
      // where the setting is about others' training, a letter that says the platform trains would
      // say too much
      const all = platforms.filter(({ id, trainers }) => known.has(id) && trainers !== 'others');
      const mine = [
        ...all.filter(({ id }) => first.includes(id)),
        ...all.filter(({ id }) => !first.includes(id)),
      ];
      fill(field('platform'), ...mine.map(({ id, name }) => el('option', { value: id }, name)));
      if (mine.some(({ id }) => id === before)) field('platform').value = before;
      byId('letter').hidden = mine.length === 0;
    },
    /** @param {string} platform @param {Kind} kind */
    show(platform, kind) {
      field('platform').value = platform;
      field('kind').value = kind;
      byId('letter').scrollIntoView({ block: 'start' });
      write();
    },
  };
}

/**
 * Shows the letter, to be changed, copied and saved.
 * @param {string} text
 * @param {string} file its name
 */
function draft(text, file) {
  const language = letterLanguage(locale());
  const area = el('textarea', {
    id: 'letter-text',
    rows: 22,
    lang: language,
    dir: 'ltr',
    'aria-label': t('letterTitle'),
  });
  area.value = text;
  byId('letter-out').hidden = false;
  fill(
    byId('letter-out'),
    language !== locale().split('-')[0] && el('p', { class: 'soft' }, t('letterLanguage')),
    area,
    el(
      'p',
      { class: 'buttons' },
      copyButton(area),
      el(
        'button',
        { type: 'button', onclick: () => save(file, area.value, 'text/plain;charset=utf-8') },
        t('letterSave'),
      ),
    ),
  );
  return area;
}

/** @param {HTMLTextAreaElement} area */
function copyButton(area) {
  const copied = el('span', { role: 'status' }, t('letterCopy'));
  return el(
    'button',
    {
      type: 'button',
      onclick: async () => {
        await navigator.clipboard.writeText(area.value);
        copied.textContent = t('actionCopied');
      },
    },
    copied,
  );
}
