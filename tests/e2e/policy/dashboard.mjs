// The longer steps of policy.test.mjs on the dashboard: `policies` are the texts that its world
// watches, `page` is the dashboard.
import assert from 'node:assert/strict';
import { axe } from '../lib/accessible.mjs';
import { DAY, UNREAD, check, listed, press, says } from '../lib/watch.mjs';
import { aDayLater, clauseFrom, documents, text } from '../lib/policies.mjs';
import { until } from '../lib/until.mjs';

/**
 * Between the first look and the second: the change is not told, and nobody is told that there was
 * none. A mention, which asks for nothing, waits for no second look.
 */
async function waits(world, page) {
  await check(world, page);
  const item = '#policy [data-part="waiting"] [data-document="linkedin/privacy-eu"]';
  await until('the document that waits', () => page.$(item), { seen: () => says(page, '#policy') });
  assert.match(
    (await says(page, item))[0],
    /The text looked different on .*\. What changed is told here once a second look has seen /,
  );
  assert.equal((await page.$$('#policy [data-part="waiting"] li')).length, 1);
  assert.equal(await page.$('#policy-quiet'), null, 'not quiet');
  await until('the mention', async () => (await page.$$(UNREAD)).length === 1);
  assert.equal(await page.$(`${UNREAD}[data-verdict="alert"]`), null, 'nothing is told yet');
  const { state, seen_once: seen } = await listed(world, 'linkedin/privacy-eu');
  assert.equal(state, 'waiting');
  assert.ok(seen);
  assert.deepEqual(await axe(page), []);
  aDayLater(world.profile);
  await check(world, page);
}

/** A document changes: the clause, its day, the words, and the setting before it. */
export async function seesChange(world, policies, page) {
  aDayLater(world.profile);
  policies.says('linkedin/privacy-eu', clauseFrom(new Date(Date.now() + 30 * DAY)));
  policies.says('pinterest/privacy', text('mention-only', '1.html'));
  await waits(world, page);
  await until('the alert', async () => (await page.$$(UNREAD)).length === 2, {
    seen: () => says(page, '#policy'),
  });
  assert.equal(await page.$('#policy [data-part="waiting"]'), null, 'the second look tells it');
  const [alert, mention] = await page.$$eval(UNREAD, all =>
    all.map(one => ({ ...one.dataset, text: one.textContent })),
  );
  assert.equal(alert.verdict, 'alert', 'what asks for a look comes first');
  assert.equal(alert.level, '3');
  assert.match(alert.text, /LinkedIn.*New: the text speaks of training models\. Named with it: /s);
  assert.match(
    (await says(page, `${UNREAD}[data-verdict="alert"] ins`)).join(' '),
    /train our artificial intelligence models/,
  );
  assert.ok(
    (await says(page, `${UNREAD}[data-verdict="alert"] mark`)).some(word =>
      /artificial intelligence/i.test(word),
    ),
  );
  assert.ok(
    (await says(page, `${UNREAD}[data-verdict="alert"] .word`)).some(word =>
      /^training: train/i.test(word),
    ),
  );
  assert.match(
    (await says(page, `${UNREAD}[data-verdict="alert"] [data-dates]`))[0],
    /Announced\. It takes effect on .* \(in 30 days\)/,
  );
  const standing = await page.$eval(`${UNREAD} .standings li`, one => ({
    ...one.dataset,
    text: one.textContent,
  }));
  assert.equal(standing.before, 'denied');
  assert.equal(standing.after, 'none');
  assert.match(standing.text, /not allowed before this change, last seen/);
  const look = await page.$eval(`${UNREAD} [data-key^="look-"]`, link => link.href);
  assert.equal(new URL(look).hostname, 'www.linkedin.com');
  assert.match(
    (await says(page, '#policy .since li'))[0],
    /LinkedIn: seen not allowed on .* Policy changes after that: 1\. The next takes effect/,
  );
  assert.equal(mention.verdict, 'mention');
  assert.equal(mention.level, '1');
  assert.equal(
    await page.$(`${UNREAD}[data-verdict="mention"] .standings`),
    null,
    'a mention asks for nothing',
  );
  await until(
    'the mark on the timeline',
    async () => (await page.$$('#timeline .mark-policy')).length > 0,
  );
}

