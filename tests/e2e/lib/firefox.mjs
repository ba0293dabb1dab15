// Launches Debian's Firefox ESR with the extension, the test server behind the platforms' names,
// and a private home.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { environment, PROBE, readIds } from './profile.mjs';
import { settle } from './settled.mjs';
import { until } from './until.mjs';

export const executable = process.env.OPTOUTLOG_FIREFOX ?? '/usr/bin/firefox-esr';

/** The extension's internal address is random per profile; a preference pins it. */
const UUID = '3c1f7f0e-6c2e-4a52-9d2b-0e5c5a1f2b11';

export const userDataDir = profile => path.join(profile.home, 'firefox-profile');

/** It asks nobody by itself. */
const QUIET = {
  'app.update.enabled': false,
  'browser.region.update.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

function preferences({ id, port, locale, dark, hosts, idle }) {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
    // the click stays real; only the question is answered yes
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.background.idle.timeout': idle,
    // a temporary add-on is taken out when the browser ends
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'network.dns.localDomains': [...hosts].join(','),
    'network.socket.forcePort': `443=${port}`,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'intl.locale.requested': locale,
    'intl.accept_languages': locale,
    'intl.multilingual.enabled': true,
    'extensions.langpacks.signatures.required': false,
    // tabs behind others are read as fast as the one in front
    'dom.min_background_timeout_value': 4,
    'dom.timeout.enable_budget_timer_throttling': false,
    ...QUIET,
  };
}

/**
 * moz-extension pages never report that they finished loading: go there without waiting, then ask
 * the page itself.
 */
async function open(page, url) {
  void page.goto(url).catch(() => undefined);
  await until(`${url} to be loaded`, () =>
    page.evaluate(
      address => document.readyState === 'complete' && location.href.startsWith(address),
      url,
    ),
  );
}

export async function launch({
  profile,
  server,
  headless = true,
  locale = 'en',
  dark = false,
  idle = 3000,
}) {
  const id = (await readIds()).firefox[0];
  await settle(userDataDir(profile), executable, QUIET);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless,
    acceptInsecureCerts: true,
    userDataDir: userDataDir(profile),
    defaultViewport: headless ? { width: 1000, height: 800 } : null,
    env: environment(profile),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences({
      id,
      port: server.port,
      locale,
      dark,
      hosts: server.hosts,
      idle,
    }),
  });
  await browser.installExtension(profile.extension);
  return new Firefox({ browser, profile });
}

/** A browser that was started, with what is special to Firefox. */
class Firefox {
  name = 'firefox';
  origin = `moz-extension://${UUID}`;

  constructor({ browser, profile }) {
    Object.assign(this, { browser, profile });
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

  async extensionPage(file, before, options = {}) {
    const page = await this.browser.newPage(options);
    await before?.(page);
    await open(page, `${this.origin}/${file}`);
    return page;
  }

  /**
   * A popup about a tab that stays in front of its window: in a window of its own, no test can
   * open the real one unseen.
   */
  popupOver(_page, tabId) {
    return this.extensionPage(`pages/popup/popup.html?tab=${tabId}`, undefined, { type: 'window' });
  }

  probe() {
    return `${this.origin}/${PROBE}`;
  }
}
