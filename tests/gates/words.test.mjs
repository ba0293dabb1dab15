// One vocabulary: words.json. What is made from it is what it says, and every other copy says the
// same. A word that is changed in words.json alone is found at each place where it stands.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readWords } from '../../scripts/lib-words.mjs';
import { unwrapped } from './papers.mjs';
import { disagreements, found, loneWords } from './words-check.mjs';
import { BOUNDS, SLUGS } from './words-numbers.mjs';
import { PLACES } from './words-places.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rooms = [
  'extension',
  'host',
  'scripts',
  'docs',
  'tests/behaviour/*.mjs',
  'tests/pages/README.md',
  'tests/protocol/cases/303-platform.json',
];
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...rooms], {
  cwd: root,
  encoding: 'utf8',
}).split('\n');
const files = new Map(
  [...new Set(listed)]
    .filter(file => /\.(?:m?js|ts|json|md|cpp|h|1)$/.test(file))
    .filter(file => existsSync(path.join(root, file)))
    .map(file => [file, readFileSync(path.join(root, file), 'utf8')])
    .map(([file, text]) => [file, file.endsWith('.md') ? unwrapped(text) : text]),
);
const words = readWords();

test('every copy of a word, a bound, the slug and an error says what words.json says', () => {
  assert.deepEqual(disagreements(words, files), []);
});

/** What is told of words.json with something changed in memory. */
function told(change) {
  const copy = structuredClone(words);
  change(copy);
  return disagreements(copy, files);
}
const begins = (list, start) => list.some(one => one.startsWith(start));

test('a word that is changed in words.json alone is told at each place where it stands', () => {
  const lone = [...loneWords(files)];
  for (const [list, { words: its }] of Object.entries(words.lists)) {
    its.forEach((word, at) => {
      const says = told(copy => {
        copy.lists[list].words[at] = `${word}-too`;
      });
      const expect = start => assert.ok(begins(says, start), `${list}, ${word}: ${start}`);
      expect('host/base/words.h');
      for (const one of PLACES.filter(({ lists }) => lists.includes(list))) {
        for (const { file, words: read } of found(files, one)) {
          if (one.whole || read.includes(word)) expect(`${file}: ${one.name}`);
        }
      }
      const has = other => other !== list && words.lists[other].words.includes(word);
      for (const one of lone.filter(two => two.word === word && two.lists.includes(list))) {
        if (!one.lists.some(has)) expect(`${one.file}: ${one.whole}`);
      }
    });
  }
});

test('a word that is added to words.json alone is told by each whole copy of the list', () => {
  for (const list of Object.keys(words.lists)) {
    const says = told(copy => {
      copy.lists[list].words.push('unheard-of');
    });
    for (const one of PLACES.filter(({ whole, lists }) => whole && lists.includes(list))) {
      for (const { file } of found(files, one)) {
        assert.ok(begins(says, `${file}: ${one.name}`), `${list}: ${file}: ${one.name}`);
      }
    }
  }
});

test('every list has a place besides what is made from it', () => {
  const placed = new Set(PLACES.flatMap(({ lists }) => lists));
  assert.deepEqual(
    Object.keys(words.lists).filter(list => !placed.has(list)),
    [],
  );
});

test('a copy that is changed alone is told', () => {
  for (const one of PLACES) {
    for (const { file, words: read, text } of found(files, one)) {
      const word = read.at(-1);
      if (text.includes('words::')) continue; // names of words.h, of which the compiler tells
      const bent = text.replaceAll(word, 'unheard');
      const other = new Map(files).set(
        file,
        files.get(file).replace(text, () => bent),
      );
      const start = `${file}: ${one.name}`;
      assert.ok(begins(disagreements(words, other), start), `${start}: ${word}`);
    }
  }
});

test('a bound that is changed in words.json alone is told at each place', () => {
  const { is, ...bounds } = words.bounds;
  assert.ok(is.length > 0);
  for (const name of Object.keys(bounds)) {
    const says = told(copy => {
      copy.bounds[name] += 1;
    });
    const rooms = BOUNDS.filter(([one]) => one === name).map(([, room]) => room);
    for (const room of ['host/base/words.h', 'host/PROTOCOL.md', ...rooms]) {
      assert.ok(begins(says, room), `${name}: ${room}`);
    }
  }
});

