// Was it kept? A person's change is an event until the page was loaded again; what then is there is
// confirmed, or was not kept. And of two accounts that no page names, none raises an alarm. Said
// alike by popup, strip, badge, dashboard, status and statement, each asked as a person asks it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { dashboard } from './lib/dashboard.mjs';
import { popupPage, readPopup } from './lib/popup.mjs';
import { until } from './lib/until.mjs';
import { browsers, pageFile, useWorld } from './lib/world.mjs';

const URL = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const STORE = 'https://www.linkedin.com/optoutlog-test-store';
/** How popup and dashboard show a return that is certain (shared/returned.js). */
const ALARM = '.state-returned';
const ON = readFileSync(pageFile('linkedin', 'on.html'), 'utf8');
const SCRIPT = `<script>
document.querySelector('[role=switch]').addEventListener('change', (event) => {
  const body = event.target.checked ? 'allowed' : 'denied';
  fetch(${JSON.stringify(STORE)}, { method: 'POST', body });
});
</script>`;

/** A server that holds the setting. `refuse`: it answers a change late, and with an error. */
function platform(world, { held, refuse = false }) {
  const server = { held, refused: 0, let: () => {} };
  world.server.route(URL, () => ({
    body: (server.held === 'allowed' ? ON : ON.replace(' checked ', ' ')).replace(
      '</body>',
      `${SCRIPT}</body>`,
    ),
  }));
  world.server.route(STORE, async ({ body }) => {
    if (!refuse) {
      server.held = body;
      return { status: 204 };
    }
    await new Promise(resolve => {
      server.let = resolve;
    });
    server.refused += 1;
    return { status: 500 };
  });
  return server;
}

const lineOf = async world =>
  (await world.status()).filter(({ platform: id }) => id === 'linkedin');
const plain = html =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|’/g, "'")
    .replace(/\s+/g, ' ');

/** What each place says of the visit's platform now. */
async function says(visit) {
  const { world } = visit;
  const popup = await popupPage(visit);
  const read = await readPopup(popup);
  const strip = await popup.$eval('#strip', element => element.innerText);
  const alarms = [await popup.$$eval(ALARM, all => all.length)];
  await popup.close();
  const page = await dashboard(world);
  const rows = await page.$$eval('tr[data-platform="linkedin"]', all =>
    all.map(row => ({ state: row.dataset.rowState, text: row.innerText })),
  );
  alarms.push(await page.$$eval(ALARM, all => all.length));
  await page.close();
  await visit.page.bringToFront();
  const status = await world.command(['status']);
  const statement = plain(
    (await world.command(['export', '--out', '-', '--format', 'html'])).stdout,
  );
  return {
    sentence: read.sentence,
    tone: read.tone,
    text: read.text,
    strip,
    badge: await visit.badge(),
    title: await visit.title(),
    rows,
    alarms,
    lines: await lineOf(world),
    status: status.stdout,
    code: status.code,
    statement,
  };
}

/** Waits until the log's one line is so. */
function line(world, wanted) {
  return until(
    `the line to be ${JSON.stringify(wanted)}`,
    async () => {
      const [only, more] = await lineOf(world);
      return only && !more && Object.entries(wanted).every(([key, value]) => only[key] === value)
        ? only
        : null;
    },
    { seen: () => lineOf(world) },
  );
}

async function arrive(world, training) {
  const visit = await world.visit(URL);
  await visit.becomes(training);
  return visit;
}

async function again(visit, training) {
  await visit.page.reload();
  await visit.becomes(training);
}

