// What a phrase's grade does to a reading, and when a dialog over pages on which people write is
// silent.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { openPage } from './lib/page.mjs';

const rule = overlay => ({
  format: 1,
  id: 'demo',
  rev: 1,
  name: 'Demo',
  kind: 'toggle',
  grade: 'A',
  hosts: ['https://chat.test/*'],
  strings: {
    train: {
      en: [{ text: 'Model training', grade: 'A' }],
      de: [{ text: 'Modelltraining', grade: 'C' }],
    },
  },
  pages: [
    { id: 'pane', url: ['https://chat.test/*'], overlay, signature: { any: [{ text: '@train' }] } },
  ],
  controls: [
    {
      id: 'training',
      name: 'Model training',
      page: 'pane',
      onMeans: 'training',
      read: [{ from: 'checked' }],
      locate: [
        { by: 'role', role: ['checkbox'], name: '@train' },
        { by: 'label', role: ['checkbox'], text: '@train' },
      ],
    },
  ],
  decoys: [],
});
const page = (lang, inner) =>
  `<!doctype html><html lang="${lang}"><body><main>${inner}</main></body></html>`;
const box = label =>
  `<div><label for="box">${label}</label> <input type="checkbox" id="box"></div>`;

/**
 * @param {string} html
 * @param {any} [overlay]
 * @returns {Promise<any>} the last reading after 12 s
 */
async function read(html, overlay = false) {
  const opened = await openPage({ html, url: 'https://chat.test/c/1', rule: rule(overlay) });
  opened.start();
  await opened.clock.advance(12000);
  const reading = opened.last('training');
  opened.close();
  return reading;
}

test('a reported label makes a reading probable at most; a confirmed one does not', async () => {
  assert.equal(
    (await read(page('en', box('Model training')))).sure,
    'likely',
    'one element is one witness',
  );
  const reported = await read(page('de', box('Modelltraining')));
  assert.deepEqual([reported.training, reported.sure], ['denied', 'likely']);
});

test('letters in a text field cost no look, a key that may act does', async () => {
  const opened = await openPage({
    html: page('en', '<p>Model training</p><textarea></textarea>'),
    url: 'https://chat.test/c/1',
    rule: rule('control'),
  });
  opened.start();
  await opened.clock.advance(40000);
  const press = key =>
    opened.window.document
      .querySelector('textarea')
      .dispatchEvent(
        new opened.window.KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
      );
  assert.equal(opened.clock.pending(), 0);
  press('a');
  assert.equal(opened.clock.pending(), 0);
  press('Enter');
  assert.ok(opened.clock.pending() > 0);
  opened.close();
});

test('a label, or even its switch, at an address that nobody knows is no place', async () => {
  const quoted = page('en', '<p>Where do I find “Model training”?</p>');
  assert.equal(await read(quoted, true), null);
  assert.equal(await read(quoted, 'control'), null);
  assert.equal(
    await read(page('en', box('Model training')), 'control'),
    null,
    'two neighbours make a dialog the settings',
  );
});
