// The page of a bundle in a browser: opened from a file as whoever got the bundle does, without any
// network, it says of a bundle what the command says of it.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { bare, wanted } from './lib/bare.mjs';
import { bentInside, opened, rebuilt, textOf, zip } from '../policy/lib/bundle.mjs';
import { rechained } from '../policy/lib/forge.mjs';
import { keepPicture, png } from '../policy/lib/images.mjs';
import { folder, log, useAuthority } from '../policy/lib/stamps.mjs';
import { keep, said } from '../policy/lib/witnesses.mjs';

let good, bad, damaged, page;

useAuthority(undefined, async () => {
  const own = await log(2);
  await own.stamp();
  await own.record(1, { platform: 'x', control: 'grok', training: 'allowed', raw: 'on' });
  const of = { platform: 'x', control: 'grok' };
  await keepPicture(own.env, of, png('shown', 40), { covered: 2 });
  const blog = { platform: 'substack', control: 'ai-training', account: 'ada' };
  await own.record(1, { ...blog, training: 'allowed', raw: 'on' });
  await keep(own.env, blog, said);
  good = await own.export('bundle.zip');
  const files = await opened(good);
  const packet = JSON.parse(textOf(files, 'export.json'));
  const change = (payload, heads) => {
    if (payload.platform) payload.training = 'allowed';
    if (payload.type === 'stamp') payload.covers.head = heads[payload.covers.count];
    if (payload.of) payload.of.hash = heads[payload.of.seq];
  };
  bad = path.join(folder, 'bad.zip');
  zip(bad, rebuilt(files, rechained(packet, change)));
  damaged = path.join(folder, 'damaged.zip');
  writeFileSync(damaged, bentInside(readFileSync(good)));
  page = path.join(folder, 'verify.html');
  writeFileSync(page, files.get('verify.html'));
});

/** What the page says once it has looked at the file. */
async function say(tab, file, language = 'en') {
  await tab.select('#language', language);
  const before = await tab.$eval('#result', one => one.textContent);
  const input = await tab.$('#file');
  await input.uploadFile(file);
  await tab.waitForFunction(
    was => !['', was].includes(document.querySelector('#result').textContent),
    {},
    before,
  );
  return tab.$eval('#result', one => one.innerText);
}

for (const name of wanted) {
  test(`${name}: a bundle is checked in the page that it holds`, async () => {
    const browser = await bare(name, folder);
    try {
      const tab = await browser.newPage();
      const errors = [];
      const requests = [];
      tab.on('pageerror', error => errors.push(error.message));
      tab.on('request', request => requests.push(request.url()));
      await tab.goto(`file://${page}`);
      const fine = await say(tab, good);
      assert.match(fine, /Everything holds\./);
      assert.match(fine, /Links: 7\. They fit together: none was found changed/);
      assert.match(fine, /links 1 to 2 stood as they are at .* at the latest/);
      assert.match(fine, /said to be of tsa \(https:\/\/tsa\.example\/good\)/);
      assert.match(fine, /x\/grok/);
      assert.match(fine, /AI training allowed/);
      assert.match(fine, /kept with entry 4\. Parts that its maker made black: 2/);
      assert.match(fine, /what the file https:\/\/ada\.example\/robots\.txt.* kept with entry 6/);
      assert.match(fine, /It turned away all crawlers .*: 2\. This does not fit that reading/);
      assert.match(fine, /^7\s.*substack\/ai-training · ada/m);
      assert.doesNotMatch(fine, /undefined/);
      const shown = () => tab.$eval('img', one => one.decode().then(() => one.naturalWidth));
      assert.equal(await shown(), 40);
      const wrong = await say(tab, bad);
      assert.match(wrong, /Something does not hold\./);
      assert.match(wrong, /link 3 \(token: imprint\)/);
      assert.doesNotMatch(wrong, /at the latest/);
      assert.match(await say(tab, page), /no whole bundle or export/);
      await say(tab, good);
      // what was found of one file is not said of the next
      assert.match(await say(tab, damaged), /no whole bundle or export/);
      await say(tab, good);
      for (const [language, words] of [
        ['de', /Alles stimmt[^]*passt nicht zu jener Ablesung/],
        ['ar', /كل شيء مطابق[^]*هذا لا يوافق تلك القراءة/],
        ['ja', /すべて一致/],
      ]) {
        await tab.select('#language', language);
        assert.match(await tab.$eval('#result', one => one.innerText), words);
      }
      const [dir] = await tab.$$eval('html', ([one]) => [one.dir]);
      assert.equal(dir, 'ltr');
      assert.deepEqual(errors, []);
      assert.deepEqual(
        requests.filter(url => !/^(file|blob|data|about):/.test(url)),
        [],
      );
    } finally {
      await browser.close();
      rmSync(path.join(folder, `profile-${name}`), { recursive: true, force: true });
    }
  });
}
