// Bundles that were tampered with: the command and the page that comes with a bundle name the same
// first fault, whatever was changed and however well the rest was made to fit.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { bentInside, commandFound, listed, pageFinds, rebuilt, textOf } from './lib/bundle.mjs';
import { authority } from './lib/stamps.mjs';
import { changed, file, files, found, own, packet, tampered, useBundle } from './lib/tampered.mjs';

useBundle();

test('a bundle holds what it says, and both verifiers take it', async () => {
  assert.deepEqual([...files.keys()].sort(), [
    'bundle.json',
    'checkpoint.txt',
    'dpv.jsonld',
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
  await expect(listed(changed('read-me.html', 'x')), 'file read-me.html');
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
  assert.ok(count >= 40, `${count}`);
});

test('exports whose gaps and ends were changed, in a bundle that fits', async () => {
  const flip = hex => (hex[0] === '0' ? '1' : '0') + hex.slice(1);
  const expect = async (what, said) => assert.equal(await found(rebuilt(files, what)), said);
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
  await expect({ ...packet, count: 2 ** 60 }, '0 head');
  await expect({ ...packet, count: '7' }, 'export');
  const text = textOf(files, 'export.json');
  for (const number of ['7.0', '7e0', '-0', '1e400', '07'])
    assert.equal(
      await found(listed(changed('export.json', text.replace('"count": 7', `"count": ${number}`)))),
      'export',
      number,
    );
  await expect({ ...packet, version: 2 }, 'export');
  await expect({ ...packet, scope: undefined }, 'export');
});

test('an archive that was damaged inside a file is none', async () => {
  writeFileSync(tampered, bentInside(readFileSync(file)));
  assert.equal(await pageFinds(tampered), 'archive');
  assert.equal(commandFound((await own.verify(tampered)).answer), 'archive');
});

test('a file that names more links than it holds is compared with nothing', async () => {
  const kept = authority.at('kept.txt');
  const [record, count] = [packet.record, packet.count + 1_000_000];
  writeFileSync(kept, `optoutlog-checkpoint-v1 ${record} ${count} ${packet.head}`);
  const more = { ...packet, count: 2 * count };
  assert.equal(await found(rebuilt(files, more), '--against', kept), '0 head');
});
