/** The popup's first block: the sentence, why, how we know, how old the rule is, and one button. */
import { accountList } from '../../shared/accounts.js';
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { copyButton } from '../../shared/copy.js';
import { ago, day } from '../../shared/dates.js';
import { el, icon } from '../../shared/dom.js';
import { sentenceText, sourceText } from '../../shared/fact.js';
import { locale, t } from '../../shared/i18n.js';
import { runsText } from '../../shared/runs.js';
import { pathLine } from '../../shared/menu-path.js';
import { scopeLines } from '../../shared/scope.js';
import { signs } from '../../shared/verdict.js';
import { timeOf } from '../../shared/when.js';
import { operateBlock, showWhere } from './operate.js';

/** @import { Platform, PopupState, Reading, Without } from '../../shared/types.d.ts' */
/** @import { Action, Text, View } from './view.js' */

const HOW = /** @type {const} */ ({
  sure: 'howSure',
  likely: 'howLikely',
  reported: 'howReported',
  probable: 'howProbable',
  own: 'howOwn',
});

/** @param {Text} text */
function say({ key, values, at }) {
  return t(key, ...values.map(value => value || t('accountUnknown')), ...(at ? [timeOf(at)] : []));
}

/** @param {View} view */
function headline({ sentence, accounts }) {
  return accounts ? t(sentence.key, ...sentence.values, accountList(accounts)) : say(sentence);
}

/**
 * @param {View} view
 * @param {PopupState} state
 * @param {'h1' | 'h2'} level h2 when something more urgent is the page's heading
 * @returns {Node[]} what a screen reader announces when it changes
 */
export function sentenceBlock(view, state, level) {
  const { how, without, health, said } = view;
  const { platform } = state.tab;
  const tone =
    view.tone === 'allowed' || view.tone === 'denied'
      ? view.likely
        ? 'likely'
        : view.tone
      : view.tone;
  return [
    el(
      'div',
      { class: `sentence state state-${tone}`, 'data-weight': view.weight },
      el('span', { class: 'disc' }, icon(view.weight === 'changed' ? 'settling' : view.tone)),
      el(level, { id: level === 'h1' ? 'sentence' : 'page-sentence' }, headline(view)),
    ),
    ...(platform && view.limits && view.scope ? scopeLines(platform, view.scope, ['not']) : []),
    ...(without ? [...known(without.sentence, without), ...lookThere(without)] : []),
    ...(state.tab.card && view.tone === 'none' ? known(state.tab.card, state.tab.card) : []),
    ...[
      health && t('ruleBroken', day(health.since, locale()), health.visits),
      view.reason && say(view.reason),
      view.then && t('reasonThen', t(view.then)),
      ...view.facts.map(say),
      ...view.parts.map(({ name, word }) => [name, t(word)].join(': ')),
      how && t(HOW[how.kind], ago(how.reading.at, locale()), String(signs(how.reading))),
      pointedText(platform, how?.reading ?? null, view.scope),
      view.account && t('forAccount', view.account),
      view.runs && runsText(view.runs),
      view.lastSeen && t('lastSeen', ago(view.lastSeen, locale())),
      said && [t('saidOn', day(said.date, locale())), said.note].filter(Boolean).join(' '),
    ]
      .filter(text => text)
      .map(text => el('p', { class: 'soft' }, String(text))),
  ];
}

/**
 * @param {{ text: string, key?: string }} sentence
 * @param {{ source: string, seen: string, grade?: string }} from
 */
const known = (sentence, from) => [
  el('p', {}, sentenceText(sentence)),
  el('p', { class: 'soft' }, sourceText(from)),
];

/** Where a person can look for themselves. @param {Without} without @returns {Node[]} */
function lookThere({ open, path }) {
  const link = { class: 'button', href: open, target: '_blank', rel: 'noreferrer' };
  return [...(open ? [el('p', {}, el('a', link, t('actionOpen')))] : []), ...pathLine(path)];
}

/**
 * On whose word the place rests, where it is the user's.
 * @param {Platform | null} platform
 * @param {Reading | null} reading
 * @param {string | null} control
 */
function pointedText(platform, reading, control) {
  const controls = platform?.own ?? {};
  const own = controls[control ?? Object.keys(controls)[0]];
  if (own) return t(own.file ? 'ownFromFile' : 'pointedOn', day(own.pointed, locale()));
  return reading?.mended ? t('mendedOn', day(reading.mended, locale())) : null;
}

