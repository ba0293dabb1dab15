// The policy watch from end to end: turned on by a click, a document changes, the dashboard shows
// the clause, its day and what the user's own setting was before it; then it is quiet. The policies
// are served over HTTPS on loopback.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { axe, overflow } from './lib/accessible.mjs';
import { aDayLater, startPolicies, text } from './lib/policies.mjs';
import { until } from './lib/until.mjs';
import { DASHBOARD, DAY, UNREAD, check, checked, listed, press, says, see } from './lib/watch.mjs';
import { browsers, useWorld } from './lib/world.mjs';
import { cancels, readsInTab, readsWhenOpen, seesChange } from './policy/dashboard.mjs';

for (const name of browsers) {
  describe(`the policy watch in ${name}`, async () => {
    const policies = await startPolicies();
    after(() => policies.close());
    const world = useWorld(name, { env: policies.env });
    let page;

    test('off at first: no file, no request; one click turns it on', async () => {
      await see(world(), 'denied');
      await world().ask({ type: 'follow', followed: ['linkedin', 'pinterest'] });
      page = await world().extensionPage(DASHBOARD);
      await until('the button', () => page.$('#policy-on'));
      assert.equal(existsSync(path.join(world().profile.data, 'policy/policy.db')), false);
      assert.equal(policies.requests.length, 0);
      await press(page, '#policy-on');
      await checked(world(), null);
      const list = await listed(world());
      assert.deepEqual(list.platforms, ['linkedin', 'pinterest']);
      assert.ok(list.documents.length >= 4);
      for (const one of list.documents) assert.equal(one.state, 'first', one.document);
      assert.deepEqual(
        [...new Set(policies.requests.map(({ headers }) => headers.cookie))],
        [undefined],
      );
      await until('the quiet sentence', async () =>
        /does not mean/.test((await says(page, '#policy-quiet'))[0] ?? ''),
      );
    });

    test('a document changes: the clause, its day, the words, and the setting before it', () =>
      seesChange(world(), policies, page));

    test('everything that changed, with the fingerprints of both texts', async () => {
      await press(page, `${UNREAD}[data-verdict="alert"] details summary`);
      await until('the sentences', () => page.$(`${UNREAD} .sentence-change`));
      const hashes = await says(page, `${UNREAD}[data-verdict="alert"] dd code`);
      assert.equal(hashes.length, 2);
      for (const hash of hashes) assert.match(hash, /^[0-9a-f]{64}$/);
      assert.notEqual(hashes[0], hashes[1]);
      await press(page, '[data-key="policy-export"]');
      await until(
        'the file',
        async () => /optoutlog-policies-.*\.json/.test((await says(page, '#policy-says'))[0]),
        { seen: () => says(page, '#policy-says') },
      );
    });

    test(
      'with a change on it the page is for everyone: names, contrast, ' +
        'no sideways scrolling when narrow',
      async () => {
        await page.$$eval('#policy details', all =>
          all.forEach(one => {
            one.open = true;
          }),
        );
        const problems = await axe(page);
        await page.setViewport({ width: 380, height: 800 });
        problems.push(...(await overflow(page)));
        await page.setViewport({ width: 1000, height: 800 });
        assert.deepEqual(problems, []);
      },
    );

    test('the setting is looked at again: said so, and nothing more asked', async () => {
      await see(world(), 'denied');
      await until(
        'the standing',
        async () =>
          (await page.$eval(`${UNREAD} .standings li`, one => one.dataset.after)) === 'denied',
        { seen: () => says(page, `${UNREAD} .standings li`) },
      );
      assert.equal(await page.$(`${UNREAD} [data-key^="look-"]`), null);
      assert.match((await says(page, `${UNREAD} .standings li`))[0], /Since then: not allowed/);
    });

    test('marked as read; a second check is quiet', async () => {
      await press(page, `${UNREAD}[data-verdict="alert"] [data-key^="read-"]`);
      await until('one to be left', async () => (await page.$$(UNREAD)).length === 1);
      await press(page, `${UNREAD} [data-key^="read-"]`);
      await until('none to be left', () => page.$('#policy-quiet'));
      aDayLater(world().profile);
      const before = policies.requests.length;
      await check(world(), page);
      assert.ok(policies.requests.length > before, 'it did look');
      assert.deepEqual(await page.$$(UNREAD), []);
      assert.equal((await page.$$('#policy [data-part="read"] li.change')).length, 2);
      for (const one of (await listed(world())).documents)
        assert.deepEqual([one.state, one.unread], ['unchanged', 0], one.document);
    });

    test('a check comes by itself once a day, without a page open', async () => {
      await page.close();
      aDayLater(world().profile);
      const before = policies.requests.length;
      const alarm = () =>
        world().probe.evaluate(() =>
          (globalThis.browser ?? globalThis.chrome).alarms.create('policy-check', {
            when: Date.now(),
          }),
        );
      await alarm();
      await world().endBackground();
      assert.equal(policies.requests.length, before, 'checked today: nothing is asked');
      await world().probe.evaluate(async days => {
        const { storage } = globalThis.browser ?? globalThis.chrome;
        const { policy } = await storage.local.get('policy');
        await storage.local.set({
          policy: { ...policy, checked: new Date(Date.now() - days).toISOString() },
        });
      }, 2 * DAY);
      const stale = (await world().stored('local', 'policy')).checked;
      await alarm();
      await checked(world(), stale);
      assert.ok(policies.requests.length > before);
      page = await world().extensionPage(DASHBOARD);
      await until('the watch', () => page.$('#policy-check'));
    });

    test('a document that cannot be read is named, with since when and why', async () => {
      aDayLater(world().profile);
      policies.says('linkedin/terms', text('sign-in-wall', '1.html'));
      await check(world(), page);
      const item = '#policy [data-part="failing"] [data-document="linkedin/terms"]';
      await until('the document', () => page.$(item), { seen: () => says(page, '#policy') });
      assert.match(
        (await says(page, item))[0],
        /Could not check since .*, because the site asks to sign in.* Last good check:/,
      );
      assert.ok(
        await page.$(`${item} [data-key="capture-linkedin/terms"]`),
        'reading it in a tab is offered',
      );
    });

    test('a page that needs scripts is read in a tab, again when open, never logged', async () => {
      await readsInTab(world(), policies, page);
      await page.close();
      page = await world().extensionPage(DASHBOARD);
      await until('the watch', () => page.$('#policy-check'));
      await readsWhenOpen(world(), page);
    });

    test('progress is shown over 30 documents, and cancel ends it', () =>
      cancels(world(), policies, page));

    test('turned off: nothing is read any more', async () => {
      await press(page, '#policy-off');
      await until('the button', () => page.$('#policy-on'));
      assert.equal((await listed(world())).enabled, false);
      assert.equal(
        await world().probe.evaluate(
          async () =>
            (await (globalThis.browser ?? globalThis.chrome).alarms.get('policy-check')) ?? null,
        ),
        null,
      );
    });

    test('nothing went wrong on any console', () => assert.deepEqual(world().errors, []));
  });
}
