/** The welcome page: tick platforms, one click, done. Also the place to change the choice later. */
import { api } from '../../shared/api.js';
import { ask } from '../../shared/ask.js';
import { copyButton } from '../../shared/copy.js';
import { byUse } from '../../shared/by-use.js';
import { byId, el, fill } from '../../shared/dom.js';
import { hostView } from '../../shared/host-view.js';
import { locale, t, translatePage } from '../../shared/i18n.js';
import { asksOf, hostsToGiveBack, request, requestFor } from './grant.js';
import { instead, whatAbout } from './what-about.js';

/** @import { HostState, Platform, Without } from '../../shared/types.d.ts' */

/**
 * @type {{ platforms: Platform[], without: Without[], granted: string[], followed: string[], host:
 *   HostState }}
 */
let state = {
  platforms: [],
  without: [],
  granted: [],
  followed: [],
  host: { kind: 'unknown', detail: '', at: '' },
};
/** @type {Set<string>} */
let ticked = new Set();
/** What the browser has granted. @type {Parameters<typeof asksOf>[1]} */
let held = { origins: [], permissions: [] };

const KIND_NOTE = /** @type {Record<string, string>} */ ({
  form: 'welcomeFormKind',
  'not-training': 'welcomeNoTraining',
});
/** From this many platforms on, a search field helps more than it disturbs. */
const SEARCH_FROM = 12;

async function load() {
  state = await ask('welcome-state');
  state.platforms = byUse(state.platforms);
  ticked = new Set(state.followed);
  held = { origins: [], permissions: [], ...(await api.permissions.getAll()) };
  // before it is allowed nobody knows whether the program is there: then it is not ticked
  input('log-too').checked = held.permissions.includes('nativeMessaging');
  input('notify').checked = held.permissions.includes('notifications');
  input('search').hidden = state.platforms.length < SEARCH_FROM;
  list();
  showHost(state.host);
}

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (byId(id));
}

function list() {
  const wanted = input('search').value.trim().toLowerCase();
  const found = state.platforms.filter(platform => platform.name.toLowerCase().includes(wanted));
  byId('platforms').classList.toggle('about', found.length === 0);
  fill(
    byId('platforms'),
    ...(found.length === 0
      ? instead(state.without, wanted)
      : found.map(platform => {
          const notes = [
            KIND_NOTE[platform.kind] && t(KIND_NOTE[platform.kind]),
            state.granted.includes(platform.id) && t('welcomeGranted'),
          ].filter(Boolean);
          return el(
            'li',
            {},
            el(
              'label',
              {},
              el('input', {
                type: 'checkbox',
                name: platform.id,
                checked: ticked.has(platform.id),
                'data-key': platform.id,
                onchange: event => tick(platform.id, event),
              }),
              el(
                'span',
                {},
                el('b', {}, platform.name),
                notes.length > 0 && el('span', { class: 'soft' }, notes.join(' · ')),
              ),
            ),
          );
        })),
  );
  markAll();
}

/** @param {string} id @param {Event} event */
function tick(id, event) {
  if (/** @type {HTMLInputElement} */ (event.target).checked) ticked.add(id);
  else ticked.delete(id);
  markAll();
}

function markAll() {
  input('all').checked = ticked.size > 0 && ticked.size === state.platforms.length;
  input('all').indeterminate = ticked.size > 0 && ticked.size < state.platforms.length;
  byId('chosen').textContent = t('welcomeChosen', ticked.size.toLocaleString(locale()));
  showAsks();
}

const wishes = () => ({ log: input('log-too').checked, notify: input('notify').checked });

/** What the browser will ask stands there before it does. */
function showAsks() {
  const asks = asksOf(requestFor(state.platforms, ticked, wishes()), held);
  byId('asks').hidden = asks.length === 0;
  fill(byId('asks-list'), ...asks.map(({ key, values }) => el('li', {}, t(key, ...values))));
}

/**
 * Called within the click: the browser takes a request only there.
 * @param {string[]} followed
 * @param {ReturnType<typeof requestFor>} wanted
 * @returns {Promise<boolean>} whether it was granted; nothing to be asked is granted
 */
async function askFor(followed, wanted) {
  if (wanted.origins.length + wanted.permissions.length === 0) return true;
  // before asking, since the answer may come when this page is gone; not awaited, for the click
  const stored = ask('permission-pending', { followed });
  const granted = await request(wanted);
  await stored;
  if (!granted) await ask('permission-refused');
  return granted;
}

/** @param {SubmitEvent} event */
async function submit(event) {
  event.preventDefault();
  if (ticked.size === 0 && state.followed.length === 0) {
    fill(byId('result'), el('p', {}, t('welcomeNothing')));
    return;
  }
  const wanted = wishes();
  const followed = [...ticked];
  const granted = await askFor(followed, requestFor(state.platforms, ticked, wanted));
  if (granted) await finish(followed, wanted);
  await load();
  if (!granted) ticked = new Set(followed);
  list();
  fill(byId('result'), ...(granted ? done() : [el('p', {}, t('welcomeRefused'))]));
  if (granted) showHost(await ask('host-retry')); // what it said before the grant is no answer
}

/**
 * What is not wanted any more is given back to the browser.
 * @param {string[]} followed
 * @param {{ log: boolean, notify: boolean }} wishes
 */
async function finish(followed, wishes) {
  await ask('follow', { followed });
  const back = hostsToGiveBack(state.platforms, new Set(followed));
  const permissions = [
    ...(wishes.log ? [] : ['nativeMessaging']),
    ...(wishes.notify ? [] : ['notifications']),
  ];
  // a permission that the manifest requires cannot be given back; that is no failure of the user's
  await api.permissions
    .remove({ origins: back, permissions: /** @type {any} */ (permissions) })
    .catch(() => {});
}

function done() {
  if (ticked.size === 0) return [el('p', {}, t('welcomeNone'))];
  const first = state.platforms.filter(platform => ticked.has(platform.id)).slice(0, 3);
  return [
    el('p', {}, el('b', {}, t('welcomeDone'))),
    el(
      'p',
      { class: 'first' },
      t('welcomeFirst'),
      ...first.map(platform =>
        el(
          'a',
          { class: 'button small', href: platform.open, target: '_blank', rel: 'noreferrer' },
          t('welcomeFirstPlatform', platform.name),
        ),
      ),
    ),
  ];
}

/** @param {HostState} host */
function showHost(host) {
  const view = hostView(host);
  byId('host').textContent = t(view.text);
  byId('host').dataset.host = view.level;
}

translatePage();
byId('copy').replaceChildren(copyButton('actionCopy', byId('command').textContent ?? ''));
byId('form').addEventListener('submit', event => submit(/** @type {SubmitEvent} */ (event)));
input('search').addEventListener('input', list);
input('all').addEventListener('change', () => {
  ticked = new Set(input('all').checked ? state.platforms.map(platform => platform.id) : []);
  list();
});
for (const id of ['log-too', 'notify']) input(id).addEventListener('change', showAsks);
byId('check').addEventListener('click', async () => showHost(await ask('host-retry')));
await load();
whatAbout(state.platforms, state.without);
// the section exists before its list does: the browser's own jump came too early
if (location.hash === '#what-about') input('about-search').focus();
showHost(await ask('host-retry'));
