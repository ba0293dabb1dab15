/** The history: entries newest first, page by page, for one platform or all; those still waiting come first. */
import { ask } from '../../shared/ask.js';
import { byId, el, fill } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { entryItem } from './entries.js';

/** @import { Entry, Line, Platform } from '../../shared/types.d.ts' */

const PAGE = 50;

export function createHistory() {
  const select = /** @type {HTMLSelectElement} */ (byId('history-platform'));
  /** @type {{ platforms: Platform[], lines: Line[], waiting: Entry[], reachable: boolean }} */
  let state = { platforms: [], lines: [], waiting: [], reachable: false };
  /** @type {number | null} */
  let next = null;
  let turn = 0;

  async function restart() {
    const mine = ++turn;
    const waiting = state.waiting.filter((entry) => !select.value || entry.platform === select.value)
      .sort((a, b) => b.at.localeCompare(a.at));
    const page = state.reachable ? await load(null) : { entries: [], next: null };
    if (mine !== turn) return; // a newer choice is on its way
    fill(byId('entries'), ...[...waiting, ...page.entries].map((entry) => entryItem(entry, state.platforms)));
    showEnd(page.next);
  }

  async function more() {
    const mine = turn;
    const page = await load(next);
    if (mine !== turn) return;
    const items = page.entries.map((/** @type {any} */ entry) => entryItem(entry, state.platforms));
    byId('entries').append(...items);
    showEnd(page.next);
    const first = items[0]?.querySelector('summary');
    if (first instanceof HTMLElement) first.focus();
  }

  /** @param {number | null} before */
  function load(before) {
    return ask('history', { params: { limit: PAGE, ...(select.value ? { platform: select.value } : {}), ...(before === null ? {} : { before }) } })
      .catch(() => ({ entries: [], next: null }));
  }

  /** @param {number | null} following */
  function showEnd(following) {
    next = following;
    byId('more').hidden = next === null;
    const any = byId('entries').childElementCount > 0;
    byId('history-end').textContent = next !== null ? '' : t(any ? 'historyEnd' : 'historyNone');
  }

  select.addEventListener('change', restart);
  byId('more').addEventListener('click', more);

  return {
    /** @param {typeof state} fresh */
    async update(fresh) {
      state = fresh;
      const names = new Set([...fresh.lines, ...fresh.waiting].map((line) => line.platform));
      const chosen = select.value;
      select.replaceChildren(el('option', { value: '' }, t('historyAll')),
        ...fresh.platforms.filter(({ id }) => names.has(id)).map(({ id, name }) => el('option', { value: id }, name)));
      select.value = names.has(chosen) ? chosen : '';
      await restart();
    },
    /** @param {string} platform */
    async show(platform) {
      select.value = platform;
      await restart();
      byId('history').scrollIntoView({ block: 'start' });
      byId('history-title').focus();
    },
  };
}
