// What real browsers find on this machine, with nothing set up by the test but a new home: does the extension reach the log
// program, and does it answer `hello`? Run on a throw-away copy of the machine.
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

/** Makes nativeMessaging a permission that needs no click: the one question that no test can answer in Chromium. */
export function grantNativeMessaging(folder) {
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions.push('nativeMessaging');
  manifest.optional_permissions = manifest.optional_permissions.filter((name) => name !== 'nativeMessaging');
  writeFileSync(file, JSON.stringify(manifest));
}

/** Runs in a page of the extension: asks a log program, and gives its result or why there is none. */
const hello = (name) => new Promise((resolve) => {
  const api = globalThis.browser ?? globalThis.chrome;
  const message = { jsonrpc: '2.0', id: 1, method: 'hello', params: { client: { name: 'test', version: '0', browser: 'test' }, protocol: 1 } };
  const answered = (answer) => resolve(answer?.result ?? { failed: chrome.runtime.lastError?.message ?? JSON.stringify(answer) });
  if (!api.runtime.sendNativeMessage) resolve({ failed: 'nativeMessaging is not granted' });
  else if (globalThis.browser) api.runtime.sendNativeMessage(name, message).then(answered, (error) => resolve({ failed: String(error.message) }));
  else api.runtime.sendNativeMessage(name, message, answered);
});
const askBoth = async (page) => ({ host: await page.evaluate(hello, ids.names.host), policy: await page.evaluate(hello, ids.names.policy) });

/**
 * Debian's Chromium: its wrapper alone decides which extensions are loaded, unless `extension` names a folder.
 * @returns {Promise<{loaded: boolean, host?: object, policy?: object}>}
 */
export async function inChromium({ home, env }, extension = null) {
  const browser = await puppeteer.launch({
    executablePath: chromium, headless: true, pipe: true,
    // Debugging is refused for the default folder, so the default is said to be elsewhere.
    env: { ...env, CHROME_CONFIG_HOME: path.join(home, 'unused') },
    enableExtensions: extension ? [extension] : true,
    userDataDir: path.join(home, '.config/chromium'),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  try {
    const origin = `chrome-extension://${ids.chromium[0]}`;
    const worker = () => browser.targets().some((it) => it.type() === 'service_worker' && it.url().startsWith(origin));
    const page = await browser.newPage();
    if (!await until('the extension', worker, { patience: 30_000 }).then(() => true, () => false)) return { loaded: false };
    await page.goto(`${origin}/pages/popup/popup.html`);
    return { loaded: true, ...await askBoth(page) };
  } finally {
    await browser.close();
  }
}

/**
 * Debian's Firefox with a new profile: what lies in its system folder runs from the first start.
 * @returns {Promise<{loaded: boolean, host?: object, policy?: object}>}
 */
export async function inFirefox({ home, env }, extension = null) {
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: firefox, headless: true, env, userDataDir: path.join(home, 'profile'),
    args: ['--remote-allow-system-access'], // moz-extension pages can be opened with it alone
    // Debian's own; the driver's would switch the system's folders off.
    extraPrefsFirefox: { 'extensions.enabledScopes': 15, 'extensions.autoDisableScopes': 3, 'extensions.webextensions.uuids': JSON.stringify({ [ids.firefox[0]]: uuid }) },
  });
  try {
    if (extension) await browser.installExtension(extension);
    const page = await browser.newPage();
    const address = `moz-extension://${uuid}/pages/popup/popup.html`;
    void page.goto(address).catch(() => undefined);
    const there = () => page.evaluate((url) => document.readyState === 'complete' && location.href === url, address).catch(() => false);
    if (!await until('the extension', there, { patience: 30_000 }).then(() => true, () => false)) return { loaded: false };
    return { loaded: true, ...await askBoth(page) };
  } finally {
    await browser.close();
  }
}
