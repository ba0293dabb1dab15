// Bundles that were tampered with: the command and the page that comes with a bundle name the same
// first fault, whatever was changed and however well the rest was made to fit.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {
  commandFound,
  listed,
  opened,
  pageDoubts,
  pageFinds,
  rebuilt,
  textOf,
  zip,
} from './lib/bundle.mjs';
import { atTime, Authority, timeIn } from './lib/authority.mjs';
import { infoOf } from './lib/der.mjs';
import { rechained } from './lib/forge.mjs';
import { authority, DAY, folder, log, stranger, useAuthority } from './lib/stamps.mjs';

let own, file, files, packet, tampered;
useAuthority(undefined, async () => {
  own = await log(2);
  await own.record(1, { platform: 'x', control: 'grok' });
  assert.equal((await own.command('erase', '--platform', 'x', '--yes')).status, 0);
  const crl = authority.list('none.crl');
  assert.equal((await own.stamp('good', '--crl', crl)).status, 0);
  await own.record(2);
  file = await own.export('bundle.zip');
  files = await opened(file);
  packet = JSON.parse(textOf(files, 'export.json'));
  tampered = path.join(folder, 'tampered.zip');
});

/** What both find. */
async function found(what, ...args) {
  zip(tampered, what);
  const { answer } = await own.verify(tampered, ...args);
  const said = commandFound(answer);
  assert.equal(await pageFinds(tampered), said);
  return said;
}
const changed = (member, value) => new Map(files).set(member, Buffer.from(value));

test('a bundle holds what it says, and both verifiers take it', async () => {
  assert.deepEqual([...files.keys()].sort(), [
    'bundle.json',
    'checkpoint.txt',
    'export.json',
    'stamps/5/certificate-1.der',
    'stamps/5/certificate-2.der',
    'stamps/5/checkpoint.txt',
    'stamps/5/revoked-1.der',
    'stamps/5/token.tst',
    'statement.html',
    'verify.html',
  ]);
  const { answer, status } = await own.verify(file);
  assert.equal(status, 0);
  assert.equal(answer.stamps[0].why, null);
  assert.equal(answer.stamps[0].revocation_seen, true);
  assert.equal(await pageFinds(file), null);
  assert.equal(await found(files), null);
  assert.equal(await found(listed(files)), null);
  assert.equal(await found(rebuilt(files, packet)), null);
  const names = execFileSync('python3', ['-m', 'zipfile', '-t', file], { encoding: 'utf8' });
  assert.match(names, /Done testing/);
});

test('an openssl of anybody takes the files of a bundle', () => {
  for (const name of ['stamps/5/checkpoint.txt', 'stamps/5/token.tst'])
    writeFileSync(authority.at(path.basename(name)), files.get(name));
  const args = ['-token_in', '-in', 'token.tst', '-data', 'checkpoint.txt', '-CAfile', 'root.pem'];
  assert.match(authority.run('ts', '-verify', ...args).toString(), /Verification: OK/);
});

test('files that were changed, taken out or added', async () => {
  let count = 0;
  const expect = async (what, said) => {
    assert.equal(await found(what), said);
    ++count;
  };
  for (const name of files.keys()) {
    const less = new Map(files);
    less.delete(name);
    await expect(less, `file ${name}`);
    const bent = Buffer.from(files.get(name));
    bent[bent.length >> 1] ^= 1;
    const bad = new Map(files).set(name, bent);
    if (name === 'bundle.json') assert.match(await found(bad), /^file /);
    else await expect(bad, `file ${name}`);
    if (/^(stamps|checkpoint)/.test(name)) await expect(listed(bad), `file ${name}`);
  }
  await expect(changed('more.txt', 'x'), 'file more.txt');
  await expect(listed(changed('stamps/6/token.tst', 'x')), 'file stamps/6/token.tst');
  await expect(changed('bundle.json', '{}'), 'file bundle.json');
  await expect(changed('bundle.json', '[1]'), 'file bundle.json');
  await expect(
    changed('bundle.json', '{"format":"optoutlog-bundle","version":1,"files":[null]}'),
    'file bundle.json',
  );
  const other = textOf(files, 'statement.html').replaceAll(packet.checkpoint, 'nothing');
  await expect(listed(changed('statement.html', other)), 'file statement.html');
  await expect(listed(changed('export.json', '{"format": 1}')), 'export');
  assert.ok(count >= 28, `${count}`);
});

