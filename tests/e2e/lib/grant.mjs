// The one click on the welcome page, as a person makes it. Firefox only: there the browser's
// question is answered by a preference and the click is real; Chromium's question cannot be
// answered by a test.
import { until } from './until.mjs';

/** What the extension may do now: {origins, permissions, data_collection?}. */
export function permissions(world) {
  return world.probe.evaluate(() => (globalThis.browser ?? globalThis.chrome).permissions.getAll());
}

/** Ticks every platform and presses the button. @returns the welcome page, still open */
export async function grantOnWelcomePage(world) {
  const page = await world.extensionPage('pages/welcome/welcome.html');
  await until('the platforms to be listed', () => page.$('#platforms input[type=checkbox]'));
  if (!(await page.$eval('#all', box => box.checked))) await page.click('#all');
  if (!(await page.$eval('#log-too', box => box.checked))) await page.click('#log-too');
  await page.click('#grant');
  await until(
    'the grant',
    async () => (await permissions(world)).permissions.includes('nativeMessaging'),
    { seen: () => permissions(world) },
  );
  return page;
}

export async function grantAll(world) {
  const page = await grantOnWelcomePage(world);
  await until('the page to say that it is done', () =>
    page.$eval('#result', element => element.textContent !== ''),
  );
  await page.close();
}
