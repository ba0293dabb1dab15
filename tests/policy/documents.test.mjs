// Synthetic policies, one folder a trap: case.json says what the trap is, which files stand for the
// versions in order, and what must come out of each step. They run everywhere; the real texts are
// in samples.test.mjs.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { compare, root, run } from './lib/optoutlog.mjs';

const folder = path.join(root, 'tests/policy/documents');

for (const name of readdirSync(folder).sort()) {
  const { trap, files, options, expect } = JSON.parse(
    readFileSync(path.join(folder, name, 'case.json'), 'utf8'),
  );
  const paths = files.map(file => path.join(folder, name, file));
  test(`${name}: ${trap}`, async () => {
    const { steps, status } = await compare(paths, options);
    assert.equal(steps.length, expect.length);
    for (const [index, { reason, ...fields }] of expect.entries()) {
      const step = steps[index];
      const said =
        `step ${index + 1} said ${step.verdict}, level ${step.level}: ` +
        `${step.reasons.map(one => one.name).join(', ')}`;
      for (const [key, value] of Object.entries(fields))
        assert.deepEqual(step[key], value, `${key}; ${said}`);
      if (reason)
        assert.ok(
          step.reasons.some(one => one.name === reason),
          said,
        );
    }
    const look = steps.some(step => ['alert', 'cannot-compare'].includes(step.verdict));
    assert.equal(
      status,
      look ? 1 : 0,
      'the exit status says whether there is something to look at',
    );
  });
  test(`${name}: compared with itself, nothing changed`, async () => {
    const { steps } = await compare([paths[0], paths[0]], options);
    assert.equal(steps[0].verdict, 'none');
    assert.equal(steps[0].old.sha256, steps[0].new.sha256);
  });
}

test('for a person: the clause, its marked words and the words that fired', async () => {
  const at = file => path.join(folder, 'clause-dated', file);
  const { stdout, status } = await run(['policy', 'compare', at('0.html'), at('1.html')]);
  assert.equal(status, 1);
  assert.match(stdout, /^! alert, level 3, announced for 2025-04-07$/m);
  const clause =
    '  + We use your posts and your photos to train our artificial intelligence\n    models.';
  assert.ok(stdout.includes(`\n${clause}\n`), stdout);
  assert.match(stdout, /training “train”/);
  assert.ok(!stdout.includes('\x1b'), 'no colours into a pipe');
});

test('a file that is not there is an error with status 2', async () => {
  const { status, stderr } = await run([
    'policy',
    'compare',
    path.join(folder, 'nowhere.html'),
    path.join(folder, 'nowhere.md'),
  ]);
  assert.equal(status, 2);
  assert.match(stderr, /^optoutlog: Could not read .*nowhere\.html \(No such file or directory\)/);
});
