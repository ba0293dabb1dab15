// Who may know whom in the extension. Each folder is a room, and imports only from itself and from
// the rooms that it names here; nothing goes upward, and so there is no circle.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const BACKGROUND = ['ground', 'tab', 'log', 'own', 'alert', 'round', 'watch'].map(
  at => `background/${at}`,
);
const DASHBOARD = ['ground', 'log', 'file', 'fact', 'letters', 'own', 'policy'].map(
  at => `pages/dashboard/${at}`,
);

/** Room -> the rooms that it may import from. */
export const KNOWS = {
  shared: [],
  content: ['shared'], // types alone: its scripts are classic ones
  'content/routes': [],
  'content/point': [],
  'content/sample': [],
  background: ['shared', ...BACKGROUND],
  'background/ground': ['shared'],
  'background/tab': ['shared', 'background/ground'],
  'background/log': ['shared', 'background/ground'],
  'background/own': ['shared', 'background/ground', 'background/tab'],
  'background/alert': ['shared', 'background/ground', 'background/log'],
  'background/round': ['shared', 'background/ground', 'background/tab'],
  'background/watch': ['shared', 'background/ground'],
  'pages/popup': ['shared'],
  'pages/welcome': ['shared'],
  'pages/dashboard': ['shared', ...DASHBOARD],
  'pages/dashboard/ground': ['shared'],
  'pages/dashboard/log': ['shared', 'pages/dashboard/ground'],
  'pages/dashboard/file': ['shared', 'pages/dashboard/ground'],
  'pages/dashboard/fact': ['shared', 'pages/dashboard/ground', 'pages/dashboard/log'],
  'pages/dashboard/letters': ['shared', 'pages/dashboard/log'],
  'pages/dashboard/own': ['shared', 'pages/dashboard/ground'],
  'pages/dashboard/policy': ['shared'],
};

const roomOf = file => path.posix.dirname(file);

const IMPORT = /(?<!['"])\b(?:from|import\s*\(?|<reference path=)\s*(['"])(.+?)\1/g;

/** What a file imports: modules, and types in comments. @param {string} text */
const importsOf = text => [...text.matchAll(IMPORT)].map(([, , name]) => name);

/**
 * @param {{ file: string, text: string }[]} files `file` from extension/
 * @returns {string[]} what is not allowed
 */
export function wrong(files) {
  return files.flatMap(({ file, text }) => {
    const room = roomOf(file);
    if (!(room in KNOWS)) return [`${file}: extension/${room} is no room`];
    return importsOf(text).flatMap(name => {
      if (!name.startsWith('.')) return [`${file}: ${name} is no file of ours`];
      const there = path.posix.join(room, name);
      const is = existsSync(path.join(root, 'extension', there));
      if (!is) return [`${file}: ${name} is not there`];
      const from = roomOf(there);
      const known = from === room || KNOWS[room].includes(from);
      return known ? [] : [`${file}: ${room} does not know ${from} (${name})`];
    });
  });
}

/** @param {{ file: string, text: string }[]} files @returns {string[]} circles of files */
export function circles(files) {
  const next = new Map(
    files.map(({ file, text }) => [
      file,
      importsOf(text).map(name => path.posix.join(roomOf(file), name)),
    ]),
  );
  const done = new Set();
  const found = [];
  const walk = (file, above) => {
    if (above.includes(file)) found.push([...above.slice(above.indexOf(file)), file].join(' → '));
    if (above.includes(file) || done.has(file)) return;
    for (const one of next.get(file) ?? []) walk(one, [...above, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

const tracked = execFileSync('git', ['ls-files', 'extension'], { cwd: root, encoding: 'utf8' });
const files = tracked
  .split('\n')
  .filter(file => /\.(js|d\.ts)$/.test(file) && existsSync(path.join(root, file)))
  .map(file => ({
    file: file.slice('extension/'.length),
    text: readFileSync(path.join(root, file), 'utf8'),
  }));

test('no room imports from one that it does not know', () => {
  assert.ok(files.length > 150);
  assert.deepEqual(wrong(files), []);
});

test('every room has files, and knows only rooms that it imports from', () => {
  for (const [room, known] of Object.entries(KNOWS)) {
    const own = files.filter(({ file }) => roomOf(file) === room);
    assert.ok(own.length > 0, room);
    const used = new Set(
      own.flatMap(({ text }) => importsOf(text)).map(name => roomOf(path.posix.join(room, name))),
    );
    assert.deepEqual(
      known.filter(one => !used.has(one)),
      [],
      room,
    );
  }
});

test('an import upward is found, in code and in a comment, and so is a room nobody drew', () => {
  const store = 'background/ground/store.js';
  for (const [file, text, says] of [
    [
      store,
      "import { ask } from '../log/host.js';",
      'background/ground does not know background/log (../log/host.js)',
    ],
    [
      store,
      "export * from '../main.js';",
      'background/ground does not know background (../main.js)',
    ],
    [
      'shared/dom.js',
      "/** @import { Row } from '../pages/dashboard/log/rows.js' */",
      'shared does not know pages/dashboard/log (../pages/dashboard/log/rows.js)',
    ],
    [
      'pages/popup/popup.js',
      "await import('../../background/main.js');",
      'pages/popup does not know background (../../background/main.js)',
    ],
    [store, "import '../ground/attic.js';", '../ground/attic.js is not there'],
    ['background/attic/old.js', '', 'extension/background/attic is no room'],
  ])
    assert.deepEqual(wrong([{ file, text }]), [`${file}: ${says}`]);
});

test('no circle of rooms, and none of files', () => {
  const below = (room, above = []) => {
    assert.ok(!above.includes(room), `${[...above, room].join(' → ')}`);
    for (const next of KNOWS[room]) below(next, [...above, room]);
  };
  for (const room of Object.keys(KNOWS)) below(room);
  const code = files.map(({ file, text }) => ({
    file,
    text: text.replace(/\/\*[\s\S]*?\*\//g, ''),
  })); // types may name one another
  assert.deepEqual(circles(code), []);
  assert.deepEqual(
    circles([
      { file: 'shared/one.js', text: "import './two.js';" },
      { file: 'shared/two.js', text: "import './one.js';" },
    ]),
    ['shared/one.js → shared/two.js → shared/one.js'],
  );
});