/** A page that its scripts fill a moment later with that policy. */
const scripted = html => () => {
  const main = html.slice(html.indexOf('<main>'), html.indexOf('</main>') + 7);
  const written = JSON.stringify(main).replaceAll('<', '\\u003c');
  return {
    body:
      '<!doctype html><html lang="en"><title>Policy</title><body><script>setTimeout(() => ' +
      `{ document.body.innerHTML = ${written}; }, 400);</script></body></html>`,
  };
};

const { url } = documents.get('facebook/privacy');

/** A page that needs scripts is read in a tab that the dashboard opens. */
export async function readsInTab(world, policies, page) {
  world.server.route(url, scripted(text('clause-dated', '0.html')));
  const before = policies.requests.length;
  await world.ask({ type: 'policy-follow', platforms: ['facebook'] });
  const capture = '[data-key="capture-facebook/privacy"]';
  await until('the button', () => page.$(capture));
  await page.bringToFront();
  await press(page, capture);
  await until(
    'the first text',
    async () => (await listed(world, 'facebook/privacy')).state === 'first',
    {
      seen: async () => [await listed(world, 'facebook/privacy'), await says(page, '#policy-says')],
    },
  );
  assert.ok(
    !policies.requests.slice(before).some(one => one.url.startsWith('/privacy/policy')),
    'it is never fetched',
  );
  await until(
    'the tab to be closed',
    async () => !(await world.browser.pages()).some(one => one.url() === url),
  );
}

/** A day later the user opens the page: it is read without being asked for. */
async function opens(world, policy, state) {
  aDayLater(world.profile);
  await world.ask({ type: 'policy-state' }); // what a dashboard that is opened asks
  await until('the page to be due', async () =>
    (await world.stored('local', 'policyPages'))?.some(
      one => one.document === 'facebook/privacy' && one.checked < Date.now() - DAY / 2,
    ),
  );
  const visit = await world.visit(url, scripted(policy));
  await until(state, async () => (await listed(world, 'facebook/privacy')).state === state, {
    seen: () => listed(world, 'facebook/privacy'),
  });
  await visit.close();
}

/** It is read again when the user has it open; the log knows nothing of it. */
export async function readsWhenOpen(world, page) {
  const policy = clauseFrom(new Date(Date.now() + 10 * DAY));
  await opens(world, policy, 'waiting');
  await page.bringToFront();
  const item = '#policy [data-part="waiting"] [data-document="facebook/privacy"]';
  await until('it to wait', () => page.$(item), { seen: () => says(page, '#policy') });
  assert.match(
    (await says(page, item))[0],
    /looked different on .* Open it, or have it read now\./,
  );
  assert.ok(await page.$(`${item} [data-key="capture-facebook/privacy"]`), 'reading it is offered');
  await opens(world, policy, 'alert');
  await page.bringToFront();
  await until('it on the dashboard', async () =>
    (await says(page, `${UNREAD}[data-verdict="alert"]`)).some(one => /Facebook/.test(one)),
  );
  assert.deepEqual(
    (await world.history()).filter(entry => entry.platform === 'facebook'),
    [],
  );
}

/** Progress is shown over 30 documents, and cancel ends it. */
export async function cancels(world, policies, page) {
  const many = [
    ...new Set(
      [...documents.values()]
        .filter(one => !one.needs_scripts && one.platform !== 'linkedin')
        .map(one => one.platform),
    ),
  ];
  await world.ask({ type: 'policy-follow', platforms: many });
  let go;
  let hold = new Promise(resolve => {
    go = resolve;
  });
  let count = 0;
  policies.before(() => {
    count += 1;
    return count > 30 ? hold : undefined;
  });
  await until('the button', () => page.$eval('#policy-check', button => !button.disabled));
  await press(page, '#policy-check');
  const meter = () =>
    page.$eval('#policy-meter', one => ({
      value: one.value,
      max: one.max,
      text: one.labels[0].textContent,
    }));
  const late = await until(
    'thirty to be read',
    async () => {
      const now = await meter();
      return now.value >= 30 ? now : null;
    },
    { seen: meter },
  );
  assert.ok(late.max > 30);
  assert.match(late.text, /^Reading \d+ of \d+: \S/);
  const before = await world.stored('local', 'policy');
  await press(page, '#policy-cancel');
  await until(
    'the end',
    async () =>
      !(await page.$('#policy-meter')) && !(await world.stored('session', 'policyProgress')),
  );
  assert.equal(
    (await world.stored('local', 'policy')).checked,
    before.checked,
    'a cancelled check is none',
  );
  policies.before(null);
  go();
  hold = null;
}
