// The file of the changes of policies: all that there are, not only what the page holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeBrowser } from '../../lib/browser.mjs';

test('every change is in the file, however many, each with all of its sentences', async () => {
  const all = Array.from({ length: 350 }, (_, n) => 350 - n);
  const { api } = makeBrowser();
  api.runtime.sendMessage = async ({ type, before, change, cursor }) => {
    if (type === 'policy-changes') {
      const rest = all.filter(number => before === 0 || number < before);
      const changes = rest.slice(0, 100).map(number => ({ change: number }));
      const next = rest.length > 100 ? changes.at(-1).change : null;
      return { ok: true, value: { changes, next } };
    }
    assert.equal(type, 'policy-show');
    const more = cursor === undefined;
    return { ok: true, value: { change, changes: [more ? 'a' : 'b'], next: more ? 1 : null } };
  };
  const { everyChange } = await import('../../../../extension/pages/dashboard/policy/export.js');
  const found = await everyChange();
  assert.deepEqual(
    found.map(one => one.change),
    all,
  );
  assert.ok(found.every(one => one.changes.join() === 'a,b' && !('next' in one)));
});
