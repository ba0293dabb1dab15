// Plays a case in jsdom under virtual time: the same pages, the same judge, no browser. For the
// engine alone: what the background and the host make of its messages is worked out here as simply
// as can be, and is held in real browsers.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage } from '../engine/lib/page.mjs';
import { readRules } from '../../scripts/lib-rules.mjs';
import { filled } from './web.mjs';
import { routeKey } from '../server/server.mjs';

const pages = path.join(path.dirname(fileURLToPath(import.meta.url)), 'pages');
const rules = new Map(readRules().map(({ rule }) => [rule.id, rule]));
const NOTHING =
  '<!doctype html><html lang="en"><title>Page</title><main><h1>Welcome back</h1></main>';
const STEPS = [
  'click',
  'key',
  'type',
  'goto',
  'reload',
  'back',
  'close-reopen',
  'hide',
  'show',
  'offline',
  'online',
  'read-now',
];
/** What needs layout, a second tab or a browser of its own. */
const REAL = [
  'not-shown',
  'prerendered',
  'old-document',
  'two-browsers',
  'permission-taken',
  'worker-ended',
  'hidden-tab',
  'lines-that-stay',
];
const REAL_CASES = ['script-pending-5s'];

/** @param {any} it */
export const isVirtual = it =>
  !REAL.includes(it.kind) &&
  !REAL_CASES.includes(it.id) &&
  it.steps.every(step => STEPS.includes(step.do) && (step.tab ?? 1) === 1);

class Virtual {
  constructor(it) {
    this.it = it;
    this.at = 0;
    this.acted = [];
    this.done = [];
    this.seen = {
      id: it.id,
      browser: 'jsdom',
      steps: [],
      badges: [],
      statuses: [],
      entries: [],
      waiting: [],
      said: [],
      delivered: [],
      fronts: [],
      notes: [],
    };
    this.lines = new Map();
    this.state = null;
  }

  now() {
    return this.at + (this.page ? this.page.clock.now() : 0);
  }

  held(now = this.now()) {
    return (this.it.truth.findLast(({ at }) => at <= now) ?? this.it.truth[0]).training;
  }

  fileFor(url) {
    const there = [{ url: this.it.url, file: this.it.file }, ...(this.it.more ?? [])].filter(
      page => routeKey(page.url) === routeKey(url) && (page.from ?? 0) <= this.now(),
    );
    const page = there.reduce(
      (best, one) => (best && (best.from ?? 0) > (one.from ?? 0) ? best : one),
      null,
    );
    if (this.it.html) return this.it.html(this.held(), url, this.now());
    return page
      ? filled(readFileSync(path.join(pages, path.basename(page.file)), 'utf8'), this.held())
      : NOTHING;
  }

  async open(url, type = 'navigate', referrer = '') {
    if (this.page) {
      this.page.window.dispatchEvent(new this.page.window.Event('pagehide'));
      this.take();
      this.at = this.now();
      this.page.close();
      this.page = null;
    }
    this.state = null;
    this.url = url;
    const rule = rules.get(this.it.rule);
    this.page = await openPage({
      html: this.fileFor(url),
      url,
      rule,
      offset: this.at,
      setup: (window, clock) => this.setup(window, clock, type, referrer),
    });
    this.heardSoFar = 0;
    const wakes = () =>
      rule.pages.some(entry =>
        entry.url.some(p => new URLPattern(p).test(this.page.window.location.href)),
      );
    if (wakes()) this.page.start();
    this.page.window.navigation.addEventListener('currententrychange', () => {
      if (wakes()) this.page.start();
    });
  }

