// Commit subjects say in one line of at most 72 characters what is true after them
// (CONTRIBUTING.md).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
/** The last commit before the rule was held. */
const BEFORE = '6bd1f7d';

/** What is wrong with a subject, or null. @param {string} subject */
export function wrongWith(subject) {
  if (subject.length > 72) return `${subject.length} characters`;
  if (/\.$/.test(subject)) return 'ends with a full stop';
  return /^[A-Z]/.test(subject) ? null : 'does not begin with a capital';
}

/** A shallow clone has its newest commit alone. */
function subjects() {
  try {
    return git('log', '--format=%s', `${BEFORE}..HEAD`).split('\n').filter(Boolean);
  } catch {
    return [git('log', '-1', '--format=%s').trim()];
  }
}

test('subjects have at most 72 characters, a capital, no full stop', () => {
  assert.deepEqual(
    subjects()
      .map(subject => [subject, wrongWith(subject)])
      .filter(([, wrong]) => wrong),
    [],
  );
});

test('a long subject is found', () => {
  assert.equal(wrongWith('Say it'), null);
  assert.equal(wrongWith(`S${'a'.repeat(72)}`), '73 characters');
  assert.equal(wrongWith('Say it.'), 'ends with a full stop');
});
