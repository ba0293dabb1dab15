// The run in time: what is said of a page as it loaded, when, how often, and that nothing stays
// behind. What changes afterwards: changes.test.mjs.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib-rules.mjs';
import { ENGINE_FILES } from '../../extension/shared/engine-files.js';
import { openPage } from './lib/page.mjs';
import { html, LINKEDIN, linkedin, ruleOf, states } from './lib/run.mjs';

test('a plain page: read as loaded in 5 s, said once, however long it is looked at', async () => {
  const page = await linkedin('on.html');
  page.start();
  await page.clock.advance(3500);
  assert.deepEqual(states(page), [], 'a default may still be drawn');
  await page.clock.advance(1500);
  assert.deepEqual(states(page), ['allowed']);
  assert.equal(page.last().how, 'loaded');
  await page.clock.advance(60000);
  assert.equal(page.readings().length, 1);
});

test('a late control: a verdict within 5 s of its arrival', async () => {
  const page = await linkedin('late.html');
  page.start();
  await page.clock.advance(2900 + 5000);
  assert.deepEqual(states(page), ['allowed']);
});

test('a control that comes when the time is up still gets its verdict', async () => {
  const late = html('linkedin', 'late.html').replace('2900', '7900');
  const page = await openPage({ html: late, url: LINKEDIN, rule: ruleOf('linkedin') });
  page.start();
  await page.clock.advance(7900 + 6000);
  assert.equal(states(page).at(-1), 'allowed');
});

test(
  'a switch drawn in its default state and corrected within three seconds is said once, as ' +
    'corrected',
  async () => {
    for (const ms of [500, 2000, 3800]) {
      const page = await openPage({
        html: html('linkedin', 'off.html').replace(
          '</body>',
          `<script>setTimeout(() => { document.querySelector('input').checked = true; }, ` +
            `${ms});</script></body>`,
        ),
        url: LINKEDIN,
        rule: ruleOf('linkedin'),
      });
      page.start();
      await page.clock.advance(15000);
      assert.deepEqual(states(page), ['allowed'], `${ms} ms`);
      page.close();
    }
  },
);

test('while the region is busy nothing is said, however long, and then the truth', async () => {
  const signs = [
    '<span class="spinner"></span>',
    '<span role="progressbar"></span>',
    '<p role="status">Wird geladen…</p>',
    '<i aria-busy="true">.</i>',
    '<div class="css-skeleton">.</div>',
  ];
  for (const sign of signs) {
    for (const ms of sign === signs[0] ? [5000, 20000] : [6000]) {
      const busy = html('linkedin', 'off.html')
        .replace('</section>', `<b id="w">${sign}</b></section>`)
        .replace(
          '</body>',
          `<script>setTimeout(() => { document.querySelector('input').checked = true; ` +
            `document.querySelector('#w').remove(); }, ${ms});</script></body>`,
        );
      const page = await openPage({ html: busy, url: LINKEDIN, rule: ruleOf('linkedin') });
      page.start();
      await page.clock.advance(ms + 9000);
      assert.deepEqual(
        states(page).filter(training => training !== 'unknown'),
        ['allowed'],
        `${sign} ${ms} ms`,
      );
      page.close();
    }
  }
});

test('a page without the control: a reason after 8 s, once', async () => {
  const page = await linkedin('absent.html');
  page.start();
  await page.clock.advance(60000);
  assert.deepEqual(states(page), ['unknown']);
});

test('no observer is ever made', async () => {
  const page = await linkedin('on.html');
  let made = 0;
  const Real = page.window.MutationObserver;
  page.window.MutationObserver = class extends Real {
    constructor(run) {
      super(run);
      made++;
    }
  };
  page.start();
  await page.clock.advance(10000);
  page.click('input');
  await page.clock.advance(20000);
  assert.equal(made, 0);
});

test('a second injection and a second start change nothing', async () => {
  const page = await linkedin('on.html');
  page.start();
  await page.clock.advance(5000);
  page.start();
  await page.clock.advance(5000);
  assert.equal(page.readings().length, 1);
  assert.ok(Object.isFrozen(page.window.OptOutLog));
});

test('stop and start say the same again', async () => {
  const page = await linkedin('on.html');
  page.start();
  await page.clock.advance(5000);
  page.window.OptOutLog.run.stop();
  page.start();
  await page.clock.advance(5000);
  assert.equal(page.readings().length, 2);
});

test('leaving the page inside the app ends the run', async () => {
  const page = await linkedin('on.html');
  page.start();
  await page.clock.advance(5500);
  page.navigate('/feed/');
  await page.clock.advance(5000);
  page.click('input');
  await page.clock.advance(20000);
  assert.equal(page.readings().length, 1);
  assert.equal(page.clock.pending(), 0);
});

