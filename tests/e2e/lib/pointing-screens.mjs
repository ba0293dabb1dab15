// Pictures of what a person does with a page of their own in the popup: pointing, the questions,
// the reading of an own rule and of a mended one, a sample, turning off and what ends it.
import { popupPage } from './popup.mjs';
import { until } from './until.mjs';
import { World } from './world.mjs';
import { boxes, X } from './x-store.mjs';

const OWN = 'https://www.exampler.test/account/privacy';
const LINKEDIN = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const LABEL = 'Let our models learn from what you post, share and write in private messages';

const box = label => `<div><label><input type="checkbox"> ${label}</label></div>`;
const SITE = `<!doctype html><html lang="en"><title>Privacy</title><main><h1>Privacy</h1>
${['Show me as online', 'Read receipts', 'Weekly mail', 'Search engines'].map(box).join('')}
<h2>Artificial intelligence</h2><div><label for="ai">${LABEL}</label>
<input id="ai" type="checkbox" role="switch" checked></div>
<fieldset><legend>Who may train on your pictures</legend><label><input type="radio" name="w">
Nobody</label><label><input type="radio" name="w" checked> We and our partners</label></fieldset>
</main></html>`;

/** A popup in which `press` was pressed and `wanted` came. @param {any} visit */
async function opened(visit, press, wanted) {
  const popup = await popupPage(visit);
  await until(press, () => popup.$(press));
  await popup.click(press);
  await until(wanted, () => popup.$(wanted));
  return popup;
}

/** The questions, answered for a blog. @param {any} popup */
async function fill(popup) {
  await popup.click('#point li [data-ref]');
  await until('the questions', () => popup.$('#point form'));
  await popup.click('#point [value=training]');
  await popup.click('#point [value=unit]');
  await popup.type('#point-named', 'Fernweh');
}

/** @param {any} popup @param {any} visit */
async function keep(popup, visit) {
  await popup.click('#point [value=account]');
  await popup.click('#point form [type=submit]');
  await until('the panel to close', () => popup.$eval('#point', it => it.hidden));
  await popup.close();
  await visit.page.bringToFront();
}

/**
 * @param {string} locale
 * @param {(page: any, state: string) => Promise<void>} take
 */
async function pointed(locale, take) {
  const world = await World.open('chromium', {
    locale,
    hosts: ['https://www.exampler.test/*'],
    routes: [
      [OWN, () => ({ body: SITE })],
      [LINKEDIN, () => ({ body: SITE })],
    ],
  });
  try {
    const visit = await world.visit(OWN);
    const sample = await opened(visit, '[data-key=sample]', '#point form.sample li');
    await take(sample, 'sample');
    await sample.close();
    await visit.page.bringToFront();
    const popup = await opened(visit, '[data-key=point]', '#point li');
    await take(popup, 'point');
    await fill(popup);
    await take(popup, 'point-questions');
    await keep(popup, visit);
    await visit.becomes('unknown');
    await visit.page.reload();
    await visit.becomes('allowed');
    const own = await popupPage(visit);
    await take(own, 'own-rule');
    await own.close();
    await visit.close();
    await mended(world, take);
  } finally {
    await world.close();
  }
}

/** A rule whose page was redesigned. @param {any} world */
async function mended(world, take) {
  const visit = await world.visit(LINKEDIN);
  await visit.becomes('unknown');
  const popup = await opened(visit, '[data-key=point]', '#point li');
  await popup.click('#point li [data-ref]');
  await until('the questions', () => popup.$('#point form'));
  await popup.click('#point [value=training]');
  await take(popup, 'mend-questions');
  await keep(popup, visit);
  await visit.becomes('allowed');
  const after = await popupPage(visit);
  await take(after, 'mended');
  await after.close();
  await visit.close();
}

/** Pressed for the person: kept, and what is left to them. */
async function turnedOff(locale, take) {
  const world = await World.open('chromium', { locale, routes: [[X, '']] });
  try {
    const deaf = `box.addEventListener('click', event => {
      if (!event.isTrusted) event.preventDefault(); });`;
    for (const [state, script] of [
      ['do-it-yourself', deaf],
      ['turned-off', ''],
    ]) {
      boxes(world, { script });
      const visit = await world.visit(X);
      await visit.becomes('allowed');
      const popup = await opened(visit, '[data-key=operate]', '#verdict');
      await until(state, () =>
        popup.$(state === 'turned-off' ? '[data-action=reload-confirm]' : '[data-key=yourself]'),
      );
      await take(popup, state);
      await popup.close();
      await visit.close();
    }
  } finally {
    await world.close();
  }
}

/**
 * @param {string} locale
 * @param {(page: any, state: string) => Promise<void>} take
 */
export async function pointingPictures(locale, take) {
  await pointed(locale, take);
  await turnedOff(locale, take);
}
