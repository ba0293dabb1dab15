// What changes after the reading, in time: by a person's hand, by the page itself, by another
// account, and what is refused.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { openPage } from './lib/page.mjs';
import { html, LINKEDIN, linkedin, ruleOf, states } from './lib/run.mjs';

const X = 'https://x.com/settings/grok_settings';

test(
  'a state that the page itself changes after the reading is not a new reading, and the old ' +
    'one does not stand',
  async () => {
    const page = await openPage({
      html: html('linkedin', 'off.html').replace(
        '</body>',
        "<script>setTimeout(() => { document.querySelector('input').checked = true; }, " +
          '9000);</script></body>',
      ),
      url: LINKEDIN,
      rule: ruleOf('linkedin'),
    });
    page.start();
    await page.clock.advance(60000);
    assert.deepEqual(states(page), ['denied', 'unknown']);
    assert.equal(page.last().why, 'unsettled');
  },
);

test('a user’s change is said within 3 s, as the user’s', async () => {
  const page = await linkedin('user-click.html');
  page.start();
  await page.clock.advance(10000);
  page.click('input');
  await page.clock.advance(1000);
  assert.deepEqual(states(page), ['allowed'], 'not before it held');
  await page.clock.advance(2000);
  assert.deepEqual(states(page), ['allowed', 'denied']);
  assert.equal(page.last().actor, 'user');
  assert.equal(page.last().how, 'changed');
  assert.equal(page.last().sure, 'likely');
  await page.clock.advance(60000);
  assert.equal(
    page.readings().length,
    2,
    'it is no reading of what is stored, however long it stands',
  );
});

test('a save refused within the hold time is never said', async () => {
  for (const file of ['refused-at-once.html', 'reverted-click.html']) {
    const page = await linkedin(file);
    page.start();
    await page.clock.advance(10000);
    page.click('input');
    await page.clock.advance(30000);
    assert.deepEqual(
      states(page).filter(training => training !== 'allowed'),
      [],
      file,
    );
  }
});

test('a save refused later, whenever: what was told is taken back, and is no reading', async () => {
  for (const ms of [2300, 10000, 30000]) {
    const late = html('linkedin', 'reverted-click.html').replace('1700', String(ms));
    const page = await openPage({ html: late, url: LINKEDIN, rule: ruleOf('linkedin') });
    page.start();
    await page.clock.advance(10000);
    page.click('input');
    await page.clock.advance(ms + 15000);
    assert.deepEqual(states(page), ['allowed', 'denied', 'unknown'], `${ms} ms`);
    assert.equal(page.last().doubt, true);
    page.close();
  }
});

test('a change that the site makes by itself is nobody’s, and no reading', async () => {
  const page = await linkedin('on.html');
  page.start();
  await page.clock.advance(60000);
  page.window.document.querySelector('input').checked = false;
  await page.clock.advance(10000);
  assert.deepEqual(states(page), ['allowed', 'unknown']);
  assert.equal(page.last().actor, 'none');
});

test('scripted clicks are not the user’s', async () => {
  const rule = ruleOf('linkedin');
  const page = await linkedin('on.html');
  page.inject();
  page.window.OptOutLog.run.start(rule, { send: m => page.messages.push(m) });
  await page.clock.advance(10000);
  page.click('input'); // untrusted in jsdom: this run asks the event itself
  await page.clock.advance(10000);
  assert.equal(page.last().training, 'unknown');
  assert.equal(page.last().actor, 'none');
});

test('an account that changes under the reader: the other’s state is never said', async () => {
  const page = await openPage({
    html: html('x', 'account-switch.html'),
    url: X,
    rule: ruleOf('x'),
  });
  page.start();
  await page.clock.advance(5000);
  assert.equal(page.last().account, 'ada_l');
  page.click('#switch');
  await page.clock.advance(15000);
  for (const { reading } of page.readings())
    assert.ok(
      reading.account !== 'grace_h' || reading.training === 'denied',
      JSON.stringify(reading),
    );
  assert.equal(page.last().account, 'grace_h');
});

/**
 * Turned by a person, LinkedIn's page says something that it did not say before.
 * @param {string} note its HTML
 */
async function isDoubted(note) {
  const page = await openPage({ html: note, url: LINKEDIN, rule: ruleOf('linkedin') });
  page.start();
  await page.clock.advance(6000);
  page.click('input');
  await page.clock.advance(6000);
  assert.deepEqual(states(page), ['denied', 'unknown']);
  assert.deepEqual([page.last().why, page.last().again], ['unsettled', 'touched']);
}

test('new words alone in a shadow root cast doubt on a change, and end no look', async () => {
  const note = html('linkedin', 'off.html').replace(
    '</body>',
    `<div id="note"></div><script>
    const inner = document.querySelector('#note').attachShadow({ mode: 'open' });
    document.querySelector('input').addEventListener('change', () => {
      inner.append('Das hat nicht geklappt');
    });
  </script></body>`,
  );
  await isDoubted(note);
});

test('new words cast doubt on a change where an image is called body, too', async () => {
  // jsdom does not name parts of a document after their elements, as browsers do
  const note = html('linkedin', 'off.html').replace(
    '</body>',
    `<p id="note"></p><img name="body" alt=""><script>
    Object.defineProperty(document, 'body', { value: document.querySelector('img[name=body]') });
    document.querySelector('input').addEventListener('change', () => {
      document.querySelector('#note').append('Das hat nicht geklappt');
    });
  </script></body>`,
  );
  await isDoubted(note);
});

test('a change is not a reading again under another address of the same document', async () => {
  const page = await linkedin('user-click.html');
  page.start();
  await page.clock.advance(10000);
  page.click('input');
  await page.clock.advance(5000);
  page.navigate(`${LINKEDIN}?tab=1`);
  await page.clock.advance(30000);
  page.window.OptOutLog.run.stop();
  page.start();
  await page.clock.advance(30000);
  for (const { reading } of page.readings().slice(1))
    assert.ok(reading.how !== 'loaded', JSON.stringify(reading));
});
