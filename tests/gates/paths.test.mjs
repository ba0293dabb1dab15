// Every path that the papers name is there: a map that points at nothing is worse than none.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter(Boolean);
const papers = tracked.filter(file => file.endsWith('.md') && existsSync(path.join(root, file)));
/** The first folders of the repository: `host/frame/frame.h` is a path, `Accept/Reject` is not. */
const tops = [...new Set(tracked.map(file => file.split('/')[0]))];

/** Made by a build or a run, or told as the name of something that is not in the repository. */
const MADE = /^(build|node_modules|tests\/out)(\/|$)/;

/** `{a,b}` and `*` as a shell reads them. @param {string} name */
function isThere(name) {
  const braces = /^(.*)\{([^}]*)\}(.*)$/.exec(name);
  if (braces) return braces[2].split(',').every(part => isThere(`${braces[1]}${part}${braces[3]}`));
  if (!name.includes('*') && !name.includes('<')) return existsSync(path.join(root, name));
  const pattern = name.replace(/[.+()[\]]/g, '\\$&').replace(/<[^>]*>|\*/g, '[^/]*');
  return tracked.some(file => new RegExp(`^${pattern}(/|$)`).test(file));
}

/**
 * Paths in one paper: links relative to it, and what stands in code.
 * @param {string} file
 * @param {string} text
 */
export function pathsOf(file, text) {
  const links = [
    ...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)|<img src="([^"]+)"/g),
  ].map(([, link, image]) => path.posix.join(path.posix.dirname(file), link ?? image));
  const code = [...text.matchAll(/`([^`\n]+)`|^ {4}(\S.*)$/gm)]
    .flatMap(([, inline, block]) => (inline ?? block).split(/[\s;]+|,(?![^{]*\})/))
    .map(word =>
      word
        .replace(/^[("'./]*(?=\w)/, '')
        .replace(/[)"':.…]+$/, '')
        .replace(/\/$/, ''),
    )
    .filter(
      word =>
        tops.some(top => word.startsWith(`${top}/`)) && !word.includes('$') && !word.includes(':'),
    );
  return [...links, ...code].filter(name => !MADE.test(name));
}

for (const file of papers) {
  test(`${file} names only paths that are there`, () => {
    assert.deepEqual(
      pathsOf(file, readFileSync(path.join(root, file), 'utf8')).filter(name => !isThere(name)),
      [],
    );
  });
}

/**
 * In code a comment names a file by its path, or a paper by its name alone.
 * @param {string} text
 */
export function namedIn(text) {
  const comments = text
    .split('\n')
    .map(line => /(?:^|[\s;{}])(?:\/\/|#|\*)\s(.*)$/.exec(line)?.[1])
    .filter(Boolean)
    .join('\n');
  const paths = [
    ...comments.matchAll(
      /(?<![\w/.@-])((?:[\w-]+\/)+[\w.-]+\.(?:md|cpp|h|inc|mjs|js|py|sh|json|cmake|txt))\b/g,
    ),
  ].map(match => match[1]);
  const papersNamed = [...comments.matchAll(/(?<![\w/.-])([\w-]+\.md)\b/g)].map(match => match[1]);
  return {
    paths: paths.filter(name => tops.some(top => name.startsWith(`${top}/`)) && !MADE.test(name)),
    papers: papersNamed,
  };
}

const sources = tracked.filter(
  file =>
    /\.(m?js|d\.ts|cpp|h|in|py|sh|cmake|txt)$/.test(file) &&
    existsSync(path.join(root, file)) &&
    !file.includes('/pages/render/'),
);
const names = new Set(tracked.map(file => path.posix.basename(file)));

test('comments name only files that are there', () => {
  const wrong = sources.flatMap(file => {
    const { paths, papers: named } = namedIn(readFileSync(path.join(root, file), 'utf8'));
    return [...paths.filter(name => !isThere(name)), ...named.filter(name => !names.has(name))].map(
      name => `${file}: ${name}`,
    );
  });
  assert.deepEqual(wrong, []);
});

test('a path that is not there is found, in a link and in code', () => {
  const text =
    'See [it](nothing.md#part) and `host/frame/nothing.h`, `host/frame/{frame,nothing}.h`, ' +
    '`scripts/nothing*.mjs`.';
  assert.deepEqual(
    pathsOf('docs/x.md', text).filter(name => !isThere(name)),
    [
      'docs/nothing.md',
      'host/frame/nothing.h',
      'host/frame/{frame,nothing}.h',
      'scripts/nothing*.mjs',
    ],
  );
});
