// The policy watch from end to end: turned on by a click, a document changes, the dashboard shows
// the clause, its day and what the user's own setting was before it; then it is quiet. The policies
// are served over HTTPS on loopback.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { axe, overflow } from './lib/accessible.mjs';
import { steady } from './lib/pick.mjs';
import { aDayLater, clauseFrom, documents, startPolicies, text } from './lib/policies.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const DAY = 86_400_000;
const DASHBOARD = 'pages/dashboard/dashboard.html';
const UNREAD = '#policy [data-part="unread"] > li';
const says = (page, selector) =>
  page.$$eval(selector, all => all.map(one => one.textContent.replace(/\s+/g, ' ').trim()));

async function see(world, training) {
  const page = steady('linkedin', training);
  const visit = await world.visit(page.url, page.file);
  await visit.becomes(training);
  await until(
    `the log to say ${training}`,
    async () =>
      (await world.status()).find(line => line.platform === 'linkedin')?.training === training,
  );
  await visit.close();
}

/**
 * A click on what stands there now: a list that is just drawn anew has other nodes a moment later.
 */
const press = (page, selector) =>
  until(`${selector} to be pressed`, async () => {
    await page.click(selector);
    return true;
  });

async function listed(world, id) {
  const { stdout } = await world.command(['policy', 'list', '--json']);
  return id ? JSON.parse(stdout).documents.find(one => one.document === id) : JSON.parse(stdout);
}

/** Presses "Check now" and waits until that check is over. */
async function check(world, page) {
  const before = (await world.stored('local', 'policy'))?.checked ?? null;
  await until('the button', () => page.$eval('#policy-check', button => !button.disabled));
  await press(page, '#policy-check');
  await checked(world, before);
}

