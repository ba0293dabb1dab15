// Several accounts and blogs of one platform, on the dashboard.
import assert from 'node:assert/strict';
import { bring, dashboard, mark, reading } from '../lib/dashboard.mjs';
import { until } from '../lib/until.mjs';

/** Two accounts on one platform, and three blogs of one account on another. */
async function bringAccounts(world) {
  const blog = (days, unit, training) =>
    reading(days, training, {
      platform: 'tumblr',
      control: 'third-party-sharing',
      account: 'ada',
      unit,
    });
  await bring(
    world,
    [
      reading(60, 'denied', { account: 'ada-l' }),
      reading(40, 'denied', { account: 'ada-l' }),
      reading(5, 'allowed', { account: 'ada-l' }),
      reading(50, 'allowed', { account: 'work' }),
      ...['cats', 'notes', 'recipes'].map((unit, at) =>
        blog(30 - at, unit, at === 1 ? 'allowed' : 'denied'),
      ),
    ].sort((a, b) => a.at.localeCompare(b.at)),
  );
  assert.equal(
    (await world.command(['status'])).code,
    1,
    'status ends with 1 while something returned',
  );
  await until('the mark on the button', async () => (await mark(world)) === '!');
}

/** Each is a row of the table. */
async function assertRows(page) {
  const rows = await page.$$eval('tr[data-platform]', all =>
    all.map(row => [row.dataset.platform, row.cells[1].textContent, row.dataset.rowState]),
  );
  for (const wanted of [
    ['linkedin', 'ada-l', 'returned'],
    ['linkedin', 'work', 'allowed'],
    ['tumblr', 'ada · cats', 'denied'],
    ['tumblr', 'ada · notes', 'allowed'],
    ['tumblr', 'ada · recipes', 'denied'],
  ]) {
    assert.ok(
      rows.some(row => row.join() === wanted.join()),
      `${wanted} in ${JSON.stringify(rows)}`,
    );
  }
  assert.ok(
    rows.some(row => row.join() === 'linkedin,not shown on the page,denied'),
    'a reading without an account is kept apart',
  );
}

/** One is a lane over time, and the lanes are told as a table too. */
async function assertLanes(page) {
  const tracks = () =>
    page.$$eval('.track', all =>
      all.map(track => ({
        says: track.getAttribute('aria-label'),
        runs: track.querySelectorAll('.run').length,
        returned: track.querySelectorAll('.mark-returned').length,
      })),
    );
  const own = await until(
    'the lane',
    async () => (await tracks()).find(({ says }) => says.includes('ada-l')),
    { seen: tracks },
  );
  assert.deepEqual([own.runs, own.returned], [2, 1]);
  assert.match(own.says, /Allowed again/);
  await page.click('.as-table > summary');
  const table = await until('the table, which is drawn when it is opened', () =>
    page.$('.as-table table'),
  );
  assert.match(
    await table.evaluate(element => /** @type {HTMLElement} */ (element).innerText),
    /LinkedIn · ada-l\s+.*Allowed again/,
  );
}

/** Each is a line of its own, drawn over time and told as a table. */
export async function showsAccounts(world) {
  await bringAccounts(world);
  const page = await dashboard(world);
  await assertRows(page);
  await assertLanes(page);
  await page.close();
}
