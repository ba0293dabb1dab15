/** What could not be checked and why, whose documents are read, and each document's last look. */
import { api } from '../../../shared/api.js';
import { ago, day } from '../../../shared/dates.js';
import { el } from '../../../shared/dom.js';
import { matchesHost } from '../../../shared/hosts.js';
import { locale, t } from '../../../shared/i18n.js';
import { failing, followable, seenOnce, tabMayHelp, waitingForPage, whyKey } from './model.js';

/** @import { Platform } from '../../../shared/types.d.ts' */
/** @import { Doc, PolicyState } from './model.js' */

/**
 * Whether the browser can be asked for the site at all: only hosts that the manifest names.
 * @param {string} url
 */
function askable(url) {
  const { optional_host_permissions: optional = [], host_permissions: required = [] } =
    /** @type {any} */ (api.runtime.getManifest());
  return [...optional, ...required].some((/** @type {string} */ pattern) =>
    matchesHost(pattern, url),
  );
}

/**
 * Silence that can be trusted: everything that was not read is named, with since when and why.
 * @param {Doc[]} documents
 * @param {(document: Doc) => void} onCapture
 */
export function failingBlock(documents, onCapture) {
  const items = [
    ...failing(documents).map(one => item(one, failedText(one), onCapture)),
    ...waitingForPage(documents).map(one => item(one, t('policyNeedsPage'), onCapture)),
  ];
  return (
    items.length > 0 &&
    el(
      'div',
      { class: 'stack', 'data-part': 'failing' },
      el('h3', {}, t('policyFailing')),
      el('ul', { class: 'failing' }, ...items),
    )
  );
}

/**
 * What was seen at one look and waits for a second one.
 * @param {Doc[]} documents
 * @param {(document: Doc) => void} onCapture
 */
export function waitingBlock(documents, onCapture) {
  const named = failing(documents); // their buttons stand there
  const items = seenOnce(documents).map(one => {
    const text = t('policyWaiting', day(one.seen_once ?? '', locale()));
    if (named.includes(one)) return el('li', { 'data-document': one.document }, nameAnd(one, text));
    return item(one, one.needs_scripts ? `${text} ${t('policyNeedsPage')}` : text, onCapture);
  });
  return items.length > 0 && el('ul', { class: 'failing', 'data-part': 'waiting' }, ...items);
}

/** @param {Doc} one @param {string} text */
function nameAnd(one, text) {
  return el('p', {}, el('b', {}, el('bdi', {}, one.name)), ' · ', text);
}

/** @param {Doc} one */
function failedText(one) {
  const why = whyKey(one.state);
  const reason =
    why === 'policyWhyWait' && one.not_before
      ? t('policyWhyWaitUntil', day(one.not_before, locale()))
      : t(why);
  return (
    `${t('policyFailedSince', day(one.failing_since ?? '', locale()), reason)} ` +
    `${one.good ? t('policyLastGood', day(one.good, locale())) : t('policyNeverGood')}`
  );
}

/** @param {Doc} one @param {string} text @param {(document: Doc) => void} onCapture */
function item(one, text, onCapture) {
  return el(
    'li',
    { 'data-document': one.document, 'data-state': one.state },
    nameAnd(one, text),
    one.detail &&
      el(
        'details',
        {},
        el('summary', { class: 'soft', 'data-key': `why-${one.document}` }, t('details')),
        el('p', { class: 'soft', lang: 'en', dir: 'ltr' }, `${one.state}: ${one.detail}`),
      ),
    el(
      'p',
      { class: 'buttons' },
      tabMayHelp(one) &&
        askable(one.url) &&
        el(
          'button',
          {
            type: 'button',
            class: 'small',
            'data-key': `capture-${one.document}`,
            onclick: () => onCapture(one),
          },
          t('policyReadNow'),
        ),
      el(
        'a',
        { class: 'button small', href: one.url, target: '_blank', rel: 'noreferrer' },
        t('policyOpenDocument'),
      ),
    ),
  );
}

/**
 * @param {PolicyState} state
 * @param {Platform[]} platforms
 * @param {string[]} followed the user's platforms
 * @param {(ids: string[]) => void} onFollow
 */
export function followBlock(state, platforms, followed, onFollow) {
  const choices = followable(state.documents, platforms, followed);
  const box = (/** @type {{ id: string, name: string }} */ one) =>
    el(
      'label',
      { class: 'check' },
      el('input', {
        type: 'checkbox',
        name: 'policy-platform',
        value: one.id,
        checked: state.platforms.includes(one.id),
        'data-key': `follow-${one.id}`,
        onchange: event => {
          const form = /** @type {HTMLElement} */ (event.target).closest('fieldset');
          onFollow(
            [...(form?.querySelectorAll('input:checked') ?? [])].map(
              input => /** @type {HTMLInputElement} */ (input).value,
            ),
          );
        },
      }),
      el('span', {}, one.name),
    );
  return el(
    'details',
    { 'data-part': 'follow' },
    el('summary', { 'data-key': 'policy-follow' }, t('policyFollowing', state.platforms.length)),
    el(
      'fieldset',
      { class: 'boxes' },
      el('legend', { class: 'soft' }, t('policyFollowNote')),
      ...choices.map(box),
    ),
  );
}

/** @param {Doc[]} documents */
export function documentsBlock(documents) {
  const mine = documents.filter(one => one.followed);
  return el(
    'details',
    { 'data-part': 'documents' },
    el('summary', { 'data-key': 'policy-documents' }, t('policyDocuments', mine.length)),
    el(
      'ul',
      { class: 'documents' },
      ...mine.map(one =>
        el(
          'li',
          { 'data-document': one.document, 'data-state': one.state },
          el('a', { href: one.url, target: '_blank', rel: 'noreferrer' }, el('bdi', {}, one.name)),
          ' ',
          el(
            'span',
            { class: 'soft' },
            one.good ? t('policyLastGood', ago(one.good, locale())) : t('policyNeverGood'),
          ),
        ),
      ),
    ),
  );
}
