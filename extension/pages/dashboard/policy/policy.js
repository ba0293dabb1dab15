/**
 * The policy watch on the dashboard: on or off, how a check goes on, what changed, and what that
 * means for a setting that the user has turned off. `update` is called whenever the log's state was
 * loaded anew.
 */
import { api } from '../../../shared/api.js';
import { ask } from '../../../shared/ask.js';
import { ago, day } from '../../../shared/dates.js';
import { byId, el, fill } from '../../../shared/dom.js';
import { locale, t } from '../../../shared/i18n.js';
import { changeItem, datesText } from './change.js';
import { documentsBlock, failingBlock, followBlock } from './documents.js';
import { exportChanges } from './export.js';
import { policyFailure } from './failure.js';
import { byNeed, isNews, marksOf, sinceOptOut, standingsAt } from './model.js';

/** @import { Entry, Line, Platform } from '../../../shared/types.d.ts' */
/** @import { Change, Doc, PolicyState } from './model.js' */

/** @typedef {{ platforms: Platform[], followed: string[], lines: Line[] }} Log */

/**
 * @param {(marks: ReturnType<typeof marksOf>) => void} onMarks takes the marks of the timeline
 */
export function createPolicy(onMarks) {
  const section = byId('policy');
  const [status, bar, body] = [
    el('p', { role: 'status', id: 'policy-says' }),
    el('div', { id: 'policy-bar' }),
    el('div', { id: 'policy-body', class: 'stack' }),
  ];
  section.classList.add('card');
  section.setAttribute('aria-labelledby', 'policy-title');
  section.replaceChildren(
    el('h2', { id: 'policy-title', tabindex: -1 }, t('policyTitle')),
    bar,
    status,
    body,
  );
  /** @type {PolicyState | null} */
  let state = null;
  /** @type {Log} */
  let log = { platforms: [], followed: [], lines: [] };
  /** @type {Map<string, Entry[]>} by platform, only where the lines do not tell enough */
  let entries = new Map();

  let turn = 0;
  let drawn = '';
  let failed = false;
  async function load() {
    const mine = ++turn;
    const fresh = /** @type {PolicyState} */ (await ask('policy-state'));
    const found = await entriesFor(fresh.changes, log.lines);
    if (mine !== turn) return; // a newer state is on its way
    entries = found;
    state = fresh;
    const now = JSON.stringify([state, log, [...found]]);
    if (now === drawn) return; // what the user is about to press stays where it is
    drawn = now;
    draw();
    onMarks(marksOf(state.changes, change => `${change.name}: ${datesText(change)}`));
    section.hidden = false;
  }

  /** Says what went wrong where the user is looking. @param {() => Promise<unknown>} work */
  async function doing(work) {
    status.textContent = '';
    try {
      await work();
    } catch (error) {
      status.replaceChildren(...policyFailure(error));
    }
    await load();
  }

  const stop = () => doing(() => ask('policy-cancel'));

  /** @param {Doc} one */
  function capture(one) {
    // the question must follow the click at once, or the browser does not ask it
    const asked = api.permissions.request({ origins: [`https://${new URL(one.url).hostname}/*`] });
    return doing(async () => {
      if (!(await asked)) {
        status.textContent = t('policyNoAccess');
        return;
      }
      status.textContent = t('policyReadingPage', one.name);
      const result = await ask('policy-capture', { document: one.document });
      status.textContent = result.ok
        ? t('policyReadDone', one.name)
        : t('policyReadFailed', one.name);
    });
  }

  function draw() {
    if (!state) return;
    if (state.failure && state.enabled) status.replaceChildren(...policyFailure(state.failure));
    else if (failed) status.textContent = '';
    failed = state.failure !== null;
    fill(bar, ...(state.enabled ? onBar(state, doing) : []));
    api.storage.session
      .get('policyProgress')
      .then(({ policyProgress }) => showProgress(/** @type {any} */ (policyProgress), stop));
    if (!state.enabled) {
      fill(body, ...offBlock(() => doing(() => ask('policy-enable', { on: true }))));
      return;
    }
    const { platforms } = log;
    const item = (/** @type {Change} */ change) =>
      changeItem(change, {
        platform: platforms.find(({ id }) => id === change.platform) ?? null,
        standings: standingsAt(
          change.at,
          log.lines.filter(line => line.platform === change.platform),
          entries.get(change.platform) ?? [],
        ),
        onRead: () => doing(() => ask('policy-read', { change: change.change })),
      });
    refill(
      body,
      ...summaries(state.changes, log),
      changesBlock(state, item, () => doing(() => ask('policy-read'))),
      failingBlock(state.documents, capture),
      followBlock(state, platforms, log.followed, ids =>
        doing(() => ask('policy-follow', { platforms: ids })),
      ),
      documentsBlock(state.documents),
      state.changes.length > 0 &&
        el(
          'p',
          { class: 'buttons' },
          el(
            'button',
            {
              type: 'button',
              class: 'small',
              'data-key': 'policy-export',
              onclick: () =>
                doing(async () => {
                  status.textContent = t('exportDone', await exportChanges(state?.changes ?? []));
                }),
            },
            t('policyExport'),
          ),
        ),
    );
  }

  api.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes.policy) load();
    if (area === 'session' && changes.policyProgress)
      showProgress(/** @type {any} */ (changes.policyProgress.newValue), stop);
  });

  return {
    /** @param {Log} fresh */
    async update(fresh) {
      log = fresh;
      await load();
    },
  };
}

