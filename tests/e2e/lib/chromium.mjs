// Launches Debian's Chromium with the extension, the test server behind the platforms' names, and a
// private home.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { environment, PROBE, readIds } from './profile.mjs';
import { until, within } from './until.mjs';

export const executable = process.env.OPTOUTLOG_CHROMIUM ?? '/usr/bin/chromium';

/**
 * The profile lies where `optoutlog register` writes in this home, so that the real registration is
 * what is found.
 */
export const userDataDir = profile => path.join(profile.home, '.config/chromium');

function flags({ profile, port, locale, hosts }) {
  const mapped = [...hosts].map(host => `MAP ${host} 127.0.0.1:${port}`);
  return [
    // a browser run by root has no sandbox to offer
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--ignore-certificate-errors',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--no-default-browser-check',
    '--no-pings',
    '--disable-search-engine-choice-screen',
    '--disable-features=OptimizationHints,MediaRouter,Translate,' +
      'InterestFeedContentSuggestions,HttpsUpgrades',
    `--lang=${locale}`,
    `--host-resolver-rules=${[...mapped, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
    `--crash-dumps-dir=${path.join(profile.base, 'crashes')}`,
  ];
}

/**
 * Chromium now and then ends by itself before it has loaded the extension; then it is started anew,
 * and that is said.
 */
async function started(options, left = 2) {
  try {
    return await puppeteer.launch(options);
  } catch (error) {
    if (left === 0 || !/Target closed/.test(error.message)) throw error;
    console.error(`Chromium ended while it started (${error.message}); once more`);
    return started(options, left - 1);
  }
}

export async function launch({ profile, server, headless = true, locale = 'en', dark = false }) {
  const id = (await readIds()).chromium[0];
  const browser = await started({
    executablePath: executable,
    headless,
    pipe: true,
    acceptInsecureCerts: true,
    enableExtensions: [profile.extension],
    userDataDir: userDataDir(profile),
    defaultViewport: headless ? { width: 1000, height: 800 } : null,
    // CHROME_CONFIG_HOME: debugging is refused for the *default* folder, so the default is said to
    // be elsewhere.
    env: environment(profile, {
      CHROME_CONFIG_HOME: path.join(profile.base, 'unused'),
      LANGUAGE: locale,
    }),
    args: flags({ profile, port: server.port, locale, hosts: server.hosts }),
  });
  return new Chromium({ browser, id, profile, dark });
}

/** A browser that was started, with what is special to Chromium. */
class Chromium {
  name = 'chromium';

  constructor({ browser, id, profile, dark }) {
    Object.assign(this, { browser, id, profile, dark });
    this.origin = `chrome-extension://${id}`;
    this.pid = browser.process().pid;
  }

  /** Its own name and version; asked only when wanted, since asking starts it once more. */
  get label() {
    return execFileSync(executable, ['--version'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: environment(this.profile),
    })
      .toString()
      .trim();
  }

  /** Opens a page of the extension in a tab. */
  async extensionPage(file, before, { background = false } = {}) {
    const page = await this.browser.newPage({ background });
    await before?.(page);
    if (this.dark)
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    // right after its start the browser does not know the extension yet, and blocks its addresses
    await until('the extension to be loaded', () =>
      page.goto(`${this.origin}/${file}`).then(
        () => true,
        error => {
          if (/ERR_BLOCKED_BY_CLIENT/.test(error.message)) return false;
          throw error;
        },
      ),
    );
    return page;
  }

  /**
   * The real popup over the tab that `page` shows: the browser opens it, no page is navigated.
   */
  async realPopup(page, probe) {
    await page.bringToFront();
    const opened = this.browser.waitForTarget(
      target => target.url().startsWith(`${this.origin}/pages/popup/`),
      { timeout: 30_000 },
    );
    await probe.evaluate(() => {
      void chrome.action.openPopup().catch(() => undefined);
    });
    const target = await within('the popup to open', opened);
    return target.asPage();
  }

  /**
   * The popup as a click on the toolbar's button opens it, over the tab that `page` shows: this
   * gives activeTab.
   */
  async clickedPopup(page) {
    await page.bringToFront();
    const client = await this.browser.target().createCDPSession();
    const { targetInfos } = await client.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.find(target => target.url === page.url());
    const opened = this.browser.waitForTarget(
      target => target.url().startsWith(`${this.origin}/pages/popup/`),
      { timeout: 30_000 },
    );
    await client.send('Extensions.triggerAction', { id: this.id, targetId: tab.targetId });
    const target = await within('the popup to open', opened);
    return target.asPage();
  }

  /**
   * A popup about a tab that stays in front.
   * @param {any} page
   * @param {number} _tabId
   * @param {any} probe
   */
  popupOver(page, _tabId, probe) {
    return this.realPopup(page, probe);
  }

  /**
   * The browser's own switch: site access "on click", as a person sets it on the page of
   * extensions.
   */
  async takeAccess() {
    const page = await this.browser.newPage({ background: true });
    await page.goto('chrome://extensions/');
    await page.evaluate(
      extensionId =>
        chrome.developerPrivate.updateExtensionConfiguration({
          extensionId,
          hostAccess: 'ON_CLICK',
        }),
      this.id,
    );
    await page.close();
  }

  /** Ends the service worker as the browser does when it is idle. */
  async stopWorker({ wait = true } = {}) {
    const target = this.workerTarget();
    if (!target) return false;
    const closed = target.worker().then(worker => worker?.close());
    if (!wait)
      return closed.then(
        () => true,
        () => false,
      ); // it may be just going by itself
    await closed;
    await until('the worker to be gone', () => !this.browser.targets().some(t => t === target));
    return true;
  }

  worker() {
    return this.workerTarget().worker();
  }

  workerRuns() {
    return this.workerTarget() !== undefined;
  }

  probe() {
    return `${this.origin}/${PROBE}`;
  }

  /** The service worker's, where it runs. */
  workerTarget() {
    return this.browser
      .targets()
      .find(target => target.type() === 'service_worker' && target.url().startsWith(this.origin));
  }
}
