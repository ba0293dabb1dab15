// What real browsers find on this machine, with nothing set up by the test but a new home: does the
// extension reach the log program, and does it answer `hello`? Run on a throw-away copy of the
// machine.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { executable as chromium } from '../e2e/lib/chromium.mjs';
import { executable as firefox } from '../e2e/lib/firefox.mjs';
import { readIds } from '../e2e/lib/profile.mjs';
import { until } from '../e2e/lib/until.mjs';

const ids = await readIds();
const uuid = '7b0d8f4e-51a7-4d0e-9a55-2f1c7d3e9a10';

/** A new home, and the environment of a browser in it. */
export function newHome() {
  const home = mkdtempSync(path.join(tmpdir(), 'optoutlog home '));
  return { home, env: { HOME: home, PATH: process.env.PATH, LANG: 'C.UTF-8', NO_AT_BRIDGE: '1' } };
}

/**
 * Makes nativeMessaging a permission that needs no click: the one question that no test can answer
 * in Chromium.
 */
export function grantNativeMessaging(folder) {
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions.push('nativeMessaging');
  manifest.optional_permissions = manifest.optional_permissions.filter(
    name => name !== 'nativeMessaging',
  );
  writeFileSync(file, JSON.stringify(manifest));
}

/**
 * Runs in a page of the extension: asks a log program, and gives its result or why there is none.
 */
const hello = name =>
  new Promise(resolve => {
    const api = globalThis.browser ?? globalThis.chrome;
    const message = {
      jsonrpc: '2.0',
      id: 1,
      method: 'hello',
      params: { client: { name: 'test', version: '0', browser: 'test' }, protocol: 1 },
    };
    const answered = answer =>
      resolve(
        answer?.result ?? { failed: chrome.runtime.lastError?.message ?? JSON.stringify(answer) },
      );
    if (!api.runtime.sendNativeMessage) resolve({ failed: 'nativeMessaging is not granted' });
    else if (globalThis.browser)
      api.runtime
        .sendNativeMessage(name, message)
        .then(answered, error => resolve({ failed: String(error.message) }));
    else api.runtime.sendNativeMessage(name, message, answered);
  });
const askBoth = async page => ({
  host: await page.evaluate(hello, ids.names.host),
  policy: await page.evaluate(hello, ids.names.policy),
});

/**
 * Starts Debian's Chromium: its wrapper alone decides which extensions are loaded, unless
 * `extension` names a folder. `program` stands in for the browser's own start script.
 * @returns {Promise<{close: () => Promise<void>, page: import('puppeteer-core').Page | null}>} a
 *   page of the extension, or null: it is not loaded
 */
export async function openChromium({ home, env, program = chromium }, extension = null) {
  const browser = await puppeteer.launch({
    executablePath: program,
    headless: true,
    pipe: true,
    // Debugging is refused for the default folder, so the default is said to be elsewhere.
    env: { ...env, CHROME_CONFIG_HOME: path.join(home, 'unused') },
    enableExtensions: extension ? [extension] : true,
    userDataDir: path.join(home, '.config/chromium'),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND',
    ],
  });
  const close = () => browser.close();
  try {
    const origin = `chrome-extension://${ids.chromium[0]}`;
    const worker = () =>
      browser.targets().some(it => it.type() === 'service_worker' && it.url().startsWith(origin));
    const page = await browser.newPage();
    if (
      !(await until('the extension', worker, { patience: 30_000 }).then(
        () => true,
        () => false,
      ))
    )
      return { close, page: null };
    await page.goto(`${origin}/pages/popup/popup.html`);
    return { close, page };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Starts Debian's Firefox with a new profile: what lies in its system folder runs from the first
 * start. As `openChromium`.
 */
export async function openFirefox({ home, env, program = firefox }, extension = null) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    headless: true,
    env,
    userDataDir: path.join(home, 'profile'),
    args: ['--remote-allow-system-access'], // moz-extension pages can be opened with it alone
    // Debian's own; the driver's would switch the system's folders off.
    extraPrefsFirefox: {
      'extensions.enabledScopes': 15,
      'extensions.autoDisableScopes': 3,
      'extensions.webextensions.uuids': JSON.stringify({ [ids.firefox[0]]: uuid }),
    },
  });
  const close = () => browser.close();
  try {
    if (extension) await browser.installExtension(extension);
    const page = await browser.newPage();
    const address = `moz-extension://${uuid}/pages/popup/popup.html`;
    void page.goto(address).catch(() => undefined);
    const there = () =>
      page
        .evaluate(url => document.readyState === 'complete' && location.href === url, address)
        .catch(() => false);
    return {
      close,
      page: await until('the extension', there, { patience: 30_000 }).then(
        () => page,
        () => null,
      ),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @returns {Promise<{loaded: boolean, host?: object, policy?: object}>} */
async function found({ close, page }) {
  try {
    return page ? { loaded: true, ...(await askBoth(page)) } : { loaded: false };
  } finally {
    await close();
  }
}
export const inChromium = async (where, extension) => found(await openChromium(where, extension));
export const inFirefox = async (where, extension) => found(await openFirefox(where, extension));
