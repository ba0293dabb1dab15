// A browser whose storage takes nothing more: the popup says so, instead of reading for ever, and
// forgets it once there is room. Firefox sets no limit that could be reached here.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { steady } from './lib/pick.mjs';
import { popupPage } from './lib/popup.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

/** Leaves so few bytes that no entry fits. */
const fill = world =>
  world.probe.evaluate(async () => {
    const { local } = globalThis.chrome.storage;
    const free = local.QUOTA_BYTES - (await local.getBytesInUse(null));
    await local.set({ filling: 'x'.repeat(free - 100) });
  });

describe('a full storage', { skip: !browsers.includes('chromium') }, () => {
  const world = useWorld('chromium', { host: false });

  test('is said in the popup, with the next step, and is over once there is room', async () => {
    await fill(world());
    const { url, file } = steady('linkedin', 'allowed');
    const visit = await world().visit(url, file);
    // the popup comes in front of the page, which is read only while it is in sight
    await until('a write to be refused', () => world().stored('session', 'refused'));
    const popup = await popupPage(visit);
    const says = css => popup.$eval(css, element => element.innerText);
    await until(
      'the storage to be named',
      async () => /storage is full/.test(await says('#sentence')),
      { seen: () => says('body') },
    );
    assert.match(await says('main'), /Make room on the disk/);
    assert.match(await popup.$eval('#log pre', one => one.textContent), /^queue: /);
    await world().probe.evaluate(() => globalThis.chrome.storage.local.remove('filling'));
    await visit.page.bringToFront();
    await visit.page.reload();
    await until('the verdict', async () => /switch is on/.test(await says('#sentence')), {
      seen: () => says('body'),
    });
    assert.equal((await world().stored('session', 'refused')).length, 0);
    await popup.close();
    await visit.close();
  });
});
