// The alarm that people want: a switch that was off is on again and nobody was seen to do it. And
// no alarm otherwise.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { act } from './lib/expect.mjs';
import { clicked, steady } from './lib/pick.mjs';
import { popupPage, readPopup } from './lib/popup.mjs';
import { until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const line = async world => (await world.status()).find(({ platform }) => platform === 'x');

async function see(world, training) {
  const page = steady('x', training);
  const visit = await world.visit(page.url, page.file);
  await visit.becomes(training);
  await until(
    `the log to say ${training}`,
    async () => (await line(world))?.training === training,
    { seen: () => world.status() },
  );
  return visit;
}

for (const name of browsers) {
  describe(`a switch that is on again, in ${name}`, () => {
    const world = useWorld(name);

    test('off, then on with nobody seen: popup and command tell it until answered', async () => {
      await (await see(world(), 'denied')).close();
      const visit = await see(world(), 'allowed');
      assert.equal((await line(world())).returned, true);
      const { code } = await world().command(['status']);
      assert.equal(code, 1, 'status ends with 1 while something returned');
      const popup = await popupPage(visit);
      const view = await until(
        'the popup to say it first',
        async () => {
          const now = await readPopup(popup);
          return (await popup.$('.state-returned')) ? now : null;
        },
        { seen: () => readPopup(popup) },
      );
      assert.match(view.sentence, /\bX\b/);
      assert.doesNotMatch(
        view.sentence,
        /^X’s AI-training switch is on/,
        'more than the plain state',
      );
      await popup.click('[data-key^="me-x"]');
      await until(
        'the answer to reach the log',
        async () => (await line(world())).returned === false,
        { seen: () => world().status() },
      );
      assert.equal(
        (await line(world())).training,
        'allowed',
        'the answer explains the change and does not undo it',
      );
      await until('the popup to be calm again', async () => !(await popup.$('.state-returned')));
      assert.equal((await world().command(['status'])).code, 0);
      await popup.close();
      await visit.close();
    });

    test("off, then on by the user's own click: no alarm", async () => {
      const page = clicked('x', 'allowed', 'denied');
      const visit = await world().visit(page.url, page.file);
      await visit.becomes('allowed');
      await act(visit, page.test.then[0]);
      await visit.becomes('denied');
      await until('the log to say denied', async () => (await line(world())).training === 'denied');
      await act(visit, page.test.then[0]);
      await visit.becomes('allowed');
      await until(
        'the log to say allowed',
        async () => (await line(world())).training === 'allowed',
      );
      assert.equal((await line(world())).returned, false);
      await visit.close();
    });
  });
}
