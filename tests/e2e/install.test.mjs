// What installing shows, what the grant gives, where nothing runs, and the interface in a
// right-to-left language.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';
import { URLPattern } from 'urlpattern-polyfill';
import { readRules } from '../server/pages.mjs';
import { grantOnWelcomePage, permissions } from './lib/grant.mjs';
import { pages, steady } from './lib/pick.mjs';
import { popupPage, readPopup } from './lib/popup.mjs';
import { extensionSource } from './lib/profile.mjs';
import { stays, until } from './lib/until.mjs';
import { browsers, useWorld } from './lib/world.mjs';

const full = process.env.OPTOUTLOG_FULL === '1';
const manifest = JSON.parse(await readFile(path.join(extensionSource, 'manifest.json'), 'utf8'));
/** Hosts without the wildcard, as addresses. */
/**
 * What the welcome page asks for: the rules' hosts. Those of policies are asked for where one is to
 * be read.
 */
const ruleHosts = [...new Set((await readRules()).flatMap(({ rule }) => rule.hosts))].sort();
const granted = ruleHosts.map(pattern => pattern.replace('*.', 'www.').replace('/*', ''));
const patterns = (await readRules()).flatMap(({ rule }) =>
  rule.pages.flatMap(page => page.url.map(url => new URLPattern(url))),
);
const isSettingsPage = url => patterns.some(pattern => pattern.test(url));
const plain = () => ({
  body:
    '<!doctype html><html lang="en"><title>Feed</title><h1>Feed</h1><label><input ' +
    'type="checkbox" checked>Use my data for training content creation AI models</label>',
});

