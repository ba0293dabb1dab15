// Every kind of widget: on, off, and once so that it must stay unknown. In jsdom;
// tests/e2e/variants.test.mjs reads the same pages in the browsers, and there also the kinds that
// jsdom cannot show.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { wakes } from './lib/fixtures.mjs';
import { openPage } from './lib/page.mjs';
import { schemaFindings } from '../../scripts/lib-check.mjs';
import { pagesOf, ruleOf } from './lib/widget-pages.mjs';
import { WIDGETS } from './lib/widgets.mjs';

for (const widget of WIDGETS) {
  test(`${widget.id}: its locators and readers are what a rule may say`, () => {
    assert.deepEqual(
      schemaFindings(ruleOf(widget)).filter(
        line => line.startsWith('/controls/0/locate') || line.startsWith('/controls/0/read'),
      ),
      [],
    );
  });
  if (widget.jsdom === false) continue;
  for (const { file, url, rule, html, before, why } of pagesOf(widget)) {
    test(`${file}: ${before} ${why ?? 'silence'}`, async () => {
      const page = await openPage({ html, url, rule });
      if (wakes(rule, url)) page.start();
      await page.clock.advance(12000);
      const said = page.readings().map(({ reading }) => [reading.training, reading.why]);
      page.close();
      assert.deepEqual(said, why === null ? [] : [[before, why]]);
    });
  }
}
