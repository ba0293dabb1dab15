// A time-stamp from the dashboard: nobody is asked before an authority is chosen; then one hash
// goes to it, and the token that comes back is in the log and holds. The authority is an openssl
// behind https on loopback.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { axe, overflow } from './lib/accessible.mjs';
import { dashboard, part } from './lib/dashboard.mjs';
import { command } from './lib/optoutlog.mjs';
import { steady } from './lib/pick.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';
import { authority, bodies, server, useAuthority, ways } from '../policy/lib/stamps.mjs';

useAuthority(() => {
  ways.reset = (_query, request) => request.socket.destroy();
});

for (const name of browsers) {
  describe(`time-stamps in the dashboard, in ${name}`, () => {
    const world = useWorld(name, {
      get env() {
        return { ...server.env, no_proxy: '*' };
      },
    });

    test('chosen, asked for, kept, listed, and it holds', async () => {
      const { url, file } = steady('linkedin', 'denied');
      const visit = await world().visit(url, file);
      await visit.becomes('denied');
      await visit.close();
      const page = await dashboard(world());
      await part(page, '#stamps');
      await until('the authorities', () => page.$('#stamp-form option[value=freetsa]'));
      assert.equal(bodies.length, 0);
      const disabled = () => page.$eval('#stamp-form button', it => it.disabled);
      assert.equal(await disabled(), true);
      await page.select('#stamp-form [name=authority]', 'sectigo');
      assert.equal(await disabled(), false);
      assert.equal(await page.$eval('#stamp-ca', it => it.hidden), true);
      await page.select('#stamp-form [name=authority]', 'other');
      await page.type('#stamp-form [name=url]', 'https://tsa.example/good');
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await overflow(page), []);
      const said = () => page.$eval('#stamp-result', it => it.textContent);
      const take = async words => {
        await page.$eval('#stamp-form button', it => it.click());
        await until(`it to say ${words}`, async () => words.test(await said()), { seen: said });
      };
      await take(/does not hold, so nothing was kept/); // its root is nobody's here
      assert.equal(await page.$('#stamp-list li'), null);
      await (await page.$('#stamp-form [name=ca]')).uploadFile(authority.ca);
      await take(/Entries 1 to \d+ stood as they are by/);
      await until('the list', () => page.$('#stamp-list li'));
      const text = await page.$eval('#stamp-list li', it => it.textContent);
      assert.match(text, /https:\/\/tsa\.example\/good/);
      const verified = await command(world().profile, ['verify', '--json', '--ca', authority.ca]);
      const { ok, stamps, record } = JSON.parse(verified.stdout);
      assert.equal(ok, true);
      assert.equal(stamps.length, 1);
      assert.equal(stamps[0].anchor, 'given');
      assert.match(text, new RegExp(`1 to ${stamps[0].count} by`));
      // what went out: the hash of the checkpoint, and of the log nothing
      const exported = await command(world().profile, ['export', '--out', '-']);
      const entries = JSON.parse(exported.stdout).entries;
      const { hash } = entries[stamps[0].count - 1];
      const line = `optoutlog-checkpoint-v1 ${record} ${stamps[0].count} ${hash}`;
      const digest = createHash('sha256').update(line).digest();
      const [{ query, headers }] = bodies.slice(-1);
      assert.ok(query.includes(digest) && query.length < 120, query.toString('hex'));
      assert.equal(headers.cookie, undefined);
      await page.close();
    });

    test('by itself after a change, not without one; what fails is told; off again', async () => {
      const page = await dashboard(world());
      await part(page, '#stamps');
      await until('the authorities', () => page.$('#stamp-form option[value=freetsa]'));
      const disabled = () => page.$eval('#stamp-auto', it => it.disabled);
      assert.equal(await disabled(), true);
      await page.select('#stamp-form [name=authority]', 'other');
      await page.type('#stamp-form [name=url]', 'https://tsa.example/good');
      await (await page.$('#stamp-form [name=ca]')).uploadFile(authority.ca);
      await until('it to be offered', async () => !(await disabled()));
      const click = () => page.$eval('#stamp-auto', it => it.click());
      const said = () => page.$eval('#stamp-auto-state', it => it.textContent);
      const says = words => until(`${words}`, async () => words.test(await said()), { seen: said });
      const kept = () => page.evaluate(async () => (await chrome.storage.local.get()).stamping);
      const stamps = () => page.$$eval('#stamp-list li', all => all.length);
      const ring = async () => {
        const { next } = await kept();
        await page.evaluate(() => chrome.alarms.create('stamp', { when: Date.now() }));
        const planned = async () => (await kept()).next !== next;
        await until('the next one to be planned', planned);
      };
      const before = await stamps();
      await click();
      await says(/By itself from https:\/\/tsa\.example\/good\. The next one is planned for /);
      await ring(); // all is covered
      assert.ok((await kept()).next > Date.now() + 29 * 24 * 3600_000, `${(await kept()).next}`);
      assert.equal(await stamps(), before);
      const { url, file } = steady('linkedin', 'allowed');
      const visit = await world().visit(url, file);
      await visit.becomes('allowed');
      await visit.close();
      const soon = async () => (await kept()).next <= Date.now() + 5 * 60_000;
      await until('one to be planned for soon', soon, { seen: kept });
      await ring();
      await until('it to be listed', async () => (await stamps()) === before + 1);
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(await overflow(page), []);
      await click();
      await until('nothing to be said', async () => (await said()) === '');
      assert.equal(await page.evaluate(async () => !(await chrome.alarms.get('stamp'))), true);
      const again = await world().visit(url, steady('linkedin', 'denied').file);
      await again.becomes('denied');
      await again.close();
      await page.$eval('#stamp-form [name=url]', it => (it.value = 'https://tsa.example/reset'));
      await click();
      await says(/By itself from https:\/\/tsa\.example\/reset/);
      await ring();
      await says(/was not taken; it is tried again on .*did not answer, so nothing was kept/);
      await page.close();
    });
  });
}
