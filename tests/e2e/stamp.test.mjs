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
import { authority, bodies, server, useAuthority } from '../policy/lib/stamps.mjs';

useAuthority();

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
  });
}
