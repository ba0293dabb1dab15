// "Turn training off for me": the popup's button.
import { popupPage } from './popup.mjs';
import { until } from './until.mjs';

/**
 * Presses it, and waits until the popup says what came of it.
 * @param {any} visit
 * @param {string} wanted what it has to say, a regular expression
 * @returns {Promise<string>} all that it says then
 */
export async function turnOff(visit, wanted) {
  const popup = await popupPage(visit);
  await until('the offer', () => popup.$('[data-key=operate]'));
  await popup.click('[data-key=operate]');
  const said = await until(
    'what came of it',
    () =>
      popup.evaluate(text => {
        const all = document.body.innerText;
        return new RegExp(text).test(all) ? all : null;
      }, wanted),
    { seen: () => popup.evaluate(() => document.body.innerText) },
  );
  await until('no second offer', async () => !(await popup.$('[data-key=operate]')));
  await popup.close();
  await visit.page.bringToFront();
  return said;
}
