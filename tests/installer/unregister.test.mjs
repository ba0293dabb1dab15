// unregister, from outside: what it takes away, and what it leaves because it is of others. That it
// restores the tree after each way to register: register.test.mjs.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Computer, ids, onLinux } from './world.mjs';

const hosts = Object.values(ids.names);

let computer;
beforeEach(() => {
  computer = new Computer({ policy: true });
});
afterEach(() => computer.remove());

describe('unregister', () => {
  test('with nothing registered says so and changes nothing', () => {
    const before = computer.tree('home');
    assert.match(computer.ok(['unregister']), /Nothing to remove/);
    assert.deepEqual(computer.tree('home'), before);
  });

  test('keeps what others put beside our manifests, and their folders', () => {
    computer.ok(['register', '--browser', 'firefox']);
    computer.write('home/.mozilla/native-messaging-hosts/org.other.json', '{}');
    computer.ok(['unregister']);
    assert.deepEqual(readdirSync(computer.at('home/.mozilla/native-messaging-hosts')), [
      'org.other.json',
    ]);
  });

  test('of one browser leaves the other', () => {
    computer.ok(['register', '--browser', 'firefox', '--browser', 'chromium']);
    computer.ok(['unregister', '--browser', 'chromium']);
    assert.equal(computer.written('home').length, hosts.length);
    computer.ok(['unregister']);
    assert.deepEqual(computer.tree('home'), {});
  });

  for (const [one, other] of [
    ['opera', 'chrome'],
    ['zen', 'firefox'],
    ['firefox', 'firefox-snap'],
  ]) {
    test(
      `of ${one} keeps what ${other}, here too, reads from the same place, and says how to ` +
        'remove it',
      () => {
        computer.install(onLinux.filter(it => [one, other].includes(it.id)));
        const before = computer.tree('home');
        computer.ok(['register']);
        const after = computer.tree('home');
        const said = computer.ok(['unregister', '--browser', one], { env: { COLUMNS: '1000' } });
        assert.deepEqual(computer.tree('home'), after, said);
        assert.ok(said.includes(onLinux.find(it => it.id === other).name), said);
        assert.ok(said.includes(`optoutlog unregister --browser ${one} --browser ${other}`), said);
        assert.doesNotMatch(said, /nothing is registered/);
        computer.ok(['unregister', '--browser', one, '--browser', other]);
        assert.deepEqual(computer.tree('home'), before);
        computer.ok(['register']);
        computer.ok(['unregister', '--browser', one, '--force']);
        assert.deepEqual(computer.tree('home'), before);
      },
    );
  }

  test('--plan removes nothing', () => {
    computer.ok(['register', '--browser', 'firefox']);
    const before = computer.tree('home');
    assert.match(computer.ok(['unregister', '--plan']), /would remove/);
    assert.deepEqual(computer.tree('home'), before);
  });
});
