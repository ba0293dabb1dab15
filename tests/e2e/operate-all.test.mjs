// Every rule that says how its first control is operated, on a page of its own, in a real browser:
// turned off by the popup's button, with what the page asks and its Save, and told as a change that
// waits. The normal run takes every sixth in Chromium; OPTOUTLOG_FULL=1 all in both,
// PLATFORM=<id>,<id> these.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markedPages } from '../engine/lib/cases.mjs';
import { alive, operablePages } from '../engine/lib/operate.mjs';
import { turnOff } from './lib/turn-off.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const only = process.env.PLATFORM;
const all = only || process.env.OPTOUTLOG_FULL === '1';
const pages = operablePages(markedPages(only)).filter((_page, n) => all || n % 6 === 0);

/** Its page does not name the organisation: shown, and the log keeps that nobody can tell whose. */
const NAMELESS = new Set(['mistral']);

for (const name of browsers) {
  describe(`every rule that says how, in ${name}`, () => {
    const world = useWorld(name, { routes: pages.map(page => [page.url, '']) });

    for (const page of pages) {
      test(`${page.rule.id} ${page.file}: turned off, and waiting`, async () => {
        world().server.route(page.url, () => ({ body: alive(page.tell(page.html)) }));
        const visit = await world().visit(page.url);
        await visit.becomes('allowed');
        await turnOff(visit, 'see that it was kept');
        const { id } = page.rule;
        const its = async () => (await world().history()).filter(one => one.platform === id);
        if (NAMELESS.has(id)) {
          await until('the entry', async () => (await its()).length > 0);
          assert.ok((await its()).every(one => one.why === 'ambiguous'));
          return visit.close();
        }
        const entry = await until(
          'the entry',
          async () => (await its()).find(one => one.how === 'changed'),
          { seen: its },
        );
        const line = (await world().status()).find(
          one => one.platform === id && one.control === entry.control,
        );
        assert.deepEqual([line?.training, line?.kept], ['denied', 'pending']);
        assert.deepEqual(
          [entry.training, entry.actor, entry.evidence.by.includes('assisted')],
          ['denied', 'user', true],
        );
        // a page that saves by a form is another by then
        const met = await visit.page.evaluate(() => window.__met ?? []);
        assert.ok(met.filter(one => one === 'click control').length <= 1, JSON.stringify(met));
        return visit.close();
      });
    }
  });
}
