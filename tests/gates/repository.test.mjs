// What must hold for the repository as a whole, whatever part of it changes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { knownText } from '../../scripts/lib-known.mjs';
import { readNone, readRules } from '../../scripts/lib-rules.mjs';
import { platformsText } from '../../scripts/make-platforms.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = file => readFileSync(path.join(root, file), 'utf8');
const tracked = () =>
  execFileSync('git', ['ls-files', '-z'], { cwd: root }).toString().split('\0').filter(Boolean);

test('the lockfile names no address that a package was fetched from', () => {
  const lock = JSON.parse(read('package-lock.json'));
  const named = Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined)
    .map(([name]) => name);
  assert.deepEqual(named, []);
  const unpinned = Object.entries(lock.packages)
    .filter(([name, entry]) => name !== '' && !entry.link && !entry.integrity && !entry.inBundle)
    .map(([name]) => name);
  assert.deepEqual(unpinned, [], 'every package carries its digest');
});

test('development packages are pinned exactly and the extension depends on none', () => {
  const manifest = JSON.parse(read('package.json'));
  for (const [name, version] of Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  }))
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
  // what setup.sh fetches for its demonstration; the extension ships neither this nor any other
  assert.deepEqual(Object.keys(manifest.dependencies), ['puppeteer-core']);
  assert.equal(manifest.private, true);
});

test('the version is the same everywhere it is written', () => {
  const version = /project\(optoutlog VERSION ([\d.]+)/.exec(read('CMakeLists.txt'))[1];
  assert.equal(JSON.parse(read('package.json')).version, version);
  assert.equal(JSON.parse(read('extension/manifest.json')).version, version);
});

test('no tracked file names a folder of the machine it was written on', () => {
  const prefixes = ['work', 'farm'].map(name => `/${name}/`);
  const pattern = new RegExp(`(^|[^A-Za-z0-9_.~$}-])(${prefixes.join('|')})[a-z]`);
  const hits = tracked()
    .filter(
      file =>
        /\.(m?js|json|md|sh|cpp|h|c|py|txt|cmake|html|css|ya?ml)$/.test(file) &&
        existsSync(path.join(root, file)),
    )
    .flatMap(file =>
      read(file)
        .split('\n')
        .map((line, at) => ({ file, at: at + 1, line }))
        .filter(({ line }) => pattern.test(line)),
    );
  assert.deepEqual(
    hits.map(({ file, at, line }) => `${file}:${at}: ${line.trim().slice(0, 120)}`),
    [],
  );
});

test('a required permission of the extension is never added by accident', () => {
  const manifest = JSON.parse(read('extension/manifest.json'));
  // A required permission added later disables the extension for everybody until they approve
  // again,
  // where browsers warn of it. activeTab has no warning: it is the page on which the user opened
  // the
  // popup, and only while they are on it.
  assert.deepEqual([...manifest.permissions].sort(), [
    'activeTab',
    'alarms',
    'scripting',
    'storage',
  ]);
  assert.equal(manifest.host_permissions, undefined);
  assert.equal(manifest.content_scripts, undefined);
  assert.equal(manifest.web_accessible_resources, undefined, 'sites probe for extensions');
  assert.equal(manifest.incognito, 'not_allowed');
});

test('the extension ships only what runs: no packages, no minified or generated code', () => {
  const shipped = tracked().filter(file => file.startsWith('extension/'));
  const strange = shipped.filter(
    file => !/\.(js|json|html|css|png|svg)$/.test(file) && !file.endsWith('.d.ts'),
  );
  assert.deepEqual(strange, []);
  // a paragraph of a letter is long; a minified file's lines are much longer
  const long = shipped.filter(
    file =>
      file.endsWith('.js') &&
      existsSync(path.join(root, file)) &&
      read(file)
        .split('\n')
        .some(line => line.length > 800) &&
      !file.startsWith('extension/content/routes/'),
  );
  assert.deepEqual(long, []);
});

// Every page of a granted platform pays for boot.js and the platform's routes; the engine is read
// on settings pages only, where 320 KB of readable source (comments included) is the price of one
// format for every kind of control, of asking whether what is drawn is stored, and of knowing a
// negation in forty languages (lexicon-*.js: 45 KB).
test(
  'content scripts stay within their budgets',
  { skip: !existsSync(path.join(root, 'extension/content/boot.js')) },
  () => {
    const content = path.join(root, 'extension/content');
    // what is left without indentation and comments: what a page has to hold
    const size = file =>
      readFileSync(path.join(content, file), 'utf8').replace(/^\s*(?:\/\/.*|\/?\*.*)?/gm, '')
        .length;
    assert.ok(size('boot.js') <= 3 * 1024, `boot.js has ${size('boot.js')} bytes`);
    const all = readdirSync(content)
      .filter(name => name.endsWith('.js'))
      .reduce((sum, name) => sum + size(name), 0);
    assert.ok(all <= 320 * 1024, `the content scripts have ${all} bytes in all`);
  },
);

test('the tables of platforms are what the rules say', () => {
  const { platforms, without } = JSON.parse(read('extension/rules/index.json'));
  assert.equal(
    read('docs/platforms.md'),
    platformsText(platforms, without),
    'run: node scripts/make-platforms.mjs',
  );
});

test('what the programs know of the platforms is what the rules say', () => {
  assert.ok(
    read('host/service/known.inc') === knownText(readRules(), readNone()),
    'run: node scripts/make-routes.mjs',
  );
  // Nine platforms' settings are about others: a sentence with the platform as the one who trains
  // would be false.
  const others = [
    ...read('host/service/known.inc').matchAll(/^ {4}\{"([a-z0-9-]+)", "[^"]*", "[^"]*", true, /gm),
  ].map(([, id]) => id);
  assert.deepEqual(
    others,
    readRules()
      .filter(({ rule }) => rule.trainers === 'others')
      .map(({ rule }) => rule.id),
  );
});

test('shell scripts are sound bash', () => {
  const scripts = tracked().filter(
    file =>
      existsSync(path.join(root, file)) &&
      /^#!.*\bbash\b/.test(readFileSync(path.join(root, file), 'utf8').slice(0, 40)),
  );
  assert.ok(scripts.length > 0);
  for (const file of scripts) execFileSync('bash', ['-n', path.join(root, file)]);
});
