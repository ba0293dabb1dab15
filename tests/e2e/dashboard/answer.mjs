// The answer on top of the dashboard, the bar below it, and the parts of the page.
import assert from 'node:assert/strict';
import { bring, dashboard, reading } from '../lib/dashboard.mjs';
import { until } from '../lib/until.mjs';

/** A browser's window on a small screen. */
const SIGHT_PX = 900;
const STOPS = 10;

const says = page => page.$eval('#answer-says', element => element.innerText.trim());

/** Presses a part of the bar; a bar that is just drawn anew has other nodes a moment later. */
const choose = (page, name) =>
  until(`${name} to be chosen`, async () => {
    const radio = `[data-part="${name}"] input`;
    await page.click(radio);
    return page.$eval(radio, one => one.checked);
  });

/** How often Tab is pressed until the first part of the bar has the focus. */
async function stopsToAnswer(page) {
  await page.evaluate(() => document.activeElement?.blur?.());
  for (let stop = 1; stop <= STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.name === 'filter')) return stop;
  }
  return Infinity;
}

/** One true sentence within the first window, reached by few keys; its parts are filters. */
export async function answersFirst(world) {
  await bring(world, [
    reading(9, 'denied', { account: 'ada' }),
    reading(8, 'allowed', { platform: 'github', control: 'model-training', account: 'ada' }),
  ]);
  await until('the lines', async () => (await world.status()).length >= 2);
  const page = await dashboard(world);
  const answer = await says(page);
  assert.match(answer, /^No\. When last seen, AI training was allowed on: GitHub Copilot\./);
  const bottom = await page.$eval('#answer', element => element.getBoundingClientRect().bottom);
  assert.ok(bottom <= SIGHT_PX, `the answer ends at ${bottom} px`);
  assert.ok((await stopsToAnswer(page)) <= STOPS, 'tab stops');
  await choose(page, 'allowed');
  const shown = () =>
    page.$$eval('#table [data-platform]', all => all.map(row => row.dataset.platform));
  assert.deepEqual(await shown(), ['github']);
  const told = await page.$eval('[data-part="allowed"]', element => element.innerText.trim());
  assert.match(told, /^1\s+Allowed$/);
  await choose(page, 'denied');
  assert.deepEqual(await shown(), ['linkedin']);
  // the way a count of the popup leads
  await page.evaluate(() => {
    location.search = '?show=allowed';
  });
  await until('the part that the address names', async () => (await shown()).join() === 'github');
  await choose(page, 'all');
  await parts(page);
  await page.close();
}

/** Each part has an address, and is all that is shown; none is as long as all were. */
async function parts(page) {
  for (const name of ['history', 'objections', 'policies', 'data', 'overview']) {
    await page.click(`#nav a[href="#${name}"]`);
    await until(`${name} to be shown`, () =>
      page.evaluate(
        wanted =>
          location.hash === `#${wanted}` &&
          [...document.querySelectorAll('[data-view]')]
            .filter(view => view.checkVisibility())
            .map(view => view.dataset.view)
            .join() === wanted,
        name,
      ),
    );
    const [current, height] = await page.evaluate(() => [
      document.querySelector('#nav [aria-current]').hash,
      document.documentElement.scrollHeight,
    ]);
    assert.equal(current, `#${name}`);
    assert.ok(height < 2900, `${name} is ${height} px high`);
  }
  await page.evaluate(() => {
    location.hash = '#stamps';
  });
  await until('a deep address to open its part', () =>
    page.$eval('[data-view="data"]', view => !view.hidden),
  );
}
