// Points at a switch as a person does, in the popup.
import assert from 'node:assert/strict';
import { until } from './until.mjs';

/** The first of the list is picked, which has this name. @param {any} popup @param {string} name */
export async function asked(popup, name) {
  await until('the offer to point', () => popup.$('[data-key=point]'));
  await popup.click('[data-key=point]');
  await until('the list of switches', () => popup.$('#point li'));
  const rows = await popup.$$eval('#point li strong', all => all.map(one => one.textContent));
  assert.equal(rows[0], name);
  await popup.click('#point li [data-ref]');
  await until('the questions', () => popup.$('#point form'));
  assert.equal(await popup.$('#point form :checked:not(option)'), null, 'nothing is preselected');
}

/**
 * @param {any} popup
 * @param {{ allows?: string, name: string }} answers allows: of a list, the value under which they
 *   may train; else On means that they may
 */
export async function answered(popup, { allows, name }) {
  await popup.click(`#point [value=${JSON.stringify(allows ?? 'training')}]`);
  await popup.click('#point [value=account]');
  await popup.$eval(
    '#point-name',
    (it, value) => {
      it.value = value;
    },
    name,
  );
  await popup.click('#point form [type=submit]');
  // the browser's own popup may close by itself
  await until('the panel to close', () =>
    popup.$eval('#point', it => it.hidden).catch(() => popup.isClosed()),
  );
  if (!popup.isClosed()) await popup.close();
}

/** By the popup's own button. @param {any} visit @param {(visit: any) => Promise<any>} popupOf */
export async function loadAnew(visit, popupOf) {
  await visit.page.bringToFront();
  const popup = await popupOf(visit);
  const press = () =>
    popup.evaluate(() => {
      const button = document.querySelector('[data-action=read], [data-action^=reload]');
      /** @type {HTMLElement | null} */ (button)?.click();
      return button !== null;
    });
  await until('the offer to reload', press, {
    seen: () => popup.$eval('main', it => it.innerText),
  });
  if (!popup.isClosed()) await popup.close().catch(() => {});
  await visit.page.bringToFront();
}