const checked = (world, before) =>
  until(
    'the check to end',
    async () => {
      const state = await world.stored('local', 'policy');
      return (
        state?.checked &&
        state.checked !== before &&
        !(await world.stored('session', 'policyProgress'))
      );
    },
    {
      seen: async () => [
        await world.stored('local', 'policy'),
        await world.stored('session', 'policyProgress'),
      ],
    },
  );

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
      assert.equal(existsSync(path.join(world().profile.data, 'policy.db')), false);
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

    test('a document changes: the clause, its day, the words, and the setting before it', async () => {
      aDayLater(world().profile);
      policies.says('linkedin/privacy-eu', clauseFrom(new Date(Date.now() + 30 * DAY)));
      policies.says('pinterest/privacy', text('mention-only', '1.html'));
      await check(world(), page);
      await until('the alert', async () => (await page.$$(UNREAD)).length === 2, {
        seen: () => says(page, '#policy'),
      });
      const [alert, mention] = await page.$$eval(UNREAD, all =>
        all.map(one => ({ ...one.dataset, text: one.textContent })),
      );
      assert.equal(alert.verdict, 'alert', 'what asks for a look comes first');
      assert.equal(alert.level, '3');
      assert.match(alert.text, /LinkedIn/);
      assert.match(
        (await says(page, `${UNREAD}[data-verdict="alert"] ins`)).join(' '),
        /train our artificial intelligence models/,
      );
      assert.ok(
        (await says(page, `${UNREAD}[data-verdict="alert"] mark`)).some(word =>
          /artificial intelligence/i.test(word),
        ),
      );
      assert.ok(
        (await says(page, `${UNREAD}[data-verdict="alert"] .word`)).some(word =>
          /^training: train/i.test(word),
        ),
      );
      assert.match(
        (await says(page, `${UNREAD}[data-verdict="alert"] [data-dates]`))[0],
        /Announced\. It takes effect on .* \(in 30 days\)/,
      );
      const standing = await page.$eval(`${UNREAD} .standings li`, one => ({
        ...one.dataset,
        text: one.textContent,
      }));
      assert.equal(standing.before, 'denied');
      assert.equal(standing.after, 'none');
      assert.match(standing.text, /not allowed before this change, last seen/);
      const look = await page.$eval(`${UNREAD} [data-key^="look-"]`, link => link.href);
      assert.equal(new URL(look).hostname, 'www.linkedin.com');
      assert.match(
        (await says(page, '#policy .since li'))[0],
        /LinkedIn: seen not allowed on .* Policy changes after that: 1\. The next takes effect/,
      );
      assert.equal(mention.verdict, 'mention');
      assert.equal(mention.level, '1');
      assert.equal(
        await page.$(`${UNREAD}[data-verdict="mention"] .standings`),
        null,
        'a mention asks for nothing',
      );
      await until(
        'the mark on the timeline',
        async () => (await page.$$('#timeline .mark-policy')).length > 0,
      );
    });

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
      'with a change on it the page is for everyone: names, contrast, and no sideways ' +
        'scrolling when narrow',
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

    test(
      'a page that needs scripts is read in a tab, and again when the user has it open; the ' +
        'log knows nothing of it',
      async () => {
        const { url } = documents.get('facebook/privacy');
        const late = html => () => ({
          body:
            '<!doctype html><html lang="en"><title>Policy</title><body><script>setTimeout(() => ' +
            '{ document.body.innerHTML = ' +
            `${JSON.stringify(html.slice(html.indexOf('<main>'), html.indexOf('</main>') + 7)).replaceAll('<', '\\u003c')}; }, 400);</script></body></html>`,
        });
        world().server.route(url, late(text('clause-dated', '0.html')));
        const before = policies.requests.length;
        await world().ask({ type: 'policy-follow', platforms: ['facebook'] });
        const capture = '[data-key="capture-facebook/privacy"]';
        await until('the button', () => page.$(capture));
        await page.bringToFront();
        await press(page, capture);
        await until(
          'the first text',
          async () => (await listed(world(), 'facebook/privacy')).state === 'first',
          {
            seen: async () => [
              await listed(world(), 'facebook/privacy'),
              await says(page, '#policy-says'),
            ],
          },
        );
        assert.ok(
          !policies.requests.slice(before).some(one => one.url.startsWith('/privacy/policy')),
          'it is never fetched',
        );
        await until(
          'the tab to be closed',
          async () => !(await world().browser.pages()).some(one => one.url() === url),
        );
        aDayLater(world().profile);
        await page.close();
        page = await world().extensionPage(DASHBOARD);
        await until('the watch', () => page.$('#policy-check'));
        await until('the page to be due', async () =>
          (await world().stored('local', 'policyPages'))?.some(
            one => one.document === 'facebook/privacy' && one.checked < Date.now() - DAY / 2,
          ),
        );
        const visit = await world().visit(url, late(clauseFrom(new Date(Date.now() + 10 * DAY))));
        await until(
          'the alert',
          async () => (await listed(world(), 'facebook/privacy')).state === 'alert',
          { seen: () => listed(world(), 'facebook/privacy') },
        );
        await visit.close();
        await page.bringToFront();
        await until('it on the dashboard', async () =>
          (await says(page, `${UNREAD}[data-verdict="alert"]`)).some(one => /Facebook/.test(one)),
        );
        assert.deepEqual(
          (await world().history()).filter(entry => entry.platform === 'facebook'),
          [],
        );
      },
    );

    test('progress is shown over 30 documents, and cancel ends it', async () => {
      const many = [
        ...new Set(
          [...documents.values()]
            .filter(one => !one.needs_scripts && one.platform !== 'linkedin')
            .map(one => one.platform),
        ),
      ];
      await world().ask({ type: 'policy-follow', platforms: many });
      let go;
      let hold = new Promise(resolve => {
        go = resolve;
      });
      let count = 0;
      policies.before(() => {
        count += 1;
        return count > 30 ? hold : undefined;
      });
      await until('the button', () => page.$eval('#policy-check', button => !button.disabled));
      await press(page, '#policy-check');
      const meter = () =>
        page.$eval('#policy-meter', one => ({
          value: one.value,
          max: one.max,
          text: one.labels[0].textContent,
        }));
      const late = await until(
        'thirty to be read',
        async () => {
          const now = await meter();
          return now.value >= 30 ? now : null;
        },
        { seen: meter },
      );
      assert.ok(late.max > 30);
      assert.match(late.text, /^Reading \d+ of \d+: \S/);
      const before = await world().stored('local', 'policy');
      await press(page, '#policy-cancel');
      await until(
        'the end',
        async () =>
          !(await page.$('#policy-meter')) && !(await world().stored('session', 'policyProgress')),
      );
      assert.equal(
        (await world().stored('local', 'policy')).checked,
        before.checked,
        'a cancelled check is none',
      );
      policies.before(null);
      go();
      hold = null;
    });

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
