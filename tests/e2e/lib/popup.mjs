// The popup, read as a person reads it. `popupPage` opens it as a page about one tab (it supports
// that for small screens), in both browsers; `realPopup` is the browser's own, Chromium only
// (Firefox has no way to open it unseen).
import { until } from './until.mjs';

export const POPUP_WIDTH = 360;

/** The popup about `visit`'s tab, in a tab of its own, drawn completely. */
export async function popupPage(visit, { tabId = visit.tabId } = {}) {
  const page = await visit.world.extensionPage(`pages/popup/popup.html?tab=${tabId}`, it =>
    it.setViewport({ width: POPUP_WIDTH, height: 600 }),
  );
  await drawn(page);
  return page;
}

export async function realPopup(visit) {
  const page = await visit.world.driver.realPopup(visit.page, visit.world.probe);
  await drawn(page);
  return page;
}

/** Opened by the toolbar's button itself, as a person does; Chromium only. */
export async function clickedPopup(visit) {
  const page = await visit.world.driver.clickedPopup(visit.page);
  await drawn(page);
  return page;
}

function drawn(page) {
  return until('the popup to be drawn', () =>
    page.evaluate(() => document.querySelector('#verdict')?.getAttribute('aria-busy') === 'false'),
  );
}

/** What stands in it: {sentence, tone, host, text, buttons}. */
export function readPopup(page) {
  return page.evaluate(() => ({
    sentence: document.querySelector('#sentence')?.textContent ?? '',
    tone: document.documentElement.dataset.tone ?? '',
    host: document.querySelector('[data-host]')?.getAttribute('data-host') ?? '',
    hostCommand: document.querySelector('.host-command code')?.textContent ?? '',
    hostKind: document.querySelector('[data-host]')?.getAttribute('data-kind') ?? '',
    text: document.body.innerText,
    buttons: [...document.querySelectorAll('button')].map(button => button.textContent),
  }));
}

/** Opens the popup, reads it, closes it. */
export async function popupSays(visit) {
  const page = await popupPage(visit);
  try {
    return await readPopup(page);
  } finally {
    await page.close();
    await visit.page.bringToFront();
  }
}
