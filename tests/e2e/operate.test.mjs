// "Turn training off for me", by the popup's own button, in a real browser: turned, saved where the
// page has a Save, told as waiting, loaded again, confirmed. The page meets one press and no more;
// what fails is said, and nothing is pressed twice or turned on.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dashboard } from './lib/dashboard.mjs';
import { popupPage } from './lib/popup.mjs';
import { turnOff } from './lib/turn-off.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';
import { boxes, STORE, X } from './lib/x-store.mjs';

const line = (world, platform, wanted) =>
  until(
    `the line of ${platform} to be ${JSON.stringify(wanted)}`,
    async () => {
      const its = (await world.status()).find(one => one.platform === platform);
      return its && Object.entries(wanted).every(([key, value]) => its[key] === value);
    },
    { seen: () => world.status() },
  );

for (const name of browsers) {
  describe(`turned off for a person, in ${name}`, () => {
    const world = useWorld(name, { routes: [[X, '']] });

    test('turned, waiting, loaded again, confirmed; the page met one press', async () => {
      const server = boxes(world());
      const visit = await world().visit(X);
      await visit.becomes('allowed');
      await visit.page.evaluate(() => {
        window.met = [];
        window.seen = [];
      });
      await turnOff(visit, 'You turned it off');
      assert.equal(server.held, false);
      assert.equal(server.posts, 1);
      await line(world(), 'x', { training: 'denied', kept: 'pending' });
      const seen = await visit.page.evaluate(() => [window.met, window.seen]);
      assert.deepEqual(
        seen[0].filter(type => type !== 'scroll' && type !== 'focusin'),
        ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'],
      );
      assert.deepEqual(seen[1], [], 'nothing was written into the page');
      await visit.page.reload();
      await line(world(), 'x', { training: 'denied', kept: 'confirmed', sure: 'sure' });
      const entry = (await world().history()).find(one => one.how === 'changed');
      assert.deepEqual([entry.actor, entry.evidence.by.includes('assisted')], ['user', true]);
      const popup = await popupPage(visit);
      assert.equal(await popup.$('[data-key=operate]'), null, 'nothing to turn off, nothing on');
      await popup.close();
      await visit.close();
    });

    test('the dashboard opens the page and shows the control there', async () => {
      boxes(world());
      const page = await dashboard(world());
      await until('the way there', () => page.$('[data-key^="show-"]'));
      await page.$eval('[data-key^="show-"]', (/** @type {any} */ it) => it.click());
      const shown = async () => {
        for (const one of await world().browser.pages()) {
          if (one.url() !== X) continue;
          const focused = await one
            .evaluate(() => document.activeElement?.getAttribute('data-t'))
            .catch(() => null);
          if (focused === 'control') return one;
        }
        return null;
      };
      const its = await until('the control to be shown', shown);
      assert.equal(
        await its.evaluate(() => document.querySelector('[data-t=control]').checked),
        true,
      );
      await its.close();
      await page.close();
    });

    test('a page that hears trusted presses only: said, shown, not tried again', async () => {
      const script = `box.addEventListener('click', event => {
        if (!event.isTrusted) event.preventDefault(); });`;
      const server = boxes(world(), { script });
      const visit = await world().visit(X);
      await visit.becomes('allowed');
      await turnOff(visit, 'did not follow the press');
      assert.equal(server.posts, 0);
      const met = await visit.page.evaluate(() => window.met.filter(type => type === 'click'));
      assert.equal(met.length, 1);
      await visit.close();
    });

    test('a save that the server refuses is never told as off', async () => {
      boxes(world());
      world().server.route(STORE, () => ({ status: 500 }));
      const visit = await world().visit(X);
      await visit.becomes('allowed');
      await turnOff(visit, 'does not show that the change was kept');
      await visit.page.reload();
      await visit.becomes('allowed');
      await visit.close();
    });

    test('covered by something of the page, it is not pressed', async () => {
      const script = `document.body.insertAdjacentHTML('beforeend',
        '<div style="position:fixed;inset:0;z-index:9">Newsletter</div>');`;
      const server = boxes(world(), { script });
      const visit = await world().visit(X);
      await visit.becomes('allowed');
      await turnOff(visit, 'in front of it');
      assert.equal(server.posts, 0);
      assert.deepEqual(
        await visit.page.evaluate(() => window.met.filter(type => type === 'click')),
        [],
      );
      await visit.close();
    });

    test('a tab that goes elsewhere in the middle is nobody’s word', async () => {
      const script = `box.addEventListener('click', () => {
        location.href = 'https://x.com/home'; });`;
      world().server.route('https://x.com/home', () => ({
        body: '<!doctype html><title>Home</title><main><h1>Home</h1></main>',
      }));
      boxes(world(), { script });
      const visit = await world().visit(X);
      await visit.becomes('allowed');
      await turnOff(visit, 'could see what became of it|turned it off|You changed your setting');
      await visit.close();
    });
  });
}
