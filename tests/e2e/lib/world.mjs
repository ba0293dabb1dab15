// One browser with the extension, the built host, a private log and the web of the tests: what
// every scenario starts from.
//
//   for (const name of browsers) describe(name, () => {
//     const get = useWorld(name); // launched before the first test, ended after the last
//     test('…', async () => { const visit = await get().visit(url, file); … });
//   });
import { after, before } from 'node:test';
import path from 'node:path';
import { testPages } from '../../server/pages.mjs';
import { startServer } from '../../server/server.mjs';
import * as chromium from './chromium.mjs';
import * as firefox from './firefox.mjs';
import { grantAll, permissions } from './grant.mjs';
import { killHosts, register } from './host.mjs';
import * as optoutlog from './optoutlog.mjs';
import { copyExtension, makeProfile, PROBE, root } from './profile.mjs';
import { Tabs } from './tabs.mjs';
import { until } from './until.mjs';

const launchers = { chromium, firefox };

/** The browsers to run in: OPTOUTLOG_BROWSERS (comma-separated), else both. */
export const browsers = (process.env.OPTOUTLOG_BROWSERS ?? 'chromium,firefox')
  .split(',')
  .filter(name => name in launchers);

/** Absolute path of a test page. */
export const pageFile = (platform, name) => path.join(root, 'tests/pages', platform, name);

export class World extends Tabs {
  /**
   * @param {string} name chromium or firefox
   * @param {object} [options]
   * @param {boolean} [options.host] register the host before the start (default true)
   * @param {boolean} [options.granted] with permissions (default true); false leaves the extension
   *   as it is installed
   * @param {string[]} [options.hosts] Chromium: match patterns that are readable besides those of
   *   the rules
   * @param {(server: any) => void} [options.web] routes the server, instead of the rules' test
   *   pages
   * @param {boolean} [options.required] Firefox: permissions are required ones there too, so that
   *   no click is needed
   * @param {string} [options.locale] of the interface
   * @param {boolean} [options.dark]
   * @param {boolean} [options.headless]
   * @param {string} [options.data] an existing data folder to log into
   * @param {Record<string, string>} [options.env] of the browser and so of the hosts, beside what
   *   it needs
   * @param {number} [options.idle] Firefox: ms after which an idle event page is ended
   */
  static async open(name, options = {}) {
    const world = new World();
    world.name = name;
    world.options = {
      host: true,
      granted: true,
      locale: 'en',
      dark: false,
      headless: true,
      ...options,
    };
    world.server = await startServer();
    if (world.options.web) await world.options.web(world.server);
    else for (const page of await testPages()) world.server.route(page.url, page.file);
    for (const [url, body] of world.options.routes ?? []) world.server.route(url, body);
    world.profile = {
      ...(await makeProfile({ data: world.options.data })),
      env: world.options.env,
    };
    // Chromium's prompt cannot be answered by a test; Firefox gets the extension as it is, and a
    // real click.
    const required = name === 'chromium' || world.options.required;
    await copyExtension(world.profile.extension, {
      granted: required && world.options.granted,
      hosts: world.options.hosts,
    });
    if (world.options.host) await register(world.profile, name);
    try {
      await world.start();
      if (name === 'firefox' && world.options.granted && !required) await grantAll(world);
    } catch (error) {
      await world.close();
      throw error;
    }
    return world;
  }

  /** Starts the browser in the world's profile: the first time, and again after `kill`. */
  async start() {
    const { locale, dark, headless, idle } = this.options;
    this.driver = await launchers[this.name].launch({
      profile: this.profile,
      server: this.server,
      locale,
      dark,
      headless,
      idle,
    });
    this.browser = this.driver.browser;
    this.errors = [];
    await this.openProbe();
    // A page that is older than its boot script is never read: it must not be opened before that is
    // registered.
    await until('the boot scripts to be registered', () =>
      this.probe.evaluate(
        async () =>
          (await (globalThis.browser ?? globalThis.chrome).scripting.getRegisteredContentScripts())
            .length > 0,
      ),
    );
  }

  /**
   * The probe: a page of the extension that hears every message of the content scripts and asks the
   * browser's APIs.
   */
  async openProbe({ background = false } = {}) {
    this.probe = await this.driver.extensionPage(PROBE, undefined, { background });
    // on a busy machine its first document may be replaced while it is asked
    await until('the probe to hear', () =>
      this.probe.evaluate(() => {
        if (globalThis.heard) return true;
        const api = globalThis.browser ?? globalThis.chrome;
        globalThis.heard = [];
        api.runtime.onMessage.addListener((message, sender) => {
          if (sender.tab && sender.url?.startsWith('https:'))
            globalThis.heard.push({ at: Date.now(), tab: sender.tab.id, url: sender.url, message });
        });
        return true;
      }),
    );
  }

