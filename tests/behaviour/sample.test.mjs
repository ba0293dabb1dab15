// The cases themselves: whole, playable, and the sample a sample of each kind.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { SAMPLE } from './sample.mjs';

const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));
const DOES = [
  'click',
  'drag',
  'key',
  'type',
  'goto',
  'reload',
  'back',
  'open',
  'close',
  'close-reopen',
  'hide',
  'show',
  'offline',
  'online',
  'read-now',
  'extension-reload',
  'revoke',
  'stop-worker',
  'deliver',
];

test('every case has its pages, and every page its case', () => {
  const named = cases.flatMap(it => [it.file, ...(it.more ?? []).map(({ file }) => file)]);
  for (const file of named) assert.ok(existsSync(new URL(`pages/${file}`, import.meta.url)), file);
  assert.deepEqual(
    readdirSync(new URL('pages/', import.meta.url)).filter(file => !named.includes(file)),
    [],
  );
});

test('steps are known, in their order, and before the end', () => {
  for (const { id, steps, end, truth } of cases) {
    const times = steps.map(({ at }) => at);
    assert.deepEqual(
      times,
      [...times].sort((a, b) => a - b),
      id,
    );
    for (const step of steps)
      assert.ok(DOES.includes(step.do) && step.at < end, `${id}: ${step.do}`);
    assert.deepEqual(
      truth.map(({ at }) => at),
      truth.map(({ at }) => at).sort((a, b) => a - b),
      id,
    );
  }
});

test('the sample knows its cases and has one of each kind', () => {
  const ids = cases.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(
    SAMPLE.filter(id => !ids.includes(id)),
    [],
  );
  const kinds = new Set(cases.filter(({ id }) => SAMPLE.includes(id)).map(({ kind }) => kind));
  assert.deepEqual(
    [...new Set(cases.map(({ kind }) => kind))].filter(kind => !kinds.has(kind)),
    [],
  );
});
