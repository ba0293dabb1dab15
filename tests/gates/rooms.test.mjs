// Who may know whom. Each folder of the host is a room, and includes only from itself and from the
// rooms that it names here; nothing goes upward, and so there is no circle. docs/ARCHITECTURE.md
// has the drawing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Room -> the rooms that it may include from. */
export const KNOWS = {
  base: [],
  frame: ['base'],
  record: ['base'],
  service: ['base', 'frame', 'record'],
  'policy/text': ['base'],
  'policy/judge': ['base', 'policy/text'],
  'policy/stamp': ['base', 'policy/text'],
  'policy/witness': ['base', 'policy/text'],
  'policy/watch': [
    'base',
    'frame',
    'policy/text',
    'policy/judge',
    'policy/stamp',
    'policy/witness',
  ],
  bundle: ['base', 'record', 'policy/stamp'],
  'install/system': ['base'],
  'install/register': ['base', 'install/system'],
  'install/doctor': ['base', 'install/system', 'install/register'],
  cli: [
    'base',
    'record',
    'service',
    'policy/stamp',
    'bundle',
    'install/register',
    'install/doctor',
    'install/system',
  ],
  'cli/policy': [
    'base',
    'service',
    'cli',
    'policy/text',
    'policy/judge',
    'policy/watch',
    'install/system',
  ],
};

const roomOf = file => path.posix.dirname(file);

/**
 * @param {{ file: string, text: string }[]} files `file` from host/ on
 * @returns {string[]} what is not allowed
 */
export function wrong(files) {
  return files.flatMap(({ file, text }) => {
    const room = roomOf(file);
    if (!(room in KNOWS)) return [`${file}: host/${room} is no room`];
    return [...text.matchAll(/^#include "([^"]+)"/gm)].flatMap(([, header]) => {
      const from = roomOf(header);
      if (from === '.') return []; // generated: version.h, ids.h
      if (!existsSync(path.join(root, 'host', header))) return [`${file}: ${header} is not there`];
      return from === room || KNOWS[room].includes(from)
        ? []
        : [`${file}: ${room} does not know ${from} (${header})`];
    });
  });
}

const files = execFileSync('git', ['ls-files', 'host/*.cpp', 'host/*.h', 'host/*.in'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean)
  .filter(file => existsSync(path.join(root, file)))
  .map(file => ({
    file: file.slice('host/'.length),
    text: readFileSync(path.join(root, file), 'utf8'),
  }));

test('no room includes from one that it does not know', () => {
  assert.ok(files.length > 150);
  assert.deepEqual(wrong(files), []);
});

test('an include upward is found, and so is a room that nobody drew', () => {
  assert.deepEqual(wrong([{ file: 'base/clock.cpp', text: '#include "service/says.h"\n' }]), [
    'base/clock.cpp: base does not know service (service/says.h)',
  ]);
  assert.deepEqual(wrong([{ file: 'attic/old.cpp', text: '' }]), [
    'attic/old.cpp: host/attic is no room',
  ]);
});

test('the drawing has no circle', () => {
  const below = (room, above = []) => {
    assert.ok(!above.includes(room), `${[...above, room].join(' → ')}`);
    for (const next of KNOWS[room]) below(next, [...above, room]);
  };
  for (const room of Object.keys(KNOWS)) below(room);
});
