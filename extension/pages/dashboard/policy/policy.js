/**
 * The policy watch on the dashboard: on or off, how a check goes on, what changed, and what that
 * means for a setting that the user has turned off. `update` is called whenever the log's state was
 * loaded anew.
 */
import { api } from '../../../shared/api.js';
import { ask } from '../../../shared/ask.js';
import { byId, el, fill } from '../../../shared/dom.js';
import { t } from '../../../shared/i18n.js';
import { offBlock, onBar, showProgress } from './bar.js';
import { changeItem, datesText } from './change.js';
import { changesBlock, summaries } from './changes.js';
import { documentsBlock, failingBlock, followBlock, waitingBlock } from './documents.js';
import { exportChanges } from './export.js';
import { policyFailure } from './failure.js';
import { isNews, marksOf, standingsAt } from './model.js';

/** @import { Entry, Line, Platform } from '../../../shared/types.d.ts' */
/** @import { Change, Doc, PolicyState } from './model.js' */

/** @typedef {{ platforms: Platform[], followed: string[], lines: Line[] }} Log */

class Policy {
  /** @type {Log} */
  #log = { platforms: [], followed: [], lines: [] };
  /** By platform, only where the lines do not tell enough. @type {Map<string, Entry[]>} */
  #entries = new Map();
  #turn = 0;
  #drawn = '';
  #failed = false;
  #section = byId('policy');
  #bar = el('div', { id: 'policy-bar' });
  #status = el('p', { role: 'status', id: 'policy-says' });
  #body = el('div', { id: 'policy-body', class: 'stack' });
  #onMarks;

  /** @param {(marks: ReturnType<typeof marksOf>) => void} onMarks */
  constructor(onMarks) {
    this.#onMarks = onMarks;
    this.#section.classList.add('card');
    this.#section.setAttribute('aria-labelledby', 'policy-title');
    this.#section.replaceChildren(
      el('h2', { id: 'policy-title', tabindex: -1 }, t('policyTitle')),
      this.#bar,
      this.#status,
      this.#body,
    );
    api.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && changes.policy) this.#load();
      if (area === 'session' && changes.policyProgress)
        showProgress(/** @type {any} */ (changes.policyProgress.newValue), this.#stop);
    });
  }

  /** @param {Log} fresh */
  async update(fresh) {
    this.#log = fresh;
    await this.#load();
  }

  async #load() {
    const mine = ++this.#turn;
    const fresh = /** @type {PolicyState} */ (await ask('policy-state'));
    const found = await entriesFor(fresh.changes, this.#log.lines);
    if (mine !== this.#turn) return; // a newer state is on its way
    this.#entries = found;
    const now = JSON.stringify([fresh, this.#log, [...found]]);
    if (now === this.#drawn) return; // what the user is about to press stays where it is
    this.#drawn = now;
    this.#draw(fresh);
    this.#onMarks(marksOf(fresh.changes, change => `${change.name}: ${datesText(change)}`));
    this.#section.hidden = false;
  }

  /**
   * Says what went wrong where the user is looking.
   * @param {() => Promise<unknown>} work
   */
  #doing = async work => {
    this.#status.textContent = '';
    try {
      await work();
    } catch (error) {
      this.#status.replaceChildren(...policyFailure(error));
    }
    await this.#load();
  };

  #stop = () => this.#doing(() => ask('policy-cancel'));

  /** @param {Doc} one */
  #capture = one => {
    // the question must follow the click at once, or the browser does not ask it
    const asked = api.permissions.request({ origins: [`https://${new URL(one.url).hostname}/*`] });
    return this.#doing(async () => {
      if (!(await asked)) {
        this.#status.textContent = t('policyNoAccess');
        return;
      }
      this.#status.textContent = t('policyReadingPage', one.name);
      const result = await ask('policy-capture', { document: one.document });
      this.#status.textContent = result.ok
        ? t('policyReadDone', one.name)
        : t('policyReadFailed', one.name);
    });
  };

  /** @param {PolicyState} state */
  #draw(state) {
    const doing = this.#doing;
    if (state.failure && state.enabled)
      this.#status.replaceChildren(...policyFailure(state.failure));
    else if (this.#failed) this.#status.textContent = '';
    this.#failed = state.failure !== null;
    fill(this.#bar, ...(state.enabled ? onBar(state, doing) : []));
    api.storage.session
      .get('policyProgress')
      .then(({ policyProgress }) => showProgress(/** @type {any} */ (policyProgress), this.#stop));
    if (!state.enabled)
      fill(this.#body, ...offBlock(() => doing(() => ask('policy-enable', { on: true }))));
    else refill(this.#body, ...this.#blocks(state));
  }

  /** @param {PolicyState} state */
  #blocks(state) {
    const doing = this.#doing;
    const { platforms, followed } = this.#log;
    return [
      ...summaries(state.changes, this.#log),
      changesBlock(
        state,
        change => this.#item(change),
        () => doing(() => ask('policy-read')),
      ),
      waitingBlock(state.documents, this.#capture),
      failingBlock(state.documents, this.#capture),
      followBlock(state, platforms, followed, ids =>
        doing(() => ask('policy-follow', { platforms: ids })),
      ),
      documentsBlock(state.documents),
      state.changes.length > 0 && exportButton(() => doing(this.#export)),
    ];
  }

  /** @param {Change} change */
  #item(change) {
    const { platforms, lines } = this.#log;
    return changeItem(change, {
      platform: platforms.find(({ id }) => id === change.platform) ?? null,
      standings: standingsAt(
        change.at,
        lines.filter(line => line.platform === change.platform),
        this.#entries.get(change.platform) ?? [],
      ),
      onRead: () => this.#doing(() => ask('policy-read', { change: change.change })),
    });
  }

  #export = async () => {
    this.#status.textContent = t('exportDone', await exportChanges());
  };
}

/**
 * @param {(marks: ReturnType<typeof marksOf>) => void} onMarks takes the marks of the timeline
 */
export const createPolicy = onMarks => new Policy(onMarks);

/** @param {() => void} onExport */
function exportButton(onExport) {
  return el(
    'p',
    { class: 'buttons' },
    el(
      'button',
      { type: 'button', class: 'small', 'data-key': 'policy-export', onclick: onExport },
      t('policyExport'),
    ),
  );
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
