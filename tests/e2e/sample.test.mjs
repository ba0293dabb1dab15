// A sample is made by a click in the popup, looked at, saved; the page sees nothing of it, and what
// belongs to a person is not in it (docs/samples.md).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testOf } from '../../scripts/add-sample.mjs';
import { PLANTED, foundIn } from '../engine/lib/planted.mjs';
import { axe, overflow } from './lib/accessible.mjs';
import { popupPage } from './lib/popup.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const OWN = 'https://www.exampler.test/settings/zoqvuqna-wexbrugh?user=zoqvuqna';
const LINKEDIN = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';

/** @param {any} world @param {string} url @param {string} label */
const site = (world, url, label) =>
  world.server.route(url, () => ({
    body: `<!doctype html><html lang="en"><title>Settings</title>
<header>${PLANTED.name}</header><main><h1>Privacy</h1><div id="${PLANTED.slug}">
<label for="ai">${label}</label> <input id="ai" type="checkbox" role="switch" checked> On</div>
<p>Signed in as ${PLANTED.mail}</p></main><script>
window.seen = [];
new MutationObserver(all => window.seen.push(...all.map(({ type }) => type)))
  .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
for (const type of ['focusin', 'click', 'input', 'change', 'scroll'])
  addEventListener(type, event => window.seen.push(event.type), true);
</script></html>`,
  }));

/** The panel, with the files that it saves. @param {any} visit */
async function open(visit) {
  const popup = await popupPage(visit);
  await popup.evaluate(() => {
    const saved = /** @type {any} */ (globalThis.saved = []);
    const real = URL.createObjectURL;
    URL.createObjectURL = blob => {
      blob.text().then(text => saved.push(text));
      return real.call(URL, blob);
    };
  });
  await popup.click('[data-key=sample]');
  await until('the sample', () => popup.$('#point form.sample li'), {
    seen: () => popup.$eval('#point', it => it.textContent),
  });
  return popup;
}

/** @param {any} popup @param {string} sees @returns {Promise<string>} the file */
async function save(popup, sees) {
  await popup.click(`#point [name=sees][value=${sees}]`);
  const whole = await popup.$eval('#point pre', it => it.textContent);
  await popup.click('#point form [type=submit]');
  const text = await until('the file', () => popup.evaluate(() => globalThis.saved[0]));
  assert.equal(text, whole, 'what was shown is what is saved');
  assert.match(await popup.$eval('#point', it => it.textContent), /optoutlog-sample-.*\.json/);
  return text;
}

for (const name of browsers) {
  describe(`a sample of a page, in ${name}`, () => {
    const world = useWorld(name, {
      hosts: ['https://www.exampler.test/*', 'https://www.linkedin.com/*'],
      required: true,
      routes: [[OWN, '']],
    });

    test('of a site without a rule: nothing of the person, and what they tick', async () => {
      site(world(), OWN, 'Let our AI learn from what I post');
      const visit = await world().visit(OWN);
      const popup = await open(visit);
      assert.equal(await popup.$('#point [name=sees]:checked'), null, 'nothing is preselected');
      await popup.click('#point form [type=submit]');
      assert.match(await popup.$eval('#point [role=alert]', it => it.textContent), /answer/);
      const rows = await popup.$$eval('#point li', all =>
        all.map(row => [row.querySelector('bdi').textContent, row.querySelector('input').checked]),
      );
      const label = rows.findIndex(([text]) => text === 'Let our AI learn from what I post');
      assert.deepEqual(
        rows.filter(([, kept]) => kept).map(([text]) => text),
        ['On'],
      );
      assert.deepEqual(await axe(popup), []);
      assert.deepEqual(await overflow(popup), []);
      await popup.click(`#point li:nth-child(${label + 1}) input`);
      const text = await save(popup, 'on');
      const file = JSON.parse(text);
      assert.deepEqual(foundIn(text), []);
      assert.match(text, /Let our AI learn from what I post/);
      assert.equal(file.address, 'https://www.exampler.test/settings/*');
      assert.equal(file.sees, 'on');
      assert.match(file.browser, new RegExp(`^[a-z-]+ \\d+$`));
      assert.deepEqual(await visit.page.evaluate(() => window.seen), [], 'the page saw nothing');
      await popup.close();
    });

    test('of a platform whose rule does not fit: it becomes a test page', async () => {
      site(world(), LINKEDIN, 'Let it learn');
      const visit = await world().visit(LINKEDIN);
      await visit.becomes('unknown', 'genai-training');
      const popup = await open(visit);
      const text = await save(popup, 'on');
      assert.deepEqual(foundIn(text), []);
      const { says, test: made } = await testOf(text);
      assert.equal(says, 'unread');
      assert.equal(made.sample.true, 'allowed');
      await popup.close();
    });
  });
}