for (const name of browsers) {
  describe(`as it is installed, in ${name}`, () => {
    const world = useWorld(name, {
      granted: false,
      routes: granted.map(origin => [`${origin}/feed/`, plain]),
    });

    test('nothing is granted, and the welcome page opens by itself', async () => {
      const now = await permissions(world());
      assert.deepEqual(now.origins, []);
      assert.ok(!now.permissions.includes('nativeMessaging'));
      const open = () =>
        world().probe.evaluate(() =>
          (globalThis.browser ?? globalThis.chrome).extension
            .getViews({ type: 'tab' })
            .map(view => view.location.pathname),
        );
      await until(
        'the welcome page',
        async () => (await open()).includes('/pages/welcome/welcome.html'),
        { seen: open },
      );
    });

    test('without a grant nothing runs on a settings page', async () => {
      const page = steady('linkedin', 'allowed');
      const visit = await world().visit(page.url, page.file);
      await stays(
        'silence',
        async () => (await visit.said()).length === 0 && (await visit.badge()) === '',
        2000,
      );
      await visit.close();
    });

    if (name === 'chromium') {
      test('installing shows no warning', async () => {
        const warnings = await world().probe.evaluate(
          text => chrome.management.getPermissionWarningsByManifest(text),
          JSON.stringify(manifest),
        );
        assert.deepEqual(warnings, []);
        // The measure itself can tell: with the optional ones required there are warnings.
        const all = {
          ...manifest,
          permissions: [...manifest.permissions, ...manifest.optional_permissions],
          host_permissions: manifest.optional_host_permissions,
        };
        assert.ok(
          (
            await world().probe.evaluate(
              text => chrome.management.getPermissionWarningsByManifest(text),
              JSON.stringify(all),
            )
          ).length > 0,
        );
      });
    }

    if (name === 'firefox') {
      test(
        'one real click on the welcome page grants hosts, log and data consent; a tab that was ' +
          'open before is read when it is loaded again',
        async () => {
          const page = steady('linkedin', 'allowed');
          const visit = await world().visit(page.url, page.file);
          const welcome = await grantOnWelcomePage(world());
          const now = await permissions(world());
          assert.deepEqual([...now.origins].sort(), ruleHosts);
          assert.ok(now.permissions.includes('nativeMessaging'));
          assert.deepEqual([...now.data_collection].sort(), ['browsingActivity', 'websiteContent']);
          await visit.page.bringToFront();
          // Nobody watched it before: what was done to the switch there is not known.
          await visit.becomes('unknown');
          await visit.page.reload();
          await visit.becomes('allowed');
          await until('the log', async () =>
            (await world().status()).some(
              line => line.platform === 'linkedin' && line.training === 'allowed',
            ),
          );
          await welcome.close();
          await visit.close();
        },
      );
    }

    test('nothing went wrong on any console', () => {
      assert.deepEqual(world().errors, []);
    });
  });

  describe(`on granted hosts, in ${name}`, () => {
    const world = useWorld(name, { routes: granted.map(origin => [`${origin}/feed/`, plain]) });

    test(
      'no message is sent from pages that are no settings pages, and nothing but the boot ' +
        'script runs there',
      async () => {
        // the normal run visits every fourth
        for (const origin of granted.filter((_origin, n) => full || n % 4 === 0)) {
          const visit = await world().visit(`${origin}/feed/`);
          await visit.page.evaluate(() => history.pushState(null, '', '/feed/?page=2'));
          // Where a setting is a dialog without an address, every address of the app is one of its
          // pages; a
          // verdict is still none.
          const silent = isSettingsPage(`${origin}/feed/`)
            ? ({ type }) => type === 'page'
            : () => false;
          await stays(`silence on ${origin}`, async () => (await visit.said()).every(silent), 1000);
          assert.equal(await visit.badge(), '');
          assert.deepEqual((await visit.state())?.readings ?? [], []);
          await visit.close();
        }
        assert.ok(
          granted.filter(origin => !isSettingsPage(`${origin}/feed/`)).length > granted.length / 2,
        );
      },
    );

    test('nothing of ours is in a page, and no file of ours can be asked for by it', async () => {
      const page = steady('linkedin', 'allowed');
      const visit = await world().visit(page.url, page.file);
      await visit.becomes('allowed');
      const seen = await visit.page.evaluate(async origin => {
        const found = [];
        for (const file of [
          'manifest.json',
          'icons/icon.svg',
          'content/run.js',
          'pages/popup/popup.html',
        ]) {
          try {
            await fetch(`${origin}/${file}`);
            found.push(file);
          } catch {
            /* refused */
          }
        }
        return {
          found,
          ours: Object.keys(globalThis).filter(key => /optout/i.test(key)),
          html: document.documentElement.outerHTML,
        };
      }, world().driver.origin);
      assert.deepEqual(seen.found, []);
      assert.deepEqual(seen.ours, []);
      assert.doesNotMatch(seen.html, /optoutlog/i);
      await visit.close();
    });

    test('going on within the app clears the verdict, and coming back reads again', async () => {
      const page = steady('linkedin', 'denied');
      const visit = await world().visit(page.url, page.file);
      await visit.becomes('denied');
      await visit.page.evaluate(() => history.pushState(null, '', '/feed/'));
      await until(
        'the badge to go',
        async () => (await visit.badge()) === '' && (await visit.state()) === null,
        { seen: () => visit.account() },
      );
      await visit.page.evaluate(to => history.pushState(null, '', to), new URL(page.url).pathname);
      await visit.becomes('denied');
      await until('the badge to come back', async () => (await visit.badge()) === 'OFF');
      await visit.close();
    });

    test('no address in the log carries a query', async () => {
      const page = steady('linkedin', 'allowed');
      const visit = await world().visit(
        `${page.url}${page.url.includes('?') ? '&' : '?'}token=secret-of-mine`,
        page.file,
      );
      await visit.becomes('allowed');
      const entries = await until('the entry', async () => {
        const all = await world().history();
        return all[0]?.training === 'allowed' ? all : null;
      });
      assert.doesNotMatch(JSON.stringify(entries), /secret-of-mine|[?]token/);
      await visit.close();
    });

    test('every platform of the rules is reached under its real address', () => {
      assert.ok(
        pages.every(page => new URL(page.url).port === ''),
        'a port in an address would match no rule',
      );
    });
  });

  describe(`in Arabic, in ${name}`, () => {
    const world = useWorld(name, { locale: 'ar' });

    test('popup, dashboard and welcome page are Arabic and run from right to left', async () => {
      const page = steady('linkedin', 'allowed');
      const visit = await world().visit(page.url, page.file);
      await visit.becomes('allowed');
      const popup = await popupPage(visit);
      assert.match((await readPopup(popup)).sentence, /[\u0600-\u06ff]/);
      for (const opened of [
        popup,
        await world().extensionPage('pages/dashboard/dashboard.html'),
        await world().extensionPage('pages/welcome/welcome.html'),
      ]) {
        await until('the page to be translated', () =>
          opened.evaluate(() => /[\u0600-\u06ff]/.test(document.body.innerText)),
        );
        const { dir, lang } = await opened.evaluate(() => ({
          dir: getComputedStyle(document.documentElement).direction,
          lang: document.documentElement.lang,
        }));
        assert.equal(dir, 'rtl', opened.url());
        assert.equal(lang, 'ar', opened.url());
        await opened.close();
      }
      await visit.close();
    });

    test('nothing went wrong on any console', () => {
      assert.deepEqual(world().errors, []);
    });
  });
}