test("another slug is told by each schema, and its examples by the host's case", () => {
  const says = told(copy => {
    copy.slug.pattern = '^[a-z0-9]+(?:-[a-z0-9]+)*$';
  });
  for (const [file] of SLUGS) assert.ok(begins(says, file), file);
  assert.ok(begins(says, 'words.json: "a--b" is a wrong example'));
  assert.ok(
    begins(
      told(copy => {
        copy.slug.most = 63;
      }),
      'host/PROTOCOL.md: a slug',
    ),
  );
  for (const kind of ['good', 'bad']) {
    const more = told(copy => {
      copy.slug[kind].push(kind === 'good' ? 'b--c' : 'b__c');
    });
    assert.ok(begins(more, 'tests/protocol/cases/303-platform.json'), kind);
  }
});

test('an error that is changed in words.json alone is told by each table', () => {
  words.errors.list.forEach(({ name, exit }, at) => {
    const policy = name.startsWith('policy.');
    const codes = policy ? 'host/policy/POLICY.md, errors' : 'host/PROTOCOL.md, errors';
    const protocol = exit === 0 ? [] : ['host/PROTOCOL.md, exit statuses'];
    const ofCommand = exit !== 0 && !/^(?:frame|channel)/.test(name);
    const manual = ofCommand ? ['host/cli/optoutlog.1, exit status'] : [];
    const named = /^(?:record|packet|policy)\./.test(name) ? [] : protocol; // by their kind there
    const says = change => told(copy => change(copy.errors.list[at]));
    const changes = [
      [
        one => {
          one.name = `${name}-too`;
        },
        [codes, ...named, ...manual],
      ],
      [
        one => {
          one.code += 1000;
        },
        [codes],
      ],
      [
        one => {
          one.exit += 100;
        },
        [...protocol, ...manual, ...(policy ? [codes] : [])],
      ],
    ];
    for (const [change, places] of changes) {
      const list = says(change);
      for (const place of ['host/base/words.h', ...places]) {
        assert.ok(begins(list, place), `${name}, ${change}: ${place}`);
      }
    }
  });
  const torn = told(({ errors }) => {
    errors.list.find(({ name }) => name === 'packet.broken').name = 'packet.torn';
  });
  assert.ok(begins(torn, 'extension/'), 'the extension asks for it');
});

// raw is the engine's alone: there the compiler holds every word to facts.d.ts.
test('nobody keeps a list of their own', () => {
  const lone = [...loneWords(files)];
  const long = Object.entries(words.lists).filter(
    ([list, { words: its }]) => its.length > 3 && list !== 'raw',
  );
  const known = (file, list) =>
    lone.some(one => one.file === file && one.lists.includes(list)) ||
    PLACES.filter(({ lists }) => lists.includes(list)).some(one =>
      found(files, one).some(there => there.file === file),
    );
  const stands = text => word => new RegExp(`['"]${word}['"]|\\b${word}:`).test(text);
  const own = [...files]
    .filter(([file]) => /\.(?:m?js|ts|cpp|h)$/.test(file))
    .filter(([file]) => !/words\.h$|vocabulary\.js$/.test(file))
    .flatMap(([file, text]) =>
      long
        .filter(([list, { words: its }]) => its.every(stands(text)) && !known(file, list))
        .map(([list]) => `${file}: ${list}`),
    );
  assert.deepEqual(own, []);
});

test('the extension takes from vocabulary.js all that is in it', () => {
  const module = files.get('extension/shared/vocabulary.js');
  const names = [...module.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  const imports = [...files]
    .filter(([file]) => file.startsWith('extension/'))
    .flatMap(([, text]) => [...text.matchAll(/import \{([^}]*)\} from '[^']*vocabulary\.js'/g)])
    .map(([, list]) => list)
    .join();
  assert.deepEqual(
    names.filter(name => !new RegExp(`\\b${name}\\b`).test(imports)),
    [],
  );
});
