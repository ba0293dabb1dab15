// The page of a bundle over 1,000 entries and 20 pictures: it ends within seconds, and shows how
// far it is.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { bare, wanted } from './lib/bare.mjs';
import { opened } from '../policy/lib/bundle.mjs';
import { keepPicture, png } from '../policy/lib/images.mjs';
import { folder, log, useAuthority } from '../policy/lib/stamps.mjs';

const PICTURES = 20;
/** Far above what it takes: a machine may be slow, and a square of the size is slower. */
const MOST = 60_000;
let file, page;

useAuthority(undefined, async () => {
  const own = await log(500);
  await own.record(500);
  for (let n = 0; n < PICTURES; ++n) {
    const of = { platform: 'x', control: `c-${n}` };
    await own.record(1, of);
    await keepPicture(own.env, of, png(randomBytes(120_000).toString('hex'), 64));
  }
  await own.stamp();
  file = await own.export('bundle.zip');
  page = path.join(folder, 'verify.html');
  writeFileSync(page, (await opened(file)).get('verify.html'));
});

for (const name of wanted) {
  test(`${name}: a large bundle is checked, with progress`, async context => {
    const browser = await bare(name, folder);
    try {
      const tab = await browser.newPage();
      await tab.goto(`file://${page}`);
      await tab.evaluate(() => {
        window.seen = [];
        const bar = document.querySelector('#progress');
        const note = () => window.seen.push([bar.hidden, bar.value]);
        new MutationObserver(note).observe(bar, { attributes: true });
      });
      const input = await tab.$('#file');
      const started = Date.now();
      await input.uploadFile(file);
      await tab.waitForFunction(() => document.querySelector('#result').textContent !== '', {
        timeout: MOST,
      });
      const taken = Date.now() - started;
      const size = (statSync(file).size / 1e6).toFixed(1);
      context.diagnostic(`${name}: ${taken} ms, ${size} MB`);
      const said = await tab.$eval('#result', one => one.innerText);
      assert.match(said, /Everything holds\.\s+Links: 1041\./);
      assert.match(said, /says what the entries say, to the letter/);
      assert.equal(await tab.$$eval('img', all => all.length), PICTURES);
      const seen = await tab.evaluate(() => window.seen);
      const shown = new Set(seen.filter(([hidden]) => !hidden).map(([, value]) => value));
      assert.ok(shown.size >= 5, `${[...shown]}`);
      assert.equal(await tab.$eval('#progress', bar => bar.hidden), true);
    } finally {
      await browser.close();
      rmSync(path.join(folder, `profile-${name}`), { recursive: true, force: true });
    }
  });
}
