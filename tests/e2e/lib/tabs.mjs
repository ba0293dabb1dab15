// The tabs of the browser under test: pages of ours, and visits to pages of platforms.
import { routeKey } from '../../server/server.mjs';
import { until } from './until.mjs';
import { Visit } from './visit.mjs';

/** What a World (world.mjs) opens; it brings `driver`, `browser`, `server`, `probe`, `errors`. */
export class Tabs {
  /** A page of the extension in a tab; errors on its console are kept in `errors`. */
  async extensionPage(file, before) {
    return this.driver.extensionPage(file, async page => {
      this.watch(page, file);
      await before?.(page);
    });
  }

  watch(page, where) {
    page.on('pageerror', error =>
      this.errors.push(`${where}: ${error.stack ?? error.message ?? error}`),
    );
    page.on('console', message => {
      if (message.type() === 'error') this.errors.push(`${where}: ${message.text()}`);
    });
  }

  /** Opens `url` in a new tab in front, answered with `file` (a path or a handler) from now on. */
  async visit(url, file) {
    if (file !== undefined) this.server.route(url, file);
    const page = await this.browser.newPage();
    this.watch(page, url);
    await page.goto(url);
    await page.bringToFront();
    const tabId = await until('the tab to be the active one', () =>
      this.probe.evaluate(async () => {
        const api = globalThis.browser ?? globalThis.chrome;
        const own = await api.tabs.getCurrent();
        const [tab] = await api.tabs.query({ active: true, windowId: own.windowId });
        return tab && tab.id !== own.id ? tab.id : null;
      }),
    );
    return new Visit(this, page, tabId);
  }

  /**
   * The same while other tabs are being opened: the tab is found by an address that no other has.
   * Only for granted hosts. It has a window of its own: a page behind others is asleep, and is not
   * read.
   */
  async visitBeside(url, file) {
    const page = await this.oneByOne(() => this.browser.newPage({ type: 'window' }));
    this.watch(page, url);
    this.opened = (this.opened ?? 0) + 1;
    const own = `${new URL(url).origin}/optoutlog-test-tab/${this.opened}`;
    this.server.route(own, () => ({ body: '<!doctype html><title>tab</title>' }));
    await page.goto(own);
    const tabId = await until('the tab to be known', () =>
      this.probe.evaluate(async address => {
        const tabs = await (globalThis.browser ?? globalThis.chrome).tabs.query({});
        return tabs.find(tab => tab.url === address)?.id;
      }, own),
    );
    await this.answering(url, file, () => page.goto(url));
    return new Visit(this, page, tabId);
  }

  /**
   * Opens and closes tabs one after another: Firefox fails to open one beside one that is just
   * going.
   */
  oneByOne(work) {
    const turn = (this.last ?? Promise.resolve()).then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Runs `work` while `url` is answered with `file`; another file for the same address has to wait.
   */
  async answering(url, file, work) {
    this.turns ??= new Map();
    const key = routeKey(url);
    const turn = (this.turns.get(key) ?? Promise.resolve()).then(() => {
      this.server.route(url, file);
      return work();
    });
    this.turns.set(
      key,
      turn.catch(() => undefined),
    );
    return turn;
  }
}