/**
 * @param {View} view
 * @param {PopupState} state
 * @param {() => void} done called when an action has changed something
 * @returns {Node[]}
 */
export function actionBlock(view, state, done) {
  const { platform } = state.tab;
  const report = view.report?.report ?? view.health?.report;
  const again = view.action === 'read-again';
  const small = [
    view.how ? showButton(view.how.reading, state) : null,
    again ? actionButton('read-again', state, done) : null,
    view.action === 'read-once' ? actionButton('every-visit', state, done) : null,
  ].filter(node => node !== null);
  return [
    ...turnOffBlock(view, state, done),
    view.action && !again ? actionButton(view.action, state, done) : null,
    ...(view.action === 'open' || view.action === 'open-form' ? pathLine(platform?.path) : []),
    small.length > 0 ? el('p', { class: 'buttons' }, ...small) : null,
    report
      ? el(
          'p',
          { class: 'report' },
          copyButton('actionCopyReport', reportText(view, state)),
          el('span', { class: 'soft' }, t('reportNote')),
        )
      : null,
  ].filter(node => node !== null);
}

/**
 * Where the control that the sentence is about may be operated, or was.
 * @param {View} view
 * @param {PopupState} state
 * @param {() => void} done
 */
export function turnOffBlock(view, state, done) {
  const control = view.how?.reading.control ?? view.scope;
  const reading = state.tab.state?.readings.find(one => one.control === control);
  return operateBlock(reading ?? null, view.how?.kind === 'sure', state, done);
}

/**
 * Scrolls the page to the control that was read.
 * @param {Reading} reading
 * @param {PopupState} state
 */
function showButton(reading, state) {
  return el(
    'button',
    {
      type: 'button',
      class: 'small',
      'data-key': 'show',
      onclick: () => showWhere(reading, state),
    },
    t('showWhere'),
  );
}

/** @param {Action} action @param {PopupState} state @param {() => void} done */
function actionButton(action, state, done) {
  const { platform, id } = state.tab;
  const make = (/** @type {string} */ key, /** @type {() => unknown} */ act, primary = true) =>
    el(
      'button',
      {
        type: 'button',
        class: primary ? 'primary wide' : 'small',
        'data-key': primary ? 'primary' : String(action),
        'data-action': String(action),
        onclick: async () => {
          await act();
          done();
        },
      },
      t(key),
    );
  const open = (/** @type {string} */ url) =>
    api.tabs.create({ url }).then(() => globalThis.close());
  const allow = () => api.permissions.request({ origins: platform?.hosts ?? [] });
  // only a page that is loaded again shows what is kept, so every way to read it again loads it
  const reload = () => ask('reload-and-read', { tabId: id, platform: platform?.id });
  switch (action) {
    case 'open':
      return make('actionOpen', () => open(platform?.open ?? ''));
    case 'open-form':
      return make('actionOpenForm', () => open(platform?.open ?? ''));
    case 'read':
      return make('actionReadAgain', reload);
    case 'read-again':
      return make('actionReadAgain', reload, false);
    case 'reload':
      return make('actionReload', reload);
    case 'reload-confirm':
      return make('actionReloadConfirm', reload);
    case 'allow':
      return make('actionAllow', allow);
    case 'read-once':
      return make('actionReadOnce', () => ask('read-once', { tabId: id }));
    case 'every-visit':
      return make('pointEveryVisit', allow, false);
    case 'choose':
      return make('actionChoose', () => open(api.runtime.getURL('pages/welcome/welcome.html')));
    case 'dashboard':
      return make(
        'actionDashboard',
        () => open(api.runtime.getURL('pages/dashboard/dashboard.html')),
        false,
      );
    default:
      return null;
  }
}

/**
 * No text of the page: the engine's report holds names of roles and attributes.
 * @param {View} view
 * @param {PopupState} state
 */
function reportText(view, state) {
  const { report, health } = view;
  return JSON.stringify(
    {
      product: 'Opt-Out Log',
      version: api.runtime.getManifest().version,
      platform: state.tab.platform?.id,
      rev: state.tab.state?.rev ?? health?.rev,
      control: report?.control ?? health?.control,
      why: report?.why ?? 'layout-changed',
      lang: report?.lang,
      at: report?.at ?? health?.last,
      since: health?.since,
      visits: health?.visits,
      report: report?.report ?? health?.report,
    },
    null,
    2,
  );
}
