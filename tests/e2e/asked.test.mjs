// The click on the toolbar's button alone, on pages whose host nobody granted: the popup knows the page by activeTab and
// answers, and nothing is read or kept. Chromium; Firefox has no way to press the button unseen.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clickedPopup, readPopup } from './lib/popup.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const page = (title) => () => ({ body: `<!doctype html><title>${title}</title><h1>${title}</h1>` });
const REDDIT = 'https://www.reddit.com/settings/';
const FEED = 'https://www.linkedin.com/feed/';
const UNKNOWN = 'https://www.example.org/';

if (browsers.includes('chromium')) describe('a popup opened without any grant', () => {
  const get = useWorld('chromium', { granted: false, host: false, routes: [[REDDIT, page('Settings')], [FEED, page('Feed')], [UNKNOWN, page('Example')]] });

  async function says(url) {
    const visit = await get().visit(url);
    const popup = await clickedPopup(visit);
    const said = await readPopup(popup);
    const kept = await visit.state();
    await visit.close();
    return { ...said, kept };
  }

  test('on a platform without a control: its sentence, its date and its source', async () => {
    const { sentence, text, tone, kept } = await says(REDDIT);
    assert.match(sentence, /Reddit/);
    assert.match(text, /Reddit licenses public posts for AI training/);
    assert.match(text, /Source, [A-Z][a-z]{2}/);
    assert.deepEqual([tone, kept], ['none', null]);
  });

  test('on a platform with a control: that it may not be read, and the way to allow it', async () => {
    const { sentence, buttons, kept } = await says(FEED);
    assert.match(sentence, /not allowed to read on LinkedIn/);
    assert.ok(buttons.includes('Allow on this site'));
    assert.equal(kept, null);
  });

  test('anywhere else: no more than that there is nothing to say', async () => {
    const { sentence, kept } = await says(UNKNOWN);
    assert.equal(sentence, 'Choose your platforms to begin.');
    assert.equal(kept, null);
  });
});