for (const name of browsers) {
  describe(`a change that was stored, in ${name}`, () => {
    const world = useWorld(name);
    test('on, turned off, loaded again: first an event, then confirmed', async () => {
      platform(world(), { held: 'allowed' });
      const visit = await arrive(world(), 'allowed');
      await line(world(), { training: 'allowed', kept: 'confirmed' });
      await visit.page.click('[role=switch]');
      await visit.becomes('denied');
      await line(world(), { training: 'denied', kept: 'pending' });
      let said = await says(visit);
      assert.match(said.sentence, /^You turned it off at /);
      assert.ok(said.title.endsWith(said.sentence), said.title);
      assert.deepEqual(
        [said.badge, said.rows.map(({ state }) => state), said.alarms, said.code],
        ['OFF', ['changed'], [0, 0], 0],
      );
      assert.match(said.strip, /Not confirmed\s+1/i);
      assert.match(said.rows[0].text, /You changed it: training not allowed/);
      assert.match(said.status, /not confirmed/i);
      assert.match(said.statement, /not confirmed/i);

      await again(visit, 'denied');
      await line(world(), { training: 'denied', kept: 'confirmed', sure: 'sure' });
      said = await says(visit);
      assert.match(said.sentence, /^LinkedIn’s AI-training switch is off\.$/);
      assert.match(said.text, /Confirmed after loading the page again\./);
      assert.ok(said.title.endsWith(said.sentence), said.title);
      assert.deepEqual(
        [said.badge, said.tone, said.rows.map(({ state }) => state), said.alarms, said.code],
        ['OFF', 'denied', ['denied'], [0, 0], 0],
      );
      assert.match(said.strip, /Not allowed\s+1/i);
      for (const text of [said.status, said.statement])
        assert.doesNotMatch(text, /not confirmed|not kept/i);
      await visit.close();
    });
  });

  describe(`a change that the server refuses late, in ${name}`, () => {
    const world = useWorld(name);
    test('on, turned off, refused, loaded again: not kept, and no alarm', async () => {
      const server = platform(world(), { held: 'allowed', refuse: true });
      const visit = await arrive(world(), 'allowed');
      await line(world(), { training: 'allowed', kept: 'confirmed' });
      await visit.page.click('[role=switch]');
      await visit.becomes('denied');
      await line(world(), { training: 'denied', kept: 'pending' });
      server.let();
      await until(
        'the refusal to be seen',
        async () => (await visit.reading())?.why === 'unsettled',
        { seen: () => visit.account() },
      );
      assert.equal(server.refused, 1);
      const doubtful = await says(visit);
      assert.equal(doubtful.badge === 'OFF', false, 'what was refused is no opt-out');
      assert.doesNotMatch(doubtful.sentence, /^You turned it off|is off\b/);

      await again(visit, 'allowed');
      await line(world(), { training: 'allowed', kept: 'not-kept', returned: false });
      const said = await says(visit);
      assert.match(
        said.sentence,
        /^You turned it off at .+; after loading again it is on: it was not kept\.$/,
      );
      // the badge tells what is there; what became of the change is the popup's
      assert.match(said.title, /is on\b/);
      assert.deepEqual(
        [said.badge, said.tone, said.rows.map(({ state }) => state), said.alarms],
        ['ON', 'allowed', ['not-kept'], [0, 0]],
      );
      assert.match(said.strip, /\bAllowed\s+1/i);
      assert.match(said.rows[0].text, /Not kept/);
      for (const text of [said.status, said.statement]) assert.match(text, /not kept/i);
      await visit.close();
    });
  });

  describe(`two accounts that no page names, in ${name}`, () => {
    const world = useWorld(name);
    test('off for one, on for the other, at each visit: the doubt is said, no alarm', async () => {
      const server = platform(world(), { held: 'denied' });
      for (const training of ['denied', 'allowed', 'denied', 'allowed']) {
        server.held = training;
        const visit = await arrive(world(), training);
        await line(world(), { training, kept: 'confirmed' });
        const said = await says(visit);
        assert.deepEqual(
          [said.badge, said.alarms, said.lines[0].returned === true],
          [{ allowed: 'ON', denied: 'OFF' }[training], [0, 0], false],
        );
        assert.equal(
          said.rows.some(({ state }) => state === 'returned'),
          false,
        );
        assert.match(
          said.sentence,
          training === 'denied' ? /is off\.$/ : /^If this is the same account|is on/,
        );
        for (const text of [said.status, said.statement])
          assert.doesNotMatch(text, /(?<!perhaps )\breturned\b/i);
        // Each permission after a denial is told, with its doubt.
        for (const text of [said.text, said.status, said.statement])
          assert.equal(/same account|perhaps returned/i.test(text), training === 'allowed', text);
        await visit.close();
      }
    });
  });
}
