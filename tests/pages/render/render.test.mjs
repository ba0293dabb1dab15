// The engine on pages that the platforms' own components made: what is expected of each, no variant
// with the opposite verdict, and the checked-in pages are what the components render today. Custom
// elements live in browsers only: what `npm run render` writes of them is read by
// tests/e2e/variants.test.mjs. Needs `npm ci` in this folder.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRules, root } from '../../../scripts/lib-rules.mjs';
import { runTest } from '../../engine/lib/fixtures.mjs';
import { openPage } from '../../engine/lib/page.mjs';
import { isMarked, judge, variants } from '../../engine/metamorphic.mjs';
import { installed } from './environment.mjs';

/** The normal run reads every 48th variant of a page. */
const STEP = process.env.OPTOUTLOG_FULL === '1' ? 1 : 48;

const rules = new Map(readRules().map(({ rule }) => [rule.id, rule]));

/**
 * @param {any} rule
 * @param {any} page
 * @returns {Promise<string[]>} the variants that gave the opposite
 */
async function wrongVariants(rule, page) {
  const wrong = [];
  const all = [...variants(page.html)];
  const from = page.html.length % Math.min(STEP, all.length);
  const some = all.filter((_one, at) => at % STEP === from);
  for (const variant of some) {
    const opened = await openPage({ html: variant.html, url: page.url, rule });
    opened.start();
    await opened.clock.advance(12000);
    const said = opened
      .readings()
      .map(({ reading }) =>
        judge(variant.means, page.before ?? page.expect.training, reading.training),
      );
    opened.close();
    if (said.includes('wrong')) wrong.push(variant.id);
  }
  return wrong;
}

if (!installed()) {
  test('the design systems are installed', () => assert.fail('run npm ci in tests/pages/render'));
} else {
  const { pages } = await import('./pages.mjs');
  for (const page of pages()) {
    const rule = rules.get(page.platform);
    const entry = { file: `${page.name}.html`, url: page.url, expect: page.expect };
    test(`${page.platform} ${page.name}: read as expected`, async () => {
      assert.deepEqual((await runTest(rule, entry, page.html)).wrong, []);
    });
    if (page.kept) {
      test(
        `${page.platform} ${page.name}: the page in the repository is what the component ` +
          'renders',
        () => {
          assert.equal(
            readFileSync(join(root, 'tests', 'pages', page.platform, entry.file), 'utf8'),
            page.html,
          );
          assert.ok(
            rule.tests.some(
              listed =>
                listed.file === entry.file && listed.expect.training === page.expect.training,
            ),
            'and the rule lists it',
          );
        },
      );
    } else if (isMarked(page.html)) {
      test(`${page.platform} ${page.name}: no variant gives the opposite`, async () =>
        assert.deepEqual(await wrongVariants(rule, page), []));
    }
  }
  const { components } = await import('./components.mjs');
  for (const page of (await components()).filter(({ jsdom }) => jsdom)) {
    const name = `${page.file}: ${page.before} ${page.why}, and no variant gives the opposite`;
    test(name, async () => {
      const opened = await openPage({ html: page.html, url: page.url, rule: page.rule });
      opened.start();
      await opened.clock.advance(12000);
      const said = opened.readings().map(({ reading }) => [reading.training, reading.why]);
      opened.close();
      assert.deepEqual(said, [[page.before, page.why]]);
      assert.deepEqual(await wrongVariants(page.rule, page), []);
    });
  }
}
