// Plays one case in a browser of its own: the real extension, the real host, the real addresses on
// the loopback. What comes back is everything that was seen, and nothing of what it means: that is
// judge.mjs.
import os from 'node:os';
import { until, within } from '../e2e/lib/until.mjs';
import { World } from '../e2e/lib/world.mjs';
import { Clock } from './clock.mjs';
import { deliver } from './deliver.mjs';
import { judge } from './judge.mjs';
import { Tabs } from './tabs.mjs';
import { hostsOf, webOf } from './web.mjs';

const BADGE_EVERY = 300;
const STATUS_EVERY = 2000;

const pause = ms =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

class Play {
  constructor(it, name) {
    this.it = it;
    this.clock = new Clock(it.steps);
    this.notes = [];
    this.seen = {
      id: it.id,
      browser: name,
      steps: [],
      badges: [],
      statuses: [],
      entries: [],
      waiting: [],
      said: [],
      delivered: [],
      fronts: [],
      notes: this.notes,
    };
    this.name = name;
    this.ended = false;
    /** Which tab each step was done in. */
    this.acted = [];
  }

  /**
   * @param {(work: () => Promise<any>) => Promise<any>} starting lets only a few browsers start at
   *   a time
   */
  async run(starting) {
    this.world = await starting(() =>
      within(
        'the browser to start',
        World.open(this.name, {
          required: true,
          web: server => {
            for (const host of hostsOf(this.it)) server.hosts.add(host);
            server.otherwise(webOf(this.it, this.clock));
          },
        }),
        120_000,
      ),
    );
    try {
      await this.whole();
    } finally {
      this.ended = true;
      await within('the browser to end', this.world.close(), 60_000).catch(error =>
        this.notes.push(error.message),
      );
    }
    return this.seen;
  }

  async whole() {
    this.tabs = new Tabs(this.world, this.notes);
    await this.tabs.add(1, this.it.url);
    this.clock.start(await this.domLoaded());
    const watching = [
      this.every(BADGE_EVERY, () => this.badge()),
      this.every(STATUS_EVERY, () => this.status()),
    ];
    for (const step of this.it.steps) await this.step(step);
    await this.until(this.it.end);
    await this.grace();
    this.ended = true;
    await Promise.all(watching);
    await this.badge();
    await this.status();
    await this.heard();
    this.seen.end = this.clock.now();
    this.seen.zero = this.clock.zero;
    const since = wall => wall - this.clock.zero;
    this.seen.entries = await this.entries();
    this.seen.waiting = ((await this.world.stored('local', 'queue'))?.rows ?? []).map(entry => ({
      ...entry,
      t: since(Date.parse(entry.at)),
      waiting: true,
    }));
    this.seen.fronts = this.tabs.fronts.map(({ wall, tab }) => ({ t: since(wall), tab }));
    this.seen.steps = this.stepsDone();
  }

  async domLoaded() {
    const now = Date.now();
    const { origin, loaded } = await until('the first document', () =>
      this.tabs
        .page(1)
        .evaluate(() => ({
          origin: performance.timeOrigin,
          loaded: performance.getEntriesByType('navigation')[0]?.domContentLoadedEventStart ?? 0,
        })),
    );
    return loaded > 0 ? origin + loaded : now;
  }

  async until(at) {
    for (;;) {
      const left = this.clock.due(at) - this.clock.now();
      if (left <= 0) return;
      await pause(left);
    }
  }

  /**
   * A busy machine is slow to say what it will say: where something is still to be said, it has as
   * much longer as there is more to do than cores to do it. What is false does not become right by
   * it.
   */
  async grace() {
    const busy = os.loadavg()[0] / os.availableParallelism();
    const most = Math.min(30_000, Math.max(0, busy - 1.5) * 3_000);
    const last = Date.now() + most;
    for (;;) {
      if (
        Date.now() >= last ||
        judge(this.it, {
          ...this.seen,
          end: this.clock.now(),
          steps: this.stepsDone(),
          entries: await this.entries(),
        }).missed.length === 0
      )
        break;
      await pause(1_000);
      await this.status();
    }
    const more = Math.round((Date.now() - last + most) / 1000);
    if (more > 0)
      this.notes.push(
        `waited ${more} s longer: ${busy.toFixed(0)} times as much to do as the machine can`,
      );
  }