/**
 * Fills anew and leaves open what the user had opened; what they have not is closed again by
 * itself.
 * @param {HTMLElement} parent
 * @param {...(Node | false)} children
 */
function refill(parent, ...children) {
  const keyOf = (/** @type {Element} */ details) =>
    details.querySelector('summary')?.getAttribute('data-key');
  const open = new Set([...parent.querySelectorAll('details[open]')].map(keyOf));
  fill(parent, ...children);
  for (const details of parent.querySelectorAll('details'))
    if (open.has(keyOf(details))) details.open = true;
}

/**
 * Entries of the platforms whose lines began after a change: only these do not tell what was before
 * it.
 * @param {Change[]} changes
 * @param {Line[]} lines
 */
async function entriesFor(changes, lines) {
  const wanted = new Set(
    changes
      .filter(
        change =>
          isNews(change) &&
          lines.some(line => line.platform === change.platform && !(line.since < change.at)),
      )
      .map(change => change.platform),
  );
  const pairs = await Promise.all(
    [...wanted].map(async platform => {
      const page = await ask('history', { params: { platform, limit: 500 } }).catch(() => ({
        entries: [],
      }));
      return /** @type {[string, Entry[]]} */ ([platform, page.entries]);
    }),
  );
  return new Map(pairs);
}

/** @param {() => void} turnOn */
function offBlock(turnOn) {
  return [
    el('p', {}, t('policyOff')),
    el('p', { class: 'soft' }, t('policyNetwork')),
    el(
      'p',
      { class: 'buttons' },
      el(
        'button',
        { type: 'button', id: 'policy-on', 'data-key': 'policy-on', onclick: turnOn },
        t('policyTurnOn'),
      ),
    ),
  ];
}

/** @param {PolicyState} state @param {(work: () => Promise<unknown>) => void} doing */
function onBar(state, doing) {
  return [
    el(
      'p',
      { id: 'policy-checked' },
      state.checked ? t('policyOnChecked', ago(state.checked, locale())) : t('policyOnNever'),
    ),
    el('div', { id: 'policy-progress' }),
    el(
      'p',
      { class: 'buttons' },
      el(
        'button',
        {
          type: 'button',
          id: 'policy-check',
          class: 'small',
          'data-key': 'policy-check',
          disabled: state.running,
          onclick: () => doing(() => ask('policy-check')),
        },
        t('policyCheckNow'),
      ),
      el(
        'button',
        {
          type: 'button',
          id: 'policy-off',
          class: 'small',
          'data-key': 'policy-off',
          onclick: () => doing(() => ask('policy-enable', { on: false })),
        },
        t('policyTurnOff'),
      ),
    ),
  ];
}

/**
 * @param {{ done: number, total: number, name: string } | undefined} progress undefined: over
 * @param {() => void} cancel
 */
function showProgress(progress, cancel) {
  const place = document.getElementById('policy-progress');
  if (!place) return;
  const text = progress?.total
    ? t('policyReading', Math.min(progress.done + 1, progress.total), progress.total, progress.name)
    : t('policyStarting');
  const shown = place.querySelector('progress');
  if (progress && shown) {
    shown.max = progress.total || 1;
    shown.value = progress.done;
    /** @type {HTMLElement} */ (place.querySelector('label')).textContent = text;
    return;
  }
  fill(
    place,
    ...(progress
      ? [
          el('label', { for: 'policy-meter' }, text),
          el('progress', { id: 'policy-meter', max: progress.total || 1, value: progress.done }),
          el(
            'button',
            {
              type: 'button',
              id: 'policy-cancel',
              class: 'small',
              'data-key': 'policy-cancel',
              onclick: cancel,
            },
            t('cancel'),
          ),
        ]
      : []),
  );
}

/**
 * One line a platform: what changed since its opt-out.
 * @param {Change[]} changes
 * @param {Log} log
 */
function summaries(changes, { platforms, lines }) {
  const found = sinceOptOut(changes, lines);
  if (found.size === 0) return [];
  return [
    el(
      'ul',
      { class: 'since', 'data-part': 'since' },
      ...[...found].map(([id, { since, changes: after }]) => {
        const platform = platforms.find(one => one.id === id);
        const next = after
          .filter(change => (change.days_left ?? 0) > 0)
          .sort((a, b) => (a.days_left ?? 0) - (b.days_left ?? 0))[0];
        return el(
          'li',
          { 'data-platform': id },
          el(
            'span',
            {},
            t('policySince', platform?.name ?? id, day(since, locale()), after.length),
            next &&
              ` ${t('policyNext', day(next.effective ?? '', locale()), new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(next.days_left ?? 0, 'day'))}`,
          ),
          platform?.open &&
            el(
              'a',
              {
                class: 'button small',
                href: platform.open,
                target: '_blank',
                rel: 'noreferrer',
                'data-key': `since-${id}`,
              },
              t('openOf', platform.name),
            ),
        );
      }),
    ),
  ];
}

/**
 * @param {PolicyState} state
 * @param {(change: Change) => Node} item
 * @param {() => void} readAll
 */
function changesBlock({ changes }, item, readAll) {
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
      : el('p', { id: 'policy-quiet' }, t(changes.length > 0 ? 'policyAllRead' : 'policyNothing')),
    read.length > 0 &&
      el(
        'details',
        { 'data-part': 'read' },
        el('summary', { 'data-key': 'policy-old' }, t('policyRead', read.length)),
        el('ol', { class: 'changes' }, ...read.map(item)),
      ),
  );
}
