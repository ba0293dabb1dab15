// Turning off in a round, begun on the dashboard after a round of checks.
import assert from 'node:assert/strict';
import { dashboard, press } from '../lib/dashboard.mjs';
import { steady } from '../lib/pick.mjs';
import { until } from '../lib/until.mjs';
import { boxes, X } from '../lib/x-store.mjs';

const LINKEDIN = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';
const round = world => world.stored('session', 'round');
const text = (page, css) => page.$eval(css, element => element.textContent);

const over = world =>
  until('the round to be over', async () => (await round(world))?.state === 'done', {
    patience: 120_000,
    seen: () => round(world),
  });

/** A round of checks, then one of turning off what is ticked. */
async function checkAndTurn(world) {
  world.server.route(LINKEDIN, steady('linkedin', 'denied').file);
  const { ok } = await world.ask({ type: 'follow', followed: ['linkedin', 'x'] });
  assert.equal(ok, true);
  const page = await dashboard(world);
  const before = (await round(world))?.started;
  await press(page, 'round-start');
  await until('a new round', async () => (await round(world))?.started !== before);
  await over(world);
  await until('the offer', () => page.$('.offers'), { seen: () => round(world) });
  assert.match(await text(page, '.offers'), /Turn them off in a round/);
  const boxesOf = await page.$$eval('.offers input', all =>
    all.map(box => [box.dataset.key, box.checked]),
  );
  assert.deepEqual(boxesOf, [['off-x-grok-training', false]], 'only what allows; nothing ticked');
  // drawn anew whenever something is kept
  const click = css => page.evaluate(it => document.querySelector(it).click(), css);
  await click('[data-key=off-start]'); // nothing is ticked: nothing begins
  assert.equal((await round(world)).offers, undefined);
  await click('.offers input');
  await click('[data-key=off-start]');
  await until('the round to begin', async () => (await round(world)).offers !== undefined, {
    seen: async () => [await text(page, '#round'), await round(world)],
  });
  await over(world);
  await until('the page to tell it', () => page.$('[data-platform=x]:not([data-outcome=open])'));
  return page;
}

export async function turnsOff(world) {
  const server = boxes(world);
  const page = await checkAndTurn(world);
  assert.deepEqual([server.posts, server.held], [1, false]);
  const { steps } = await round(world);
  assert.deepEqual(
    steps.map(({ platform, outcome }) => [platform, outcome]),
    [['x', 'off']],
  );
  assert.match(await text(page, '[data-outcome=off]'), /shows it/);
  assert.match(await text(page, '#round-says'), /Turned off and confirmed: 1\. Otherwise: 0\./);
  await until(
    'the log to have it',
    async () =>
      (await world.status()).some(
        ({ platform, training, kept }) =>
          platform === 'x' && training === 'denied' && kept === 'confirmed',
      ),
    { seen: () => world.status() },
  );
  assert.ok((await world.history()).some(({ evidence }) => evidence?.by?.includes('assisted')));
  const left = await world.probe.evaluate(async () =>
    (await (globalThis.browser ?? globalThis.chrome).tabs.query({})).map(({ url }) => url ?? ''),
  );
  assert.deepEqual(
    left.filter(url => url.includes('x.com')),
    [],
  );
  await page.close();
}

export async function leavesToThePerson(world) {
  const lost = boxes(world, { keeps: false });
  let page = await checkAndTurn(world);
  assert.equal((await round(world)).steps[0].outcome, 'not-kept');
  assert.equal(lost.posts, 1);
  assert.match(await text(page, '[data-outcome=not-kept]'), /after loading again it is on/);
  await page.close();

  const script = `document.body.insertAdjacentHTML('beforeend',
    '<div style="position:fixed;inset:0;z-index:9">Newsletter</div>');`;
  const covered = boxes(world, { script });
  page = await checkAndTurn(world);
  const [{ outcome, ended }] = (await round(world)).steps;
  assert.deepEqual([outcome, ended, covered.posts], ['yourself', 'covered', 0]);
  assert.match(await text(page, '[data-outcome=yourself]'), /in front of it/);
  const its = (await world.browser.pages()).filter(one => one.url() === X);
  assert.equal(its.length, 1, 'its page stays open, for the person');
  await its[0].close();
  await page.close();
}
