// Reads many pages at a time with the real content scripts in a real browser: one tab, a grid of
// frames, in each a page under its platform's real address, and the engine in the extension's own
// world. No background and no host: what is tested is engine and DOM. The frames' parent lies on
// another host, so that a frame is as alone as a tab would be.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ENGINE_FILES } from '../../../extension/shared/engine-files.js';
import { startServer } from '../../server/server.mjs';
import * as chromium from './chromium.mjs';
import * as firefox from './firefox.mjs';
import { extensionSource, makeProfile, root } from './profile.mjs';
import { until } from './until.mjs';

const PARENT = 'https://frames.optoutlog.test/';
const SLOTS = Number(process.env.OPTOUTLOG_SLOTS ?? 20);

/**
 * The reader extension: the product's content files and key, a page that listens, and every
 * address.
 * @param {string} target
 */
async function makeExtension(target) {
  const own = path.join(root, 'tests/e2e/lib/reader');
  await mkdir(target, { recursive: true });
  await cp(path.join(extensionSource, 'content'), path.join(target, 'content'), {
    recursive: true,
  });
  for (const file of ['start.js', 'reader.js'])
    await cp(path.join(own, file), path.join(target, file));
  await writeFile(
    path.join(target, 'reader.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>reader</title><script ' +
      'src="reader.js"></script>',
  );
  const { manifest_version, version, key, browser_specific_settings } = JSON.parse(
    await readFile(path.join(extensionSource, 'manifest.json'), 'utf8'),
  );
  await writeFile(
    path.join(target, 'manifest.json'),
    JSON.stringify({
      manifest_version,
      version,
      key,
      browser_specific_settings,
      name: 'reader',
      permissions: ['scripting'],
      host_permissions: ['https://*/*'],
    }),
  );
}

/**
 * What the parent page can do: a frame per number, filled by a POST that says which page is meant.
 */
const PARENT_HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>frames</title>
<style>
body { margin: 0; display: grid; grid-template-columns: repeat(10, 1fr); grid-auto-rows: 98px }
iframe { border: 0; width: 100%; height: 100% }
form { display: none }
</style>
<body><script>
globalThis.show = (id, url) => {
  const frame = document.createElement('iframe');
  frame.name = 'page-' + id;
  document.body.append(frame);
  const form = document.createElement('form');
  Object.assign(form, { method: 'post', action: url, target: frame.name });
  const field = Object.assign(document.createElement('input'), { name: 'page', value: id });
  form.append(field);
  document.body.append(form);
  form.submit();
  form.remove();
};
globalThis.drop = (id) => document.querySelector('iframe[name=page-' + id + ']').remove();
</script></body></html>`;

export class Reader {
  /** @param {'chromium'|'firefox'} name @param {string[]} urls every address that will be read */
  static async open(name, urls) {
    const reader = new Reader();
    reader.pages = new Map();
    reader.server = await startServer();
    reader.profile = await makeProfile();
    const page = ({ body }) => ({
      body: reader.pages.get(Number(new URLSearchParams(body).get('page'))),
    });
    for (const url of urls) reader.server.route(url, page);
    reader.server.route(PARENT, () => ({ body: PARENT_HTML }));
    try {
      await makeExtension(reader.profile.extension);
      reader.driver = await { chromium, firefox }[name].launch({
        profile: reader.profile,
        server: reader.server,
      });
      reader.listener = await reader.driver.extensionPage('reader.html');
      await until('the reader page to be ready', () =>
        reader.listener.evaluate(() => !!globalThis.reader),
      );
      await reader.listener.evaluate(
        files => globalThis.reader.listen(files),
        [...ENGINE_FILES, 'start.js'],
      );
      reader.parent = await reader.driver.browser.newPage();
      await reader.parent.goto(PARENT);
      await reader.parent.bringToFront();
    } catch (error) {
      await reader.close();
      throw error;
    }
    return reader;
  }

  /**
   * Reads every case, and hands each to `done` with the readings in their order (null: the engine
   * never came to an end there).
   * @param {Iterable<{rule: any, url: string, html: string}>} cases
   * @param {(it: any, readings: any[]|null, observers: number) => void} done observers: that the
   *   engine has left alive
   */
  async read(cases, done) {
    const waiting = cases[Symbol.iterator]();
    const open = new Map();
    const known = new Set();
    let last = 0;
    for (let more = true; more || open.size;) {
      const opening = [];
      while (more && open.size < SLOTS) {
        const { value: it, done: end } = waiting.next();
        if (end) {
          more = false;
          break;
        }
        if (!known.has(it.rule.id))
          await this.listener.evaluate(rule => globalThis.reader.know(rule), it.rule);
        known.add(it.rule.id);
        open.set(++last, it);
        this.pages.set(last, it.html);
        opening.push([last, it.rule.id, it.url]);
        // a few at a time: all at once would load, and then all at once settle
        if (opening.length === 10) break;
      }
      if (opening.length) {
        await this.listener.evaluate(list => {
          for (const [id, rule] of list) globalThis.reader.open(id, rule);
        }, opening);
        await this.parent.evaluate(list => {
          for (const [id, , url] of list) globalThis.show(id, url);
        }, opening);
      }
      await new Promise(resolve => {
        setTimeout(resolve, 200);
      });
      const taken = await this.listener.evaluate(() => globalThis.reader.take());
      if (taken.length)
        await this.parent.evaluate(
          ids => {
            for (const id of ids) globalThis.drop(id);
          },
          taken.map(({ id }) => id),
        );
      for (const { id, said, done: whole, observers } of taken) {
        done(open.get(id), whole ? said : null, observers);
        open.delete(id);
        this.pages.delete(id);
      }
    }
  }

  async close() {
    await this.driver?.browser.close().catch(() => undefined);
    await this.server.close();
    await this.profile.remove();
  }
}
