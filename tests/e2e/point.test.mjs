// A switch on a site that no rule knows: pointed at, answered, read, changed, loaded again. The
// log, the command and the exports hold it under the site's name, and a second visit reads it by
// itself.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dashboard } from './lib/dashboard.mjs';
import { answered, asked, loadAnew } from './lib/pointing.mjs';
import { popupPage, popupSays } from './lib/popup.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const HOST = 'https://www.exampler.test/*';
const URL = 'https://www.exampler.test/account/privacy';
const STORE = 'https://www.exampler.test/store';
const ID = 'own-www-exampler-test';

/** A site that holds a switch. @param {any} world @param {'on' | 'off'} held */
function site(world, held) {
  const server = { held };
  world.server.route(URL, () => ({
    body: `<!doctype html><html lang="en"><title>Privacy</title><main><h1>Privacy</h1>
<div><label><input type="checkbox" checked> Show me as online</label></div>
<h2>Artificial intelligence</h2>
<div><label for="ai">Let our AI learn from what I post</label>
<input id="ai" type="checkbox" role="switch" ${server.held === 'on' ? 'checked' : ''}></div></main>
<script>document.querySelector('#ai').addEventListener('change', event => {
  fetch(${JSON.stringify(STORE)}, { method: 'POST', body: event.target.checked ? 'on' : 'off' });
});</script></html>`,
  }));
  world.server.route(STORE, ({ body }) => {
    server.held = body;
    return { status: 204 };
  });
  return server;
}

const lineOf = async world => (await world.status()).find(({ platform }) => platform === ID);
const line = (world, wanted) =>
  until(
    `the line to be ${JSON.stringify(wanted)}`,
    async () => {
      const its = await lineOf(world);
      return its && Object.entries(wanted).every(([key, value]) => its[key] === value) ? its : null;
    },
    { seen: () => world.status() },
  );

/** Points as a person does, in the popup. @param {any} visit */
async function point(visit) {
  const popup = await popupPage(visit);
  await asked(popup, 'Let our AI learn from what I post');
  await popup.click('#point form [type=submit]');
  assert.match(await popup.$eval('#point form [role=alert]', it => it.textContent), /answer/);
  await answered(popup, { name: 'Exampler' });
  await visit.page.bringToFront();
}

for (const name of browsers) {
  describe(`a switch that was pointed at, in ${name}`, () => {
    const world = useWorld(name, { hosts: [HOST], required: true, routes: [[URL, '']] });

    test('pointed at, read, changed, loaded again, read by itself', async () => {
      site(world(), 'on');
      const visit = await world().visit(URL);
      await point(visit);
      // the page was there before the rule: it says what it shows once it is loaded anew
      await visit.becomes('unknown', 'ai-training');
      assert.match((await popupSays(visit)).text, /may be from before/);
      await loadAnew(visit, popupPage);
      await visit.becomes('allowed', 'ai-training');
      await line(world(), { training: 'allowed', sure: 'likely' });
      const said = await popupSays(visit);
      assert.match(said.sentence, /^Exampler/);
      assert.match(said.text, /pointed at/);

      await visit.page.click('#ai');
      await line(world(), { training: 'denied', kept: 'pending' });
      await visit.page.reload();
      await line(world(), { training: 'denied', kept: 'confirmed', sure: 'likely' });

      // both of its states were read: from now on it counts as any other rule
      const other = await world().visit(URL);
      await line(world(), { training: 'denied', kept: 'confirmed', sure: 'sure' });
      assert.doesNotMatch((await popupSays(other)).text, /Only one of its two states/);
    });

    test('command, history and exports name the site', async () => {
      const status = await world().command(['status']);
      assert.match(status.stdout, /www\.exampler\.test/);
      const csv = await world().command(['export', '--out', '-', '--format', 'csv']);
      assert.match(csv.stdout, /own-www-exampler-test/);
      assert.match(csv.stdout, /www\.exampler\.test/);
      const html = await world().command(['export', '--out', '-', '--format', 'html']);
      assert.match(html.stdout, /a person pointed at this setting/);
    });

    test('the dashboard lists it', async () => {
      const page = await dashboard(world());
      await until('the list', () => page.$(`[data-own="${ID}"]`));
      assert.match(
        await page.$eval('#own-list', it => it.innerText),
        /Both of its states were read/,
      );
      await page.close();
    });
  });
}