  /**
   * What content scripts said so far, of one tab or of all: [{tab, url, message}]. As one text:
   * Firefox takes many times as long to hand over a tree of values, and this is asked again and
   * again.
   */
  async heard(tabId = null) {
    return JSON.parse(
      await this.probe.evaluate(
        tab => JSON.stringify(globalThis.heard.filter(item => tab === null || item.tab === tab)),
        tabId,
      ),
    );
  }

  /**
   * Reads a key of the extension's storage, or all of it.
   * @param {'local' | 'session'} area
   * @param {string} [key]
   */
  stored(area, key) {
    return this.probe
      .evaluate(
        async (where, name) => {
          const all = await (globalThis.browser ?? globalThis.chrome).storage[where].get(name);
          return JSON.stringify(name === null ? all : (all[name] ?? null));
        },
        area,
        key ?? null,
      )
      .then(JSON.parse);
  }

  /**
   * Runs `work` in the background, with its global object.
   * @param {(background: any) => void} work
   */
  async inBackground(work) {
    await this.ask({ type: 'host-retry' }); // which wakes it
    if (this.name === 'chromium')
      return (await this.driver.worker()).evaluate(`(${work})(globalThis)`);
    return this.probe.evaluate(`(${work})(browser.extension.getBackgroundPage())`);
  }

  forget(area, key) {
    return this.probe.evaluate(
      (where, name) => (globalThis.browser ?? globalThis.chrome).storage[where].remove(name),
      area,
      key,
    );
  }

  /** Asks the background as the extension's own pages do. */
  ask(message) {
    return this.probe.evaluate(
      it => (globalThis.browser ?? globalThis.chrome).runtime.sendMessage(it),
      message,
    );
  }

  status() {
    return optoutlog.status(this.profile);
  }

  history(args) {
    return optoutlog.history(this.profile, args);
  }

  verify() {
    return optoutlog.verify(this.profile);
  }

  command(args) {
    return optoutlog.command(this.profile, args);
  }

  registerHost() {
    return register(this.profile, this.name);
  }

  killHosts() {
    return killHosts(this.driver.pid);
  }

  /** SIGKILL to the browser that this world started; its profile stays. */
  async kill() {
    const child = this.browser.process();
    const gone = new Promise(resolve => {
      child.once('exit', resolve);
    });
    process.kill(-child.pid, 'SIGKILL'); // its own process group: the launcher made one
    await gone;
    await this.browser.disconnect().catch(() => undefined);
  }

  /** Starts the browser again after `kill`, with what the user had granted. */
  async restart() {
    await this.start();
    // Firefox takes a temporary add-on's grants away with it; an installed one keeps them.
    if (
      this.name === 'firefox' &&
      !(await permissions(this)).permissions.includes('nativeMessaging')
    )
      await grantAll(this);
  }

  /**
   * Loads the extension anew while its tabs are open, as an update does. The probe goes with it and
   * is opened again, behind.
   */
  async reloadExtension() {
    const old = this.probe;
    await this.browser.installExtension(this.profile.extension);
    await until('the probe to go with the extension', () =>
      old
        .evaluate(() => true)
        .then(
          () => false,
          () => true,
        ),
    );
    await this.openProbe({ background: true });
  }

  /**
   * Ends the background as the browser does when it is idle: at once in Chromium, by its own clock
   * in Firefox.
   */
  async endBackground() {
    if (this.name === 'chromium') return this.driver.stopWorker();
    return until('the idle event page to be ended', () =>
      this.probe.evaluate(() => browser.extension.getBackgroundPage() === null),
    );
  }

  /** The same at this very moment, whether or not it runs: nothing is waited for. */
  stopBackground() {
    return this.name === 'chromium'
      ? this.driver.stopWorker({ wait: false })
      : this.endBackground();
  }

  async close() {
    await this.browser?.close().catch(() => undefined);
    await this.server.close();
    if (process.env.OPTOUTLOG_KEEP) console.error(`kept: ${this.profile.base}`);
    else await this.profile.remove();
  }
}

/** A world for the tests of one `describe`. @returns {() => World} */
export function useWorld(name, options) {
  let world;
  before(async () => {
    world = await World.open(name, options);
  });
  after(async () => {
    await world?.close();
  });
  return () => world;
}