  setup(window, clock, type, referrer) {
    const entries = [{ type, responseStart: 0, redirectCount: 0, entryType: 'navigation' }];
    Object.defineProperty(window.Document.prototype, 'referrer', {
      get: () => referrer,
      configurable: true,
    });
    const observers = new Set();
    window.performance.timeOrigin = clock.epoch;
    window.performance.getEntriesByType = kind => entries.filter(entry => entry.entryType === kind);
    window.PerformanceObserver = class {
      constructor() {
        this.list = [];
      }
      observe() {
        observers.add(this);
        this.list.push(...entries.filter(entry => entry.entryType === 'resource'));
      }
      takeRecords() {
        return this.list.splice(0);
      }
      disconnect() {
        observers.delete(this);
      }
    };
    Object.defineProperty(window.navigator, 'onLine', {
      get: () => !this.offline,
      configurable: true,
    });
    Object.defineProperty(window.Document.prototype, 'visibilityState', {
      get: () => (this.hidden ? 'hidden' : 'visible'),
      configurable: true,
    });
    window.fetch = address =>
      new Promise((resolve, reject) => {
        const url = new URL(address, window.location.href);
        const status = Number(url.searchParams.get('status') ?? 200);
        const offline = this.offline || url.searchParams.has('net'); // lost on its way
        const began = clock.now();
        window.setTimeout(
          () => {
            const entry = {
              entryType: 'resource',
              initiatorType: 'fetch',
              name: url.href,
              responseEnd: clock.now(),
              startTime: began,
              duration: clock.now() - began,
              responseStatus: offline ? 0 : status,
              decodedBodySize: offline ? 0 : 20,
              transferSize: offline ? 0 : 300,
            };
            entries.push(entry);
            for (const observer of observers) observer.list.push(entry);
            if (offline) reject(new window.TypeError('Failed to fetch'));
            else
              resolve({ ok: status < 400, status, json: async () => ({ training: this.held() }) });
          },
          offline ? 10 : Number(url.searchParams.get('ms') ?? 0),
        );
      });
  }

  /** The messages since the last time: entries, lines and what the badge says. */
  take() {
    const base = Date.UTC(2026, 10, 24, 12);
    for (const message of this.page.messages.slice(this.heardSoFar)) {
      const t = this.now();
      this.seen.said.push({ t, tab: 1, url: this.url, message });
      if (message.type === 'reading') this.reading(message, base);
      else if (message.type === 'form')
        this.seen.entries.push({
          basis: 'form',
          raw: message.step,
          platform: message.platform,
          control: message.control,
          t: Date.parse(message.at) - base,
        });
      else this.state = null;
    }
    this.heardSoFar = this.page.messages.length;
  }

  reading(message, base) {
    const { reading } = message;
    this.state = reading;
    const known = reading.training !== 'unknown';
    if (
      message.repeat ||
      (!known &&
        !reading.doubt &&
        ![
          'layout-changed',
          'not-found',
          'ambiguous',
          'conflict',
          'mixed',
          'locked',
          'not-offered',
        ].includes(reading.why))
    )
      return;
    const entry = {
      ...reading,
      id: String(this.seen.entries.length),
      platform: message.platform,
      t: Date.parse(reading.at) - base,
    };
    this.seen.entries.push(entry);
    const key = JSON.stringify([reading.control, reading.account, reading.unit]);
    const line = this.lines.get(key) ?? {
      platform: message.platform,
      control: reading.control,
      account: reading.account,
      unit: reading.unit,
      basis: 'seen',
      training: 'unknown',
      returned: false,
      stale: false,
      seenT: null,
    };
    line.stale = !known;
    line.why = reading.why;
    if (known) {
      line.returned =
        reading.how === 'loaded' &&
        reading.training === 'allowed' &&
        line.training === 'denied' &&
        line.kept === 'confirmed'
          ? reading.account === null
            ? 'perhaps'
            : true
          : line.returned && reading.training === 'allowed';
      Object.assign(line, {
        training: reading.training,
        sure: reading.sure,
        seenT: entry.t,
        kept: reading.how === 'loaded' ? 'confirmed' : 'pending',
      });
    }
    this.lines.set(key, line);
  }

