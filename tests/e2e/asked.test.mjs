// The click on the toolbar's button alone, on pages whose host nobody granted: the popup knows the
// page by activeTab and answers, and nothing is read or kept but where the person asks for it.
// Chromium; Firefox has no way to press the button unseen.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { permissions } from './lib/grant.mjs';
import { steady } from './lib/pick.mjs';
import { clickedPopup, readPopup } from './lib/popup.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const page = title => () => ({ body: `<!doctype html><title>${title}</title><h1>${title}</h1>` });
const REDDIT = 'https://www.reddit.com/settings/';
const FEED = 'https://www.linkedin.com/feed/';
const UNKNOWN = 'https://www.example.org/';

if (browsers.includes('chromium'))
  describe('a popup opened without any grant', () => {
    const get = useWorld('chromium', {
      granted: false,
      host: false,
      routes: [
        [REDDIT, page('Settings')],
        [FEED, page('Feed')],
        [UNKNOWN, page('Example')],
      ],
    });

    // It opens in front by itself when the extension is installed: the popup would be about it.
    before(() =>
      until('the welcome page', () =>
        get().probe.evaluate(async () =>
          (await globalThis.chrome.tabs.query({ status: 'complete' })).some(tab =>
            tab.url?.includes('/pages/welcome/'),
          ),
        ),
      ),
    );

    /**
     * The browser may tell of the address a moment after the popup is there: then the popup says
     * more.
     */
    async function says(url, sentence) {
      const visit = await get().visit(url);
      const popup = await clickedPopup(visit);
      const said = await until(
        `the popup to say ${sentence}`,
        async () => {
          const now = await readPopup(popup);
          return sentence.test(now.sentence) ? now : null;
        },
        { seen: () => readPopup(popup) },
      );
      const kept = await visit.state();
      await visit.close();
      return { ...said, kept };
    }

    test('on a platform without a control: its sentence, its date and its source', async () => {
      const { text, tone, kept } = await says(REDDIT, /Reddit/);
      assert.match(text, /Reddit licenses public posts for AI training/);
      assert.match(text, /Source, [A-Z][a-z]{2}/);
      assert.deepEqual([tone, kept], ['none', null]);
    });

    test('on a platform with a control: it may not be read, and how to allow it', async () => {
      const { buttons, kept } = await says(FEED, /not allowed to read on LinkedIn/);
      assert.ok(buttons.includes('Allow on this site'));
      assert.equal(kept, null);
    });

    test('on its settings page: read by that click and one more, without a question', async () => {
      for (const training of ['allowed', 'denied']) {
        const { url, file } = steady('linkedin', training);
        const visit = await get().visit(url, file);
        const popup = await clickedPopup(visit);
        const button = await until('the offer', () => popup.$('[data-action=read-once]'));
        assert.equal(await visit.state(), null);
        await button.click();
        const said = training === 'allowed' ? /is probably on|probably lets/ : /probably/;
        await until('the verdict', async () => said.test((await readPopup(popup)).sentence), {
          seen: () => readPopup(popup),
        });
        assert.equal((await readPopup(popup)).tone, training);
        assert.ok((await readPopup(popup)).buttons.includes('Read it at every visit'));
        assert.deepEqual((await permissions(get())).origins, []);
        await visit.close();
        const entries = (await get().stored('local', 'queue')).rows;
        assert.deepEqual(
          entries.slice(-1).map(entry => [entry.training, entry.sure]),
          [[training, 'likely']],
        );
      }
    });

    test('a tab that was on another site in between may not be read any more', async () => {
      const { url, file } = steady('linkedin', 'allowed');
      const visit = await get().visit(url, file);
      const first = await clickedPopup(visit);
      await (await until('the offer', () => first.$('[data-action=read-once]'))).click();
      await until('the verdict', async () => (await readPopup(first)).tone === 'allowed');
      await first.close();
      const once = async () => Object.keys((await get().stored('session', 'once')) ?? {});
      assert.deepEqual(await once(), [String(visit.tabId)]);
      await visit.page.goto(UNKNOWN);
      await until('it to be forgotten', async () => (await once()).length === 0, { seen: once });
      await visit.page.goto(url);
      const again = await clickedPopup(visit);
      await until('the offer anew', () => again.$('[data-action=read-once]'));
      assert.match((await readPopup(again)).sentence, /not allowed to read on LinkedIn/);
      await visit.close();
    });

    test('anywhere else: no more than that there is nothing to say', async () => {
      const { kept } = await says(UNKNOWN, /^Choose your platforms to begin\.$/);
      assert.equal(kept, null);
    });
  });
