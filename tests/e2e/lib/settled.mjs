// A profile of Firefox that was started and ended once, kept in tests/out for this Firefox: what a
// start on an empty profile makes first (caches of scripts, databases) is nearly half of what it
// costs.
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { out } from './profile.mjs';

const exists = folder =>
  stat(folder).then(
    () => true,
    () => false,
  );

/** Starts and ends it with `preferences`, in `userDataDir`. */
async function startOnce(executablePath, userDataDir, extraPrefsFirefox) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir,
    extraPrefsFirefox,
  });
  await (await browser.newPage()).goto('data:text/html,');
  await browser.close();
}

/**
 * Gives `folder` a copy of the profile, unless it is there: then a browser is started again.
 * Several may do so at the same time: the first to be ready keeps it for all.
 * @param {string} folder absolute path of the profile
 * @param {string} executable of Firefox; another version makes another profile
 * @param {Record<string, unknown>} preferences that keep it from asking the network
 */
export async function settle(folder, executable, preferences) {
  if (await exists(folder)) return;
  const { mtimeMs, size } = await stat(executable);
  const kept = path.join(out, `firefox-profile-${Math.round(mtimeMs)}-${size}`);
  if (!(await exists(kept))) {
    await mkdir(out, { recursive: true });
    const made = await mkdtemp(path.join(out, 'firefox-profile-'));
    await startOnce(executable, made, preferences);
    for (const name of ['lock', '.parentlock', 'user.js', 'cache2', 'sessionstore.jsonlz4'])
      await rm(path.join(made, name), { recursive: true, force: true });
    await rename(made, kept).catch(error => {
      if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
      return rm(made, { recursive: true, force: true });
    });
  }
  await cp(kept, folder, { recursive: true });
}
