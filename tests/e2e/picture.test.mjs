// A picture is kept by a click in the popup: seen before, with parts made black, and what lies
// beside the log is what was shown. Chromium: the toolbar's own button gives the permission.
// Firefox has no way to press it unseen; there the test's copy may take pictures of every page, and
// the popup is about a tab that stays in front of a window of its own.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { axe, overflow } from './lib/accessible.mjs';
import { command } from './lib/optoutlog.mjs';
import { steady } from './lib/pick.mjs';
import { POPUP_WIDTH, clickedPopup, popupPage, realPopup } from './lib/popup.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const START = '[data-key=picture]';

/** The bytes of the pictures beside the log. @param {any} world */
function kept({ profile }) {
  const folder = path.join(profile.data, 'pictures');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map(name => readFileSync(path.join(folder, name)));
}

/** Colours of a picture at these places (0 to 1). @param {any} page */
const coloursOf = (page, bytes, places) =>
  page.evaluate(
    async (text, where) => {
      const blob = await (await fetch(`data:image/jpeg;base64,${text}`)).blob();
      const image = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      return where.map(([x, y]) =>
        [...context.getImageData(x * image.width, y * image.height, 1, 1).data].slice(0, 3),
      );
    },
    bytes.toString('base64'),
    places,
  );
const isBlack = colour => colour.every(value => value < 24);

/** One part by hand, two by keys, one of them taken back. @param {any} popup */
async function blacken(popup) {
  const label = () => popup.$eval('#point canvas', it => it.getAttribute('aria-label'));
  assert.match(await label(), /Parts made black: 0/);
  await popup.evaluate(() => {
    document.querySelector('#point').scrollTop = 0;
    document.querySelector('#point canvas').scrollIntoView({ block: 'center' });
  });
  const box = await (await popup.$('#point canvas')).boundingBox();
  const at = (x, y) => [box.x + x * box.width, box.y + y * box.height];
  await popup.mouse.move(...at(0.5, 0.5));
  await popup.mouse.down();
  await popup.mouse.move(...at(0.9, 0.9), { steps: 4 });
  await popup.mouse.up();
  await until('the part', async () => /: 1/.test(await label()), { seen: label });
  await popup.focus('#point canvas');
  await popup.keyboard.press('Enter');
  assert.match(await label(), /: 2/);
  await popup.keyboard.press('ArrowRight');
  await popup.keyboard.press('Enter');
  assert.match(await label(), /: 3/);
  await popup.click('#point form button[type=button]');
  assert.match(await label(), /: 2/);
}

for (const name of browsers) {
  describe(`a picture of the page, in ${name}`, () => {
    const world = useWorld(name, {
      required: name === 'firefox',
      ...(name === 'firefox' && { hosts: ['<all_urls>'] }),
    });
    const popupOver = visit =>
      name === 'chromium'
        ? clickedPopup(visit)
        : world().driver.popupOver(visit.page, visit.tabId, world().probe);

    /** @param {string} platform */
    async function read(platform, training) {
      const { url, file } = steady(platform, training);
      const visit = await world().visit(url, file);
      await visit.becomes(training);
      return visit;
    }

    test('shown, made black by hand and by keys, kept, and nothing by Cancel', async () => {
      const visit = await read('linkedin', 'denied');
      const popup = await popupOver(visit);
      await until('the offer', () => popup.$(START), {
        seen: () => popup.evaluate(() => document.body.innerText),
      });
      await popup.click(START);
      await until('the picture', () => popup.$('#point canvas'), {
        seen: () => popup.$eval('#point', it => it.textContent),
      });
      assert.deepEqual(await axe(popup), []);
      // the browser's own popup grows with its letters
      if (name === 'firefox') {
        await popup.setViewport({ width: POPUP_WIDTH, height: 600 });
        assert.deepEqual(await overflow(popup), []);
      }
      const height = await popup.evaluate(() => document.body.getBoundingClientRect().height);
      if (name === 'chromium') assert.ok(height <= 560, `${height}`);
      await blacken(popup);
      assert.deepEqual(kept(world()), []);
      await popup.click('#point [type=submit]');
      await until(
        'it to be kept',
        async () =>
          /was kept with your log/.test(await popup.$eval('#point', it => it.textContent)),
        { seen: () => popup.$eval('#point', it => it.textContent) },
      );
      const [bytes, ...more] = kept(world());
      assert.equal(more.length, 0);
      assert.ok(bytes.length <= 614_400);
      const [hand, keys, free] = await coloursOf(popup, bytes, [
        [0.7, 0.7],
        [0.05, 0.03],
        [0.3, 0.97],
      ]);
      assert.ok(
        isBlack(hand) && isBlack(keys) && !isBlack(free),
        JSON.stringify([hand, keys, free]),
      );
      await popup.close();
      const told = await command(world().profile, ['picture', '--json']);
      const [picture] = JSON.parse(told.stdout).pictures;
      assert.deepEqual(
        [picture.platform, picture.control, picture.covered, picture.file],
        ['linkedin', picture.control, 2, 'whole'],
      );
      const again = await popupOver(visit);
      await (await until('the offer', () => again.$(START))).click();
      await until('the picture', () => again.$('#point canvas'));
      await again.click('#point > p button');
      await until('the popup', () => again.$(START));
      assert.equal(kept(world()).length, 1);
      await again.close();
      await visit.close();
    });

    test('not where another page is in front, and not before a page was read', async () => {
      const visit = await read('x', 'denied');
      const popup = await popupPage(visit); // a tab of its own, in front of the page
      assert.equal(await popup.$(START), null);
      await popup.close();
      await visit.close();
      const other = await world().visit('https://www.linkedin.com/feed/');
      const over = await popupOver(other);
      assert.equal(await over.$(START), null);
      await over.close();
      await other.close();
    });

    if (name === 'chromium')
      test('a popup that no click opened gets none, and says so', async () => {
        const before = kept(world()).length;
        const visit = await read('linkedin', 'denied');
        const popup = await realPopup(visit);
        await (await until('the offer', () => popup.$(START))).click();
        const said = () => popup.$eval('#point', it => it.textContent);
        await until('the refusal', async () => /did not give a picture/.test(await said()), {
          seen: said,
        });
        assert.equal(kept(world()).length, before);
        await visit.close();
      });
  });
}