test('exports that were changed and put into a bundle that fits', async () => {
  let count = 0;
  const expect = async (what, said) => {
    assert.equal(await found(rebuilt(files, what)), said);
    ++count;
  };
  const bend = (seq, member, value) => {
    const copy = structuredClone(packet);
    const entry = copy.entries[seq - 1];
    entry[member] = typeof value === 'function' ? value(entry[member]) : value;
    return copy;
  };
  const flip = hex => (hex[0] === '0' ? '1' : '0') + hex.slice(1);
  for (const { seq, salt } of packet.entries) {
    await expect(bend(seq, 'hash', flip), `${seq} hash`);
    await expect(bend(seq, 'digest', flip), `${seq} hash`);
    await expect(bend(seq, 'prev', flip), `${seq} prev`);
    await expect(
      bend(seq, 'seq', n => n + 1),
      `${seq} order`,
    );
    if (!salt) continue;
    await expect(bend(seq, 'salt', flip), `${seq} digest`);
    await expect(
      bend(seq, 'payload', text => text.replace('2', '3')),
      `${seq} digest`,
    );
  }
  for (let seq = 1; seq < packet.entries.length; ++seq) {
    const swapped = structuredClone(packet);
    swapped.entries.splice(seq - 1, 2, swapped.entries[seq], swapped.entries[seq - 1]);
    await expect(swapped, `${seq} order`);
    const less = structuredClone(packet);
    less.entries.splice(seq - 1, 1);
    await expect(less, `${seq} order`);
  }
  const hidden = (seq, how) => {
    const copy = structuredClone(packet);
    const { prev, digest, hash } = copy.entries[seq - 1];
    copy.entries[seq - 1] = { seq, prev, digest, hash, [how]: true };
    return copy;
  };
  await expect(hidden(1, 'erased'), '1 erased-without-note');
  await expect(hidden(1, 'withheld'), '1 withheld');
  await expect(hidden(5, 'erased'), '5 erased-without-note');
  await expect(
    { ...hidden(3, 'withheld'), scope: { platform: 'y', account: null } },
    '3 note-without-erase',
  );
  await expect({ ...packet, genesis: flip(packet.genesis) }, '0 genesis');
  await expect({ ...packet, count: 8 }, '0 head');
  await expect({ ...packet, head: flip(packet.head) }, '0 head');
  await expect({ ...packet, checkpoint: `${packet.checkpoint}0` }, '0 checkpoint');
  await expect({ ...packet, count: '7' }, 'export');
  await expect({ ...packet, version: 2 }, 'export');
  await expect({ ...packet, scope: undefined }, 'export');
  assert.ok(count >= 50, `${count}`);
});

test('contents that were changed and linked anew, as the owner can', async () => {
  const stamp = change => payload =>
    payload.type === 'stamp' && Object.assign(payload, change(payload));
  const expect = async (change, said) =>
    assert.equal(await found(rebuilt(files, rechained(packet, change))), said, String(change));
  const bent = (text, at) => {
    const bytes = Buffer.from(text, 'base64');
    bytes[at < 0 ? bytes.length + at : at] ^= 1;
    return bytes.toString('base64');
  };
  await expect(() => {}, null);
  await expect(payload => Object.assign(payload, { training: 'allowed' }), '5 stamp');
  await expect((payload, heads) => {
    if (payload.platform) payload.training = 'allowed';
    if (payload.type === 'stamp') payload.covers.head = heads[payload.covers.count];
  }, '5 token imprint');
  await expect(
    payload => payload.type === 'erased' && Object.assign(payload, { ranges: [[9, 9]] }),
    '4 note',
  );
  await expect(
    payload => payload.type === 'erased' && Object.assign(payload, { ranges: 'all' }),
    '4 note',
  );
  await expect(
    stamp(({ token }) => ({ token: bent(token, -1) })),
    '5 token signature',
  );
  await expect(
    stamp(({ token }) => ({ token: bent(token, 9) })),
    '5 token unreadable',
  );
  await expect(
    stamp(({ token }) => ({ token: token.slice(4) })),
    '5 token unreadable',
  );
  await expect(
    stamp(() => ({ time: '2020-01-01T00:00:00.000Z' })),
    '5 token time',
  );
  await expect(
    stamp(({ certificates: [one] }) => ({ certificates: [one] })),
    '5 token certificate',
  );
  const other = readFileSync(stranger.ca, 'latin1').replace(/-----.*-----|\n/g, '');
  await expect(
    stamp(({ certificates: [one] }) => ({ certificates: [one, other] })),
    '5 token certificate',
  );
  await expect(
    stamp(({ certificates: [one, root] }) => ({ certificates: [root, one] })),
    null,
  );
  await expect(
    stamp(() => ({ crls: [] })),
    null,
  );
  await expect(
    stamp(() => ({ crls: ['AAAA'] })),
    null,
  );
  await expect(
    stamp(() => ({ token: '' })),
    '5 stamp',
  );
  await expect(
    stamp(() => ({ certificates: [] })),
    '5 stamp',
  );
  await expect(
    stamp(() => ({ authority: null })),
    '5 stamp',
  );
  await expect(
    stamp(({ covers }) => ({ covers: { ...covers, count: 3 } })),
    '5 stamp',
  );
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
