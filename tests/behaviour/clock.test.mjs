// The time of a case, and what its server answers when.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Clock, dueTime, realTime } from './clock.mjs';
import { filled, heldNow, webOf } from './web.mjs';

describe('a step that is done late', () => {
  const steps = [{ at: 1000 }, { at: 4000 }];

  test('shifts what comes after it, and what belongs to its moment', () => {
    const done = [{ at: 1000, began: 1500, ended: 2100 }];
    assert.equal(realTime(500, done, steps), 500);
    assert.equal(realTime(1000, done, steps), 1500);
    assert.equal(realTime(3000, done, steps), 4100);
    assert.equal(realTime(4000, done, steps), null);
    assert.equal(dueTime(4000, done, steps), 5100);
    assert.equal(dueTime(1000, [], steps), 1000);
    assert.equal(realTime(9000, [...done, { at: 4000, began: 5100, ended: 5200 }], steps), 10_200);
  });

  test('what comes after a step that is still to be done has no time yet', () => {
    assert.equal(realTime(1000, [], steps), null);
    assert.equal(realTime(3000, [{ at: 1000, began: 1000, ended: null }], steps), null);
  });
});

describe('the server of a case', () => {
  const it = {
    url: 'https://x.com/a',
    file: 'steady-x-on-two-boxes.html',
    more: [{ url: 'https://x.com/a', from: 50, file: 'on-again-two-boxes.html' }],
    steps: [],
    truth: [
      { at: 0, training: 'allowed' },
      { at: 60, training: 'denied' },
    ],
  };

  test('fills a page with what it holds', () => {
    assert.equal(
      filled('<b {{allowed:checked}}{{denied:}}>{{allowed:On}}{{denied:Off}}', 'denied'),
      '<b >Off',
    );
    assert.equal(filled('{{allowed:On}}{{denied:Off}}', 'none'), '');
  });

  test('answers with the newest page, and the setting as it is when the answer goes', async () => {
    const clock = new Clock(it.steps);
    const web = webOf(it, clock);
    assert.equal(heldNow(it, clock), 'allowed');
    const first = (await web({ url: 'https://x.com/a?q=1' })).body;
    clock.start(Date.now() - 10);
    const answer = web({ url: 'https://x.com/api/setting?ms=100' });
    assert.equal(JSON.parse((await answer).body).training, 'denied');
    assert.notEqual((await web({ url: 'https://x.com/a' })).body, first);
    assert.match(
      (await web({ url: 'https://x.com/api/setting.js' })).body,
      /^show\(\{"training":"denied"\}\)$/,
    );
    assert.equal((await web({ url: 'https://x.com/api/setting?status=500' })).status, 500);
    assert.match((await web({ url: 'https://x.com/elsewhere' })).body, /Nothing to set here/);
  });
});
