// A browser without our extension, as somebody has who was sent a file.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { executable as chromium } from './chromium.mjs';
import { executable as firefox } from './firefox.mjs';

const BROWSERS = { chromium, firefox };
/** Those that are asked for. */
export const wanted = (process.env.OPTOUTLOG_BROWSERS ?? 'chromium firefox')
  .split(/[ ,]+/)
  .filter(name => name in BROWSERS);

/** @param {string} name one of `wanted` @param {string} folder its profile is made there */
export function bare(name, folder) {
  const userDataDir = path.join(folder, `profile-${name}`);
  mkdirSync(userDataDir);
  return puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath: BROWSERS[name],
    headless: true,
    userDataDir,
    args: name === 'chromium' ? ['--no-sandbox', '--lang=en'] : [],
  });
}
