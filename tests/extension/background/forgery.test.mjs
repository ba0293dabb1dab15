// What the border refuses: messages that no content script of ours can have sent.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { message, pass, reading, sender } from '../lib/messages.mjs';

describe('the border', () => {
  const forged = {
    'another extension': [message(), sender({ id: 'a'.repeat(32) })],
    'no sender id': [message(), sender({ id: undefined })],
    'a frame inside the page': [message(), sender({ frameId: 3 })],
    'no tab': [message(), sender({ tab: undefined })],
    'a private window': [message(), sender({ tab: { id: 7, incognito: true } })],
    'a host of another platform': [
      message(),
      sender({ url: 'https://x.com/settings/grok_settings' }),
    ],
    'a host that ends alike': [
      message(),
      sender({ url: 'https://notwww.linkedin.com.evil.example/' }),
    ],
    'plain http': [message(), sender({ url: 'http://www.linkedin.com/mypreferences/' })],
    'a platform that is not ours': [message({ platform: 'nobody' }), sender()],
    'a platform of the prototype': [message({ platform: '__proto__' }), sender()],
    'another version': [message({ v: 2 }), sender()],
    'an unknown type': [message({ type: 'verdict' }), sender()],
    'no object': ['reading', sender()],
    'an array': [[message()], sender()],
    null: [null, sender()],
  };
  for (const [name, [msg, from]] of Object.entries(forged)) {
    test(`refuses ${name}`, () => assert.equal(pass(msg, from), null));
  }

  const malformed = {
    'an unknown training': { training: 'on' },
    'a training that is no text': { training: true },
    'an unknown reason': { why: 'because' },
    'a state with a reason against it': { why: 'conflict' },
    'a state without sureness': { sure: 'none' },
    'an unknown without a reason': { training: 'unknown', why: 'ok', sure: 'none' },
    'a control that is no slug': { control: '../x' },
    'a control too long': { control: 'a'.repeat(65) },
    'a time without milliseconds': { at: '2026-11-24T00:00:00Z' },
    'a time that does not exist': { at: '2026-13-41T00:00:00.000Z' },
    'evidence that is no list': { by: 'role' },
    'evidence that is no slug': { by: ['<b>'] },
  };
  for (const [name, fields] of Object.entries(malformed)) {
    test(`refuses a reading with ${name}`, () =>
      assert.equal(pass(message({ reading: reading('denied', fields) })), null));
  }
  for (const fields of [
    { rev: 0 },
    { rev: 1.5 },
    { rev: '1' },
    { page: 'A B' },
    { page: null },
    { reading: null },
    { reading: [] },
  ]) {
    test(`refuses ${JSON.stringify(fields)}`, () => assert.equal(pass(message(fields)), null));
  }

  const words = new URL('../../../words.json', import.meta.url);
  const { slug } = JSON.parse(readFileSync(words, 'utf8'));
  const controlled = control => pass(message({ reading: reading('denied', { control }) }));
  for (const name of [...slug.good, 'a'.repeat(slug.most)]) {
    test(`takes the name ${name}, as the host does`, () =>
      assert.equal(controlled(name)?.reading.control, name));
  }
  for (const name of [...slug.bad, 'a'.repeat(slug.most + 1)]) {
    test(`refuses the name ${JSON.stringify(name)}, as the host does`, () =>
      assert.equal(controlled(name), null));
  }
  test('a word is a text: a list that holds it is none', () => {
    for (const member of ['training', 'why', 'sure']) {
      const value = reading('denied')[member];
      assert.equal(
        pass(message({ reading: reading('denied', { [member]: [value] }) })),
        null,
        member,
      );
    }
  });
});
