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
import { dress } from './virtual/browser.mjs';
import { click, press, type } from './virtual/hand.mjs';
import { Log } from './virtual/log.mjs';

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
  constructor(it, rule) {
    this.it = it;
    this.rule = rule;
    this.at = 0;
    this.acted = [];
    this.done = [];
    this.log = new Log();
    this.seen = {
      id: it.id,
      browser: 'jsdom',
      steps: [],
      badges: [],
      statuses: [],
      entries: this.log.entries,
      waiting: [],
      said: [],
      delivered: [],
      fronts: [],
      notes: [],
    };
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
    const { rule } = this;
    this.page = await openPage({
      html: this.fileFor(url),
      url,
      rule,
      offset: this.at,
      setup: (window, clock) => dress(window, clock, { type, referrer }, this),
    });
    this.heardSoFar = 0;
    const wakes = () =>
      rule.pages.some(entry =>
        entry.url.some(p => new URLPattern(p).test(this.page.window.location.href)),
      );
    if (wakes()) this.page.start();
    this.page.window.navigation.addEventListener('currententrychange', () => {
      if (wakes()) this.page.start();
      else this.state = null; // the boot script says that it left; then nothing is shown of it
    });
  }

  /** The messages since the last time: entries, lines and what the badge says. */
  take() {
    for (const message of this.page.messages.slice(this.heardSoFar)) {
      const t = this.now();
      this.seen.said.push({ t, tab: 1, url: this.url, message });
      if (message.type === 'form') this.log.form(message);
      else this.state = message.type === 'reading' ? message.reading : null;
      if (message.type === 'reading') this.log.reading(message);
    }
    this.heardSoFar = this.page.messages.length;
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
      this.seen.statuses.push({ t: this.now(), lines: this.log.lines.map(line => ({ ...line })) });
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
        return type(window, step);
      case 'key':
        return press(window, step.key);
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

  /** A click, and the way to which it leads where it was on a link. */
  async click(window, selector) {
    const el = click(window, selector);
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
    this.seen.statuses.push({ t: this.now(), lines: this.log.lines });
    this.page.close();
    return this.seen;
  }
}

/** @param {any} it a case @param {any} [rule] that reads it */
export const playVirtual = (it, rule = rules.get(it.rule)) => new Virtual(it, rule).run();
