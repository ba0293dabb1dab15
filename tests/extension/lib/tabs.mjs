// Tabs in which the scripts of LinkedIn's settings page speak, and the background that hears them.
import { afterEach, beforeEach } from 'node:test';
import { makeBrowser } from './browser.mjs';
import { reading, time } from './helpers.mjs';

export const { api, local, session, tabs, badges, told } = makeBrowser();
const { onContentMessage } = await import('../../../extension/background/intake.js');

export const HERE = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
/** What the script in a tab says. */
export const says = (tabId, message, url = HERE, sender = {}) =>
  onContentMessage(
    { platform: 'linkedin', ...message },
    { url, tab: { id: tabId, url }, ...sender },
  );
export const PAGE = { type: 'page' };
/** What waits for the log. */
export const rows = async () => (await local.get('queue'))?.rows ?? [];

/** The scripts that were put into tabs in this test, in order. */
export const injected = [];
/** Takes its place again after a test had another. */
export const inject = async script => {
  injected.push(script);
  return [];
};
export const OWN_HOST = 'https://www.linkedin.com/*';

/** Begins each test of the file with no script put in, and no permission taken back. */
export function useTabs() {
  beforeEach(() => {
    injected.length = 0;
    api.scripting.executeScript = inject;
  });
  afterEach(() => api.permissions.withheld.clear());
}

export const VISIT = '0f8fad5b-d9cb-469f-a165-70867728950e';
let minute = 0;
/** A reading of the page, a minute after the one before. */
export const read = (training, fields) => {
  minute += 1;
  const reset = {
    how: 'loaded',
    visit: VISIT,
    loadedAt: null,
    again: null,
    doubt: false,
    report: null,
    other: false,
    locked: false,
    shown: null,
  };
  return {
    type: 'reading',
    rev: 1,
    page: 'genai',
    reading: { ...reading(training), at: time(minute), ...reset, ...fields },
  };
};
