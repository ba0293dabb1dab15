// Bundles whose owner changed what the log says and linked it anew, and tokens that are signed in
// other ways: the command and the page agree.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { atTime, Authority, timeIn } from './lib/authority.mjs';
import { pageDoubts, rebuilt } from './lib/bundle.mjs';
import { infoOf } from './lib/der.mjs';
import { rechained } from './lib/forge.mjs';
import { some } from './lib/some.mjs';
import { authority, DAY, stranger } from './lib/stamps.mjs';
import { file, files, found, packet, tampered, useBundle } from './lib/tampered.mjs';

useBundle();

const isErase = payload => payload.type === 'erased';
/** A change of the time-stamp alone. */
const stamp = change => payload =>
  payload.type === 'stamp' && Object.assign(payload, change(payload));
const bent = (text, at) => {
  const bytes = Buffer.from(text, 'base64');
  bytes[at < 0 ? bytes.length + at : at] ^= 1;
  return bytes.toString('base64');
};
const foreign = () => readFileSync(stranger.ca, 'latin1').replace(/-----.*-----|\n/g, '');
const always = value => stamp(() => value);

/** @type {[(payload: any, heads: any) => unknown, string | null][]} */
const CHANGES = [
  [() => {}, null],
  [payload => Object.assign(payload, { training: 'allowed' }), '5 stamp'],
  [
    (payload, heads) => {
      if (payload.platform) payload.training = 'allowed';
      if (payload.type === 'stamp') payload.covers.head = heads[payload.covers.count];
    },
    '5 token imprint',
  ],
  [payload => isErase(payload) && Object.assign(payload, { ranges: [[9, 9]] }), '4 note'],
  [payload => isErase(payload) && Object.assign(payload, { ranges: 'all' }), '4 note'],
  [stamp(({ token }) => ({ token: bent(token, -1) })), '5 token signature'],
  [stamp(({ token }) => ({ token: bent(token, 9) })), '5 token unreadable'],
  [stamp(({ token }) => ({ token: token.slice(4) })), '5 token unreadable'],
  [always({ time: '2020-01-01T00:00:00.000Z' }), '5 token time'],
  [stamp(({ certificates: [one] }) => ({ certificates: [one] })), '5 token certificate'],
  [stamp(({ certificates: [one] }) => ({ certificates: [one, foreign()] })), '5 token certificate'],
  [stamp(({ certificates: [one, root] }) => ({ certificates: [root, one] })), null],
  [always({ crls: [] }), null],
  [always({ crls: ['AAAA'] }), null],
  [always({ time: '2026-02-30T00:00:00.000Z' }), '5 stamp'],
  [always({ time: '1999-01-01T00:00:00.000Z' }), '5 stamp'],
  [always({ time: 'now' }), '5 stamp'],
  [always({ authority: { name: 'A B', url: 'x' } }), '5 stamp'],
  [always({ authority: { url: '' } }), '5 stamp'],
  [always({ authority: { url: 'a\u0007' } }), '5 stamp'],
  [always({ authority: { url: 5 } }), '5 stamp'],
  [always({ authority: null }), '5 stamp'],
  // another text for the same bytes
  [always({ crls: ['AB=='] }), '5 stamp'],
  [always({ token: '' }), '5 stamp'],
  [always({ certificates: [] }), '5 stamp'],
  [stamp(({ covers }) => ({ covers: { ...covers, count: 3 } })), '5 stamp'],
];

test('contents that were changed and linked anew, as the owner can', async () => {
  for (const [change, said] of some(CHANGES, 3))
    assert.equal(await found(rebuilt(files, rechained(packet, change))), said, String(change));
});

test('tokens that are signed in other ways, well and badly', async () => {
  const { token } = JSON.parse(packet.entries[4].payload);
  const info = Buffer.from(infoOf(Buffer.from(token, 'base64')));
  const der = (by, name) =>
    by.run('x509', '-in', `${name}.pem`, '-outform', 'DER').toString('base64');
  const expect = async (by, name, said, { crl, bend = one => one, options } = {}) => {
    const says = bend(Buffer.from(info));
    const stamp = {
      token: by.sign(says, name, options).toString('base64'),
      certificates: [der(by, name), der(by, 'root')],
      crls: crl ? [by.run('crl', '-in', crl, '-outform', 'DER').toString('base64')] : [],
      time: timeIn(says),
    };
    const change = payload => payload.type === 'stamp' && Object.assign(payload, stamp);
    assert.equal(await found(rebuilt(files, rechained(packet, change))), said, name);
  };
  const rsa = new Authority({ rsa: true });
  try {
    rsa.certificate('tsa').certificate('ended', { from: -900, to: -500 });
    for (const by of [rsa, stranger]) await expect(by, 'tsa', null);
    await expect(rsa, 'ended', null, { bend: atTime(Date.now() - 700 * DAY) });
    await expect(rsa, 'ended', '5 token expired');
    authority.certificate('web', { extensions: 'pages' }).certificate('gone');
    authority.certificate('ended', { from: -900, to: -500 });
    await expect(authority, 'web', '5 token purpose');
    await expect(authority, 'ended', '5 token expired');
    await expect(authority, 'ended', null, { bend: atTime(Date.now() - 700 * DAY) });
    await expect(authority, 'gone', null);
    await expect(authority, 'gone', '5 token revoked', { crl: authority.revoke('gone') });
    await expect(authority, 'tsa', '5 token signature', { options: ['-md', 'sha1', '-cades'] });
    await expect(authority, 'tsa', null, { options: ['-md', 'sha512', '-cades'] });
    await expect(authority, 'tsa', '5 token signature', { options: ['-md', 'sha256'] });
    authority.run(
      'genpkey',
      '-algorithm',
      'RSA',
      '-pkeyopt',
      'rsa_keygen_bits:1024',
      '-out',
      'weak.key',
    );
    authority.certificate('weak', { key: false });
    await expect(authority, 'weak', '5 token certificate');
    // a curve that WebCrypto does not have: the page knows nothing, and finds nothing wrong
    const curve = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:secp224r1'];
    authority.run('genpkey', ...curve, '-out', 'other.key');
    authority.certificate('other', { key: false });
    await expect(authority, 'other', null);
    assert.equal(await pageDoubts(tampered), true);
    assert.equal(await pageDoubts(file), false);
  } finally {
    rsa.remove();
  }
});