test('an orphan falls silent', async () => {
  const page = await linkedin('on.html');
  page.inject();
  const api = page.window.OptOutLog.api ?? {};
  assert.equal(api.runtime?.id, undefined);
  page.window.OptOutLog.run.start(ruleOf('linkedin'));
  await page.clock.advance(20000);
  assert.equal(page.messages.length, 0);
  assert.equal(page.clock.pending(), 0);
});

test('a reading keeps to its bounds and carries no page text beyond the label', async () => {
  const page = await linkedin('on.html');
  page.start();
  await page.clock.advance(5000);
  const { reading, type, v, platform, rev } = page.readings()[0];
  assert.deepEqual(
    { type: 'reading', v: 1, platform: 'linkedin', rev: ruleOf('linkedin').rev },
    { type, v, platform, rev },
  );
  assert.equal(reading.route, '/mypreferences/d/settings/data-for-ai-improvement');
  assert.equal(reading.how, 'loaded');
  assert.deepEqual(Object.keys(reading.detail.report).sort(), [
    'cost',
    'deep',
    'element',
    'lang',
    'meant',
    'readers',
    'tried',
  ]);
  assert.ok(!JSON.stringify(reading.detail).includes('affiliates'));
  assert.match(reading.at, /^2026-.*Z$/);
});

test('boot says page and left, and nothing elsewhere', async () => {
  const page = await linkedin(
    'list.html',
    'https://www.linkedin.com/mypreferences/d/categories/privacy',
  );
  const sent = [];
  const api = {
    runtime: {
      id: 'x',
      sendMessage: m => {
        sent.push(m.type);
        return Promise.resolve();
      },
    },
  };
  const rule = ruleOf('linkedin');
  page.runBoot(
    { platform: 'linkedin', pages: rule.pages.map(({ id, url }) => ({ id, url })) },
    api,
  );
  assert.deepEqual(sent, []);
  page.navigate('/mypreferences/d/settings/data-for-ai-improvement');
  page.navigate('/mypreferences/d/settings/data-for-ai-improvement?trk=1');
  page.navigate('/feed/');
  page.navigate('/feed/2');
  assert.deepEqual(sent, ['page', 'left']);
  delete api.runtime.id;
  page.navigate('/mypreferences/d/settings/data-for-ai-improvement');
  assert.deepEqual(sent, ['page', 'left'], 'an orphan is silent');
});

test('every engine file is there', () => {
  const there = readdirSync(join(root, 'extension/content'))
    .filter(name => name.endsWith('.js') && !/^(?:boot|own-routes)\.js$/.test(name))
    .map(name => `content/${name}`);
  assert.deepEqual([...ENGINE_FILES].sort(), there.sort());
});

test('a page with two switches is not "not allowed" before the second was read', async () => {
  const voice = '<div class="flex flex-row items-center"><div class="flex flex-col">';
  const late = html('copilot', 'off.html')
    .replace(new RegExp(`${voice}<span id="training-voice".*`), '<div id="late"></div>')
    .replace(
      '</body>',
      '<script>const row = document.createElement("div"); row.innerHTML = \'<span ' +
        'id="training-voice">Model training on voice</span><button type="button" role="switch" ' +
        'aria-checked="true" data-state="checked" aria-labelledby="training-voice"></button>\';' +
        ' setTimeout(() => document.querySelector("#late").append(row), 7000);</script></body>',
    );
  const page = await openPage({
    html: late,
    url: 'https://copilot.microsoft.com/',
    rule: ruleOf('copilot'),
  });
  page.start();
  await page.clock.advance(5000);
  assert.deepEqual(
    page.readings().map(m => [m.reading.control, m.reading.training, m.wait]),
    [['training-text', 'denied', true]],
  );
  await page.clock.advance(30000);
  const said = page
    .readings()
    .slice(1)
    .map(m => [m.reading.control, m.reading.training, m.wait]);
  assert.deepEqual(said, [
    ['training-voice', 'allowed', undefined],
    ['training-text', 'denied', undefined],
  ]);
});

test('back from the back-forward cache: what is drawn may be old, and says so', async () => {
  const page = await linkedin('off.html');
  page.start();
  await page.clock.advance(10000);
  assert.deepEqual(states(page), ['denied']);
  page.window.dispatchEvent(new page.window.PageTransitionEvent('pageshow', { persisted: true }));
  await page.clock.advance(10000);
  assert.deepEqual(states(page), ['denied', 'unknown']);
  assert.equal(page.last().again, 'restored');
});

test('a document of more than ten minutes gives no new reading', async () => {
  const page = await linkedin('off.html');
  await page.clock.advance(601000);
  page.start();
  await page.clock.advance(30000);
  assert.deepEqual(states(page), ['unknown']);
  assert.equal(page.last().again, 'old');
});

test('away and back before anything was read there: it is said again', async () => {
  const page = await linkedin('off.html');
  page.start();
  await page.clock.advance(10000);
  page.navigate('?other');
  page.navigate(LINKEDIN);
  await page.clock.advance(10000);
  assert.equal(page.messages.at(-1).type, 'reading', 'a page that settles must end settled');
});