  async advance(to) {
    while (this.now() < to) {
      await this.page.clock.advance(Math.min(300, to - this.now()));
      this.take();
      const { state } = this;
      const text =
        !state || state.why === 'unsettled' || state.why === 'other-page'
          ? ''
          : { allowed: 'ON', denied: 'OFF', unknown: '?' }[state.training];
      const color = state?.sure === 'sure' ? [179, 38, 30, 255] : [95, 99, 104, 255];
      this.seen.badges.push({ t: this.now(), tab: 1, front: !this.hidden, text, color, title: '' });
      this.seen.statuses.push({
        t: this.now(),
        lines: [...this.lines.values()].map(line => ({ ...line })),
      });
    }
  }

  async step(step) {
    const { window } = this.page;
    switch (step.do) {
      case 'click':
        return this.click(window, step.on);
      case 'js':
        return step.run(window, this);
      case 'type':
        return this.type(window, step);
      case 'key': {
        const target = window.document.activeElement ?? window.document.body;
        target.dispatchEvent(
          new window.KeyboardEvent('keydown', {
            key: step.key,
            bubbles: true,
            composed: true,
            cancelable: true,
          }),
        );
        return target.dispatchEvent(
          new window.KeyboardEvent('keyup', { key: step.key, bubbles: true, composed: true }),
        );
      }
      case 'goto':
        this.back = this.url;
        return this.open(step.on, 'navigate', step.posted ? this.url : '');
      case 'back':
        return this.open(this.back ?? this.it.url, 'back_forward');
      case 'reload':
      case 'close-reopen':
        return this.open(window.location.href, step.do === 'reload' ? 'reload' : 'navigate');
      case 'read-now':
        return this.open(window.location.href, 'reload');
      case 'hide':
      case 'show':
        this.hidden = step.do === 'hide';
        return window.document.dispatchEvent(new window.Event('visibilitychange'));
      case 'offline':
      case 'online':
        this.offline = step.do === 'offline';
        return undefined;
      default:
        throw new Error(step.do);
    }
  }

  async click(window, selector) {
    const el =
      typeof selector === 'function' ? selector(window) : window.document.querySelector(selector);
    if (!el) throw new Error(`nothing to click: ${selector}`);
    const view = el.ownerDocument.defaultView;
    const over = type =>
      el.dispatchEvent(
        new view.MouseEvent(type, { bubbles: true, composed: true, cancelable: true }),
      );
    over('pointerdown');
    over('mousedown');
    el.focus?.();
    over('pointerup');
    over('mouseup');
    el.click();
    const href = el.closest('a[href]')?.href;
    if (
      href &&
      /^https:/.test(href) &&
      window.location.href === this.url &&
      !el.onclick &&
      routeKey(href) !== routeKey(this.url)
    ) {
      this.back = this.url;
      await this.open(href);
    }
  }

  async type(window, { on, text }) {
    const el = window.document.querySelector(on);
    el.focus();
    for (const letter of text) {
      const key = letter === '\n' ? 'Enter' : letter;
      el.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      if (letter !== '\n') el.value += letter;
      else el.form?.requestSubmit?.();
    }
  }

  async run() {
    await this.open(this.it.url);
    for (const step of this.it.steps) {
      await this.advance(step.at);
      const began = this.now();
      this.acted.push(1);
      await this.step(step);
      this.take();
      this.done.push({ at: step.at, began, ended: this.now() });
    }
    await this.advance(this.it.end);
    this.seen.end = this.now();
    this.seen.zero = 0;
    this.seen.steps = this.it.steps.map((step, index) => ({
      ...step,
      ...this.done[index],
      acted: 1,
    }));
    this.seen.statuses.push({ t: this.now(), lines: [...this.lines.values()] });
    this.page.close();
    return this.seen;
  }
}

/** @param {any} it a case */
export const playVirtual = it => new Virtual(it).run();
