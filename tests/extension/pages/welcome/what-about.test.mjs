// "What about …?": each platform once, found by its name and its address.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answers, answersOf } from '../../../../extension/pages/welcome/what-about.js';
import { json } from '../../lib/helpers.mjs';

const { platforms, without } = json('rules/index.json');
const all = answersOf(platforms, without, 'en');
const found = question =>
  all
    .filter(answer => answers(answer, question))
    .map(({ platform, without: one }) => platform?.id ?? one.id);

describe('what about …?', () => {
  test('Reddit, as a person would ask', () => {
    for (const question of ['reddit', 'Reddit', 'REDDIT', 'reddit.com'])
      assert.deepEqual(found(question), ['reddit']);
  });
  test('platforms with a control are found as well, and each stands once', () => {
    assert.ok(found('linkedin').includes('linkedin'));
    const ids = all.map(({ platform, without: one }) => platform?.id ?? one.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id } of [...platforms, ...without]) assert.ok(ids.includes(id), id);
  });
  test('nothing typed shows all, nonsense shows none', () => {
    assert.equal(found('').length, all.length);
    assert.deepEqual(found('no such platform'), []);
  });
  test(
    'a platform with a rule about training is answered by the rule, one with a look-alike ' +
      'keeps its sentence',
    () => {
      const sentence = { id: 'p', name: 'P', domains: ['p.example'], sentence: { text: 'x' } };
      const rule = kind => [{ id: 'p', name: 'P', hosts: ['https://p.example/*'], kind }];
      assert.deepEqual(
        answersOf(rule('toggle'), [sentence], 'en').map(one => [one.platform?.id, one.without]),
        [['p', null]],
      );
      assert.deepEqual(
        answersOf(rule('not-training'), [sentence], 'en').map(one => [
          one.platform?.id,
          one.without?.id,
        ]),
        [['p', 'p']],
      );
    },
  );
});
