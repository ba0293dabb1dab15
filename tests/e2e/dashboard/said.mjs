// What the user says on the dashboard, and what comes of it.
import assert from 'node:assert/strict';
import { dashboard, mark, part, press } from '../lib/dashboard.mjs';
import { until } from '../lib/until.mjs';

/** What the user says is written and shown as said, and never in place of what is seen. */
export async function saysFact(world) {
  const seen = (await world.status()).find(({ platform }) => platform === 'x');
  const page = await dashboard(world);
  await press(page, 'fact-add');
  await page.select('#fact-form [name=platform]', 'x');
  await page.select('#fact-form [name=kind]', 'by-mail');
  if (seen.account) await page.type('#fact-form [name=account]', seen.account);
  await page.type('#fact-form [name=note]', 'Letter of the 3rd');
  await page.$eval('#fact-form [name=date]', field => {
    field.value = '2026-01-02';
  });
  await page.click('#fact-form [value=save]');
  await until('the dialog to close', () => page.$eval('#fact-dialog', dialog => !dialog.open), {
    seen: () => page.$eval('#fact-problem', it => it.textContent),
  });
  const entry = await until('the entry', async () =>
    (await world.history()).find(({ basis }) => basis === 'declared'),
  );
  assert.deepEqual(
    [entry.platform, entry.training, entry.raw, entry.date, entry.note, entry.evidence],
    ['x', 'denied', 'by-mail', '2026-01-02', 'Letter of the 3rd', null],
  );
  const lines = (await world.status()).filter(({ platform }) => platform === 'x');
  assert.deepEqual(
    lines.map(({ training, basis, account }) => [training, basis, account]),
    [['allowed', 'seen', seen.account]],
    'what was seen since keeps deciding',
  );
  await part(page, '#history');
  const row = await until('its line in the history', () =>
    page.$eval(`[data-entry="${entry.id}"]`, element => element.textContent),
  );
  assert.match(row, /I opted out by e-mail or letter/);
  assert.match(row, /you said/);
  const future = await world.ask({
    type: 'declare',
    fact: { platform: 'x', control: 'grok-training', kind: 'in-app', date: '2999-01-01' },
  });
  assert.deepEqual([future.ok, future.error, future.detail], [false, 'params.invalid', 'date']);
  await page.close();
}

/** From sent to answered; the answer that is due is told by itself. */
export async function objects(world) {
  const date = new Date(Date.now() - 45 * 86_400_000).toISOString().slice(0, 10);
  const { ok } = await world.ask({
    type: 'declare',
    fact: {
      platform: 'facebook',
      control: 'ai-objection',
      account: 'Ada',
      kind: 'submitted',
      date,
    },
  });
  assert.equal(ok, true);
  await until('the mark on the button', async () => (await mark(world)) === '!');
  const page = await dashboard(world);
  assert.match(
    await page.$eval('#due', element => element.innerText),
    /Facebook: the answer to your objection is due/,
  );
  assert.equal(
    await page.$eval('[data-flow="facebook/ai-objection"] [data-step="late"]', element =>
      element.textContent.includes('answer due'),
    ),
    true,
  );
  await page.click('#due [data-key^="dueNo-"]');
  assert.equal(await page.$eval('#fact-form [name=kind]', field => field.value), 'answered-no');
  await page.click('#fact-form [value=save]');
  await until('the line to go', () => page.$eval('#due', element => element.hidden));
  const line = (await world.status()).find(({ platform }) => platform === 'facebook');
  assert.deepEqual(
    [line.training, line.form.step, line.form.due, line.account],
    ['unknown', 'answered-no', null, 'Ada'],
  );
  await until('the steps to end with the answer', () =>
    page.$eval('[data-flow="facebook/ai-objection"]', element => /refused/.test(element.innerText)),
  );
  await until('no mark any more', async () => (await mark(world)) === '');
  await page.close();
}
