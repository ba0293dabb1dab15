// Every test page of every rule, in the real browsers under the platform's real address: the verdict of record.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testPages } from '../server/pages.mjs';
import { runTest } from './lib/expect.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const pages = await testPages();
const STATES = ['allowed', 'denied'];
const expectsNoState = ({ test: it }) => [it, ...(it.then ?? [])].every(({ expect }) => !STATES.includes(expect.training));

for (const name of browsers) {
  describe(`test pages in ${name}`, () => {
    const world = useWorld(name);

    test('there are pages, and negative ones among them', () => {
      assert.ok(pages.length > 0);
      assert.ok(pages.some(expectsNoState));
    });

    for (const page of pages) {
      const lang = page.test.lang ? ` in ${page.test.lang}` : '';
      test(`${page.platform}/${page.name}${lang}: ${page.expect.silent ? 'silent' : page.expect.form ? `form ${page.expect.form.join(', ')}` : `${page.expect.training} ${page.expect.why ?? ''}`}`, async () => {
        await world().forget('local', 'visits'); // each page for itself: three strange pages in a row are another test
        const before = (await world().history()).filter((entry) => STATES.includes(entry.training)).length;
        const url = new URL(page.url);
        if (page.test.lang) url.searchParams.set('lang', page.test.lang);
        const visit = await world().visit(url.href, page.file);
        try {
          await runTest(visit, page.test);
          if (expectsNoState(page)) {
            assert.ok(!['ON', 'OFF'].includes(await visit.badge()), 'the badge shows a state');
            const after = (await world().history()).filter((entry) => STATES.includes(entry.training)).length;
            assert.equal(after, before, 'the log got a state from a negative page');
          }
        } finally {
          await visit.close();
        }
      });
    }

    test('nothing was asked of the web but the pages themselves', () => {
      const known = new Set(pages.map((page) => new URL(page.url).hostname));
      const strange = world().server.requests.filter(({ url }) => !known.has(new URL(url).hostname));
      assert.deepEqual(strange, []);
    });
  });
}