  async entries() {
    return (await this.world.history()).map(entry => ({
      ...entry,
      t: Date.parse(entry.at) - this.clock.zero,
    }));
  }

  stepsDone() {
    return this.it.steps.map((step, index) => ({
      ...step,
      ...this.clock.done[index],
      acted: this.acted[index],
    }));
  }

  async step(step) {
    await this.until(step.at);
    const end = this.clock.begin();
    this.acted.push(step.do === 'extension-reload' ? 'all' : (step.tab ?? this.tabs.front));
    await within(`step ${step.do} ${step.on ?? ''}`, this.does(step), 40_000);
    end();
  }

  async does(step) {
    switch (step.do) {
      case 'deliver':
        return this.seen.delivered.push(await deliver(this.world.profile, step.entry, step.ago));
      case 'stop-worker':
        return this.world.stopBackground();
      case 'revoke':
        return this.world.driver.takeAccess();
      case 'extension-reload':
        return this.reloadExtension();
      default:
        return this.tabs.act(step);
    }
  }

  async reloadExtension() {
    await this.heard();
    this.blind = true;
    await this.world.reloadExtension();
    this.blind = false;
  }

  /** Runs `look` again and again until the end. A look that fails is missed, and said. */
  async every(ms, look) {
    let next = Date.now();
    while (!this.ended) {
      if (!this.blind)
        await look().catch(error => {
          if (!this.blind) this.notes.push(`look: ${String(error.message).split('\n')[0]}`);
        });
      next = Math.max(next + ms, Date.now());
      await pause(next - Date.now());
    }
  }

  /**
   * The badges of all open tabs: what stood on a tab behind is still there when it comes to the
   * front.
   */
  async badge() {
    const tabs = [...this.tabs.open]
      .filter(([, it]) => it.tabId)
      .map(([tab, { tabId }]) => [tab, tabId]);
    const { front } = this.tabs;
    const began = this.clock.now();
    const all = JSON.parse(
      await this.world.probe.evaluate(async list => {
        const { action } = globalThis.browser ?? globalThis.chrome;
        const ask = tabId =>
          Promise.all([
            action.getBadgeText({ tabId }),
            action.getBadgeBackgroundColor({ tabId }),
            action.getTitle({ tabId }),
          ]).catch(() => null);
        return JSON.stringify(
          await Promise.all(list.map(async ([tab, tabId]) => [tab, await ask(tabId)])),
        );
      }, tabs),
    );
    const t = Math.round((began + this.clock.now()) / 2);
    for (const [tab, said] of all.filter(([, it]) => it)) {
      const [text, color, title] = said;
      this.seen.badges.push({
        t,
        tab,
        front: tab === front && front === this.tabs.front,
        text: text === '!' ? '' : text,
        color,
        title,
      });
    }
  }

  async status() {
    const lines = await this.world.status();
    const t = this.clock.now();
    this.seen.statuses.push({
      t,
      lines: lines.map(line => ({
        ...line,
        seenT: line.seen ? Date.parse(line.seen) - this.clock.zero : null,
      })),
    });
  }

  /** What the content scripts said, for whoever reads the timeline. */
  async heard() {
    this.seen.said.push(
      ...(await this.world.heard()).map(({ at, tab, url, message }) => ({
        t: at - this.clock.zero,
        tab,
        url,
        message,
      })),
    );
  }
}

/**
 * @param {any} it  a case @param {'chromium' | 'firefox'} name
 * @param {(work: () => Promise<any>) => Promise<any>} starting
 */
export const play = (it, name, starting) => new Play(it, name).run(starting);
