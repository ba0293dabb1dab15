// Kill the host, the worker, the browser: no acknowledged entry is lost, none is doubled, and what
// was read without a host arrives once it is there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { act } from './lib/expect.mjs';
import { hostsUnder } from './lib/host.mjs';
import { clicked, steady } from './lib/pick.mjs';
import { popupPage, popupSays, readPopup } from './lib/popup.mjs';
import { inLog, queued, see, settled } from './lib/queue.mjs';
import { until } from './lib/until.mjs';
import { browsers, World } from './lib/world.mjs';

for (const name of browsers) {
  describe(`killed and missing parts in ${name}`, () => {
    /** Runs `work` in a world of its own. */
    const inWorld = (options, work) => async t => {
      const world = await World.open(name, options);
      try {
        await work(world, t);
      } finally {
        await world.close();
      }
    };

    test(
      'without a host: read and shown all the same, kept, and brought when the host is there',
      inWorld({ host: false }, async world => {
        const first = await see(world, 'linkedin', 'allowed');
        assert.equal(await first.badge(), 'ON');
        const missing = await until('the popup to tell that the host is missing', async () => {
          const now = await popupSays(first);
          return now.hostKind === 'not-found' ? now : null;
        });
        assert.match(
          missing.sentence,
          /^LinkedIn’s AI-training switch is on: LinkedIn may use your data to train AI\.$/,
        );
        assert.equal(missing.hostCommand, 'optoutlog doctor');
        await first.close();
        await (await see(world, 'linkedin', 'denied')).close();
        await (await see(world, 'x', 'allowed')).close();
        const waiting = await until(
          'three entries to wait',
          async () => {
            const rows = await queued(world);
            return rows.length === 3 ? rows : null;
          },
          { seen: () => queued(world) },
        );
        assert.deepEqual(await world.status(), [], 'nothing can have reached the log');

        await world.registerHost();
        const visit = await see(world, 'x', 'allowed');
        const popup = await popupPage(visit);
        const fix = await popup.$('[data-fix]');
        if (fix && (await readPopup(popup)).host !== 'on') await fix.click().catch(() => undefined);
        const log = await settled(
          world,
          waiting.map(entry => entry.id),
        );
        await until(
          'the popup to say that the log is there',
          async () => (await readPopup(popup)).host === 'on',
          { seen: () => readPopup(popup) },
        );
        assert.ok(log.length >= waiting.length);
      }),
    );

    test(
      'the host killed while its port is open: the next reading reaches a new one',
      inWorld({}, async world => {
        const page = clicked('linkedin', 'allowed', 'denied');
        const visit = await world.visit(page.url, page.file);
        await visit.becomes('allowed');
        await inLog(world, 'allowed');
        let killed = 0;
        for (const training of ['denied', 'allowed', 'denied', 'allowed', 'denied']) {
          killed += await world.killHosts();
          await act(visit, page.test.then[0]);
          await visit.becomes(training);
          await inLog(world, training);
        }
        assert.ok(killed > 0, 'no host was there to be killed');
        const log = await settled(world, []);
        assert.equal(log.length, 6);
      }),
    );

    test(
      'the host killed in the middle of its work: nothing acknowledged is lost, nothing is doubled',
      inWorld({}, async (world, t) => {
        const page = clicked('linkedin', 'allowed', 'denied');
        const visit = await world.visit(page.url, page.file);
        await visit.becomes('allowed');
        await inLog(world, 'allowed');
        let shots = 0;
        for (const training of ['denied', 'allowed', 'denied', 'allowed']) {
          await act(visit, page.test.then[0]);
          // From the moment that the entry waits for the host until it no longer does: kill
          // whatever host there is.
          await until(
            'an entry on its way',
            async () =>
              (await queued(world)).length > 0 || (await visit.reading()).training === training,
            { gap: 1 },
          );
          for (const pid of await hostsUnder(world.driver.pid)) {
            try {
              process.kill(pid, 'SIGKILL');
              shots += 1;
            } catch {
              /* gone by itself */
            }
          }
          await visit.becomes(training);
        }
        t.diagnostic(`${shots} hosts killed`);
        const popup = await popupPage(visit);
        await until(
          'the queue to be drained by itself or by the one button',
          async () => {
            const fix = await popup.$('[data-fix="retry"]');
            if (fix) await fix.click().catch(() => undefined);
            return (await queued(world)).length === 0;
          },
          { seen: () => queued(world), gap: 500 },
        );
        const log = await settled(world, []);
        assert.equal(log.length, 5, 'one entry for each change');
        assert.equal(
          (await world.status()).find(line => line.platform === 'linkedin').training,
          'allowed',
        );
      }),
    );

    test(
      'the background ended while a page arrives: it is read all the same, once',
      inWorld({ idle: 1000 }, async world => {
        const page = steady('linkedin', 'denied');
        world.server.route(page.url, page.file);
        const opening = world.visit(page.url, page.file);
        for (let time = 0; time < 6; time += 1) await world.stopBackground();
        const visit = await opening;
        await visit.becomes('denied');
        await inLog(world, 'denied');
        assert.equal(await visit.badge(), 'OFF');
        const log = await settled(world, []);
        assert.equal(log.length, 1);
      }),
    );

    test(
      'the permission taken back while a page is open: nothing is read, shown or recorded ' +
        'from then on',
      inWorld({}, async world => {
        const page = clicked('linkedin', 'allowed', 'denied');
        const visit = await world.visit(page.url, page.file);
        await visit.becomes('allowed');
        await inLog(world, 'allowed');
        if (name === 'chromium') await world.driver.takeAccess();
        else
          await world.probe.evaluate(() =>
            browser.permissions.remove({ origins: ['https://www.linkedin.com/*'] }),
          );
        await until(
          'the badge to go',
          async () => (await visit.badge()) === '' && (await visit.state()) === null,
          { seen: () => visit.account() },
        );
        const before = (await world.history()).length;
        await visit.page.bringToFront();
        await act(visit, page.test.then[0]);
        // another page that is still granted says that enough time has passed; in Chromium none is:
        // the page's own clock has to
        await visit.page.evaluate(
          () =>
            new Promise(done => {
              setTimeout(done, 6000);
            }),
        );
        assert.deepEqual(
          [
            await visit.badge(),
            await visit.state(),
            (await queued(world)).length,
            (await world.history()).length,
          ],
          ['', null, 0, before],
        );
      }),
    );

    test(
      'the background ended between two changes: it wakes, and badge, popup and log go on',
      inWorld({ idle: 1000 }, async world => {
        const page = clicked('linkedin', 'allowed', 'denied');
        const visit = await world.visit(page.url, page.file);
        await visit.becomes('allowed');
        await inLog(world, 'allowed');
        await world.endBackground();
        await act(visit, page.test.then[0]);
        await visit.becomes('denied');
        await inLog(world, 'denied');
        assert.equal(await visit.badge(), 'OFF');
        await world.endBackground();
        const popup = await popupSays(visit);
        assert.match(popup.sentence, /^You turned it off at /);
        assert.equal(popup.host, 'on');
        const log = await settled(world, []);
        assert.equal(log.length, 2);
      }),
    );

    test(
      'the browser killed: what was said to be in the log is there, what waited is brought ' +
        'after the restart',
      inWorld({}, async world => {
        await see(world, 'linkedin', 'denied');
        await inLog(world, 'denied');
        const acknowledged = (await world.history()).map(entry => entry.id);
        await world.kill();
        await world.restart();
        const visit = await see(world, 'x', 'denied');
        const log = await settled(world, acknowledged);
        assert.ok(log.length > acknowledged.length);
        await visit.close();
      }),
    );

    test(
      'the browser killed between the record that has erased and its own store that has not: ' +
        'what the user chose is kept, what was erased is gone',
      inWorld({}, async world => {
        await (await see(world, 'linkedin', 'denied')).close();
        await (await see(world, 'x', 'denied')).close();
        await settled(world, []);
        await world.ask({ type: 'reminders-set', days: 30 });
        const chosen = await world.stored('local', 'reminders');
        await world.inBackground(background => {
          // the moment before the store forgets lasts until it is killed in it
          const { local } = (background.browser ?? background.chrome).storage;
          const set = local.set.bind(local);
          local.set = items => ('status' in items ? new background.Promise(() => {}) : set(items));
        });
        void world.ask({ type: 'erase', scope: { platform: 'x' } }).catch(() => undefined);
        await until('the record to have erased it', async () => {
          const kept = (await world.status()).map(({ platform }) => platform);
          return kept.length === 1 && kept[0] === 'linkedin';
        });
        assert.deepEqual(await world.stored('local', 'erasing'), { platform: 'x' });
        assert.match(JSON.stringify(await world.stored('local', 'status')), /"x"/);
        await world.kill();
        await world.restart();
        await world.ask({ type: 'host-retry' }); // answered when the background is ready
        assert.deepEqual(await world.stored('local', 'reminders'), chosen);
        await until(
          'the erase to be at its end',
          async () => (await world.stored('local', 'erasing')) === null,
        );
        assert.deepEqual(
          [
            await world.stored('local', 'erasing'),
            JSON.stringify(await world.stored('local', 'status')).includes('"x"'),
          ],
          [null, false],
        );
        assert.deepEqual(
          (await world.status()).map(({ platform }) => platform),
          ['linkedin'],
        );
        assert.equal((await world.verify()).ok, true);
      }),
    );

    test(
      'the browser killed while entries wait for a missing host: they survive and arrive',
      inWorld({ host: false }, async world => {
        await see(world, 'linkedin', 'allowed');
        await see(world, 'x', 'denied');
        const waiting = await until(
          'two entries to wait',
          async () => {
            const rows = await queued(world);
            return rows.length === 2 ? rows : null;
          },
          { seen: () => queued(world) },
        );
        await world.kill();
        await world.registerHost();
        await world.restart();
        await settled(
          world,
          waiting.map(entry => entry.id),
        );
      }),
    );
  });
}
