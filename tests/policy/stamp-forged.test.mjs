// Records that were written anew, cut off, or whose time-stamps were changed since: each is found,
// by the command and, as far as no signature is needed, by the verifier in Python.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { rechained } from './lib/forge.mjs';
import { Host } from './lib/host.mjs';
import { root, run } from './lib/optoutlog.mjs';
import { authority, folder, log, server, stranger, useAuthority } from './lib/stamps.mjs';

let own, packet, kept, file;
useAuthority(undefined, async () => {
  own = await log(2);
  kept = path.join(folder, 'kept.json');
  file = path.join(folder, 'forged.json');
  assert.equal((await own.stamp()).status, 0);
  await own.record(2);
  cpSync(await own.export('first.json'), kept);
  assert.equal((await own.stamp()).status, 0);
  await own.record(1);
  packet = JSON.parse(readFileSync(await own.export('log.json')));
  assert.equal(packet.entries.length, 7); // time-stamps: 3 (of 2) and 6 (of 5)
});

const isStamp = payload => payload.type === 'stamp';
const python = () => {
  try {
    const args = [path.join(root, 'tests/record/verify.py'), file];
    return execFileSync('python3', args, { encoding: 'utf8' }).split(' ')[0];
  } catch (error) {
    return /BROKEN entry (\d+): ([a-z-]+)/.exec(error.stdout).slice(1, 3).join(' ');
  }
};

/** What the command finds in `forged`, and the other verifier, where no signature is needed. */
async function found(forged, ...args) {
  writeFileSync(file, JSON.stringify(forged));
  const { answer, status } = await own.verify(file, ...args);
  const { broken } = answer;
  assert.equal(status, broken ? 1 : 0);
  assert.equal(answer.ok, !broken);
  const same = broken === null || ['token', 'other-history'].includes(broken.reason);
  assert.equal(python(), same ? 'OK' : `${broken.seq} ${broken.reason}`);
  return broken && [broken.seq, broken.reason, broken.why].filter(Boolean).join(' ');
}
const changed = (payload, member, value) => Object.assign(payload, { [member]: value });
// the second: a change of the first one alone shows in what the second covers
const second = bend => payload => isStamp(payload) && payload.covers.count === 5 && bend(payload);

test('the export as it is holds', async () => {
  assert.equal(await found(packet), null);
  assert.equal(await found(rechained(packet)), null);
});

test('written anew by its owner after the time-stamp', async () => {
  const story = payload => payload.platform && changed(payload, 'training', 'allowed');
  // the old time-stamps are not of this history
  assert.equal(await found(rechained(packet, story)), '3 stamp');
  // nor are they when they say that they are
  const claims = (payload, heads) => {
    story(payload);
    if (isStamp(payload)) payload.covers.head = heads[payload.covers.count];
  };
  assert.equal(await found(rechained(packet, claims)), '3 token imprint');
  // without them the chain holds, which what was kept elsewhere shows to be another one
  const without = structuredClone(packet);
  without.entries = without.entries.filter(({ payload }) => !isStamp(JSON.parse(payload)));
  const forged = rechained(without, story);
  assert.equal(await found(forged), null);
  assert.equal(await found(forged, '--against', kept), '5 other-history');
  assert.equal(await found(packet, '--against', kept), null);
});

test('cut off before the time-stamp', async () => {
  const cut = structuredClone(packet);
  cut.entries = cut.entries.slice(0, 2);
  const forged = rechained(cut);
  assert.equal(await found(forged), null);
  assert.equal(await found(forged, '--against', kept), '5 other-history');
  const line = path.join(folder, 'line.txt');
  writeFileSync(line, `printed on a Monday:\n${packet.checkpoint}\n`);
  assert.equal(await found(forged, '--against', line), '7 other-history');
  assert.equal(await found(packet, '--against', line), null);
  // whatever stands around it
  for (const around of [JSON.stringify([packet.checkpoint]), `<code>${packet.checkpoint}</code>`]) {
    writeFileSync(line, around);
    assert.equal(await found(forged, '--against', line), '7 other-history');
    assert.equal(await found(packet, '--against', line), null);
  }
  writeFileSync(line, packet.checkpoint.replace(packet.record, '0'.repeat(32)));
  assert.equal(await found(packet, '--against', line), '7 other-history');
  writeFileSync(line, 'nothing of the kind');
  const { answer } = await own.verify(file, '--against', line);
  assert.equal(answer.error.name, 'params.invalid');
  writeFileSync(line, JSON.stringify({ ...JSON.parse(readFileSync(kept)), count: 9 }));
  assert.equal((await own.verify(file, '--against', line)).answer.error.name, 'packet.broken');
});

test('time-stamps that were changed and linked anew', async () => {
  const tokens = packet.entries.map(({ payload }) => JSON.parse(payload)).filter(isStamp);
  const expect = async (bend, result) =>
    assert.equal(await found(rechained(packet, second(bend))), result, String(bend));
  const bent = (text, at) => {
    const bytes = Buffer.from(text, 'base64');
    bytes[at < 0 ? bytes.length + at : at] ^= 1;
    return bytes.toString('base64');
  };
  await expect(p => changed(p, 'token', tokens[0].token), '6 token imprint');
  await expect(p => changed(p, 'token', bent(p.token, -1)), '6 token signature');
  await expect(p => changed(p, 'token', p.token.slice(4)), '6 token unreadable');
  await expect(p => changed(p, 'time', '2020-01-01T00:00:00.000Z'), '6 token time');
  await expect(p => changed(p, 'certificates', p.certificates.slice(0, 1)), '6 token certificate');
  const other = readFileSync(stranger.ca, 'latin1').replace(/-----.*-----|\n/g, '');
  await expect(p => changed(p, 'certificates', [other]), '6 token certificate');
  await expect(p => changed(p, 'covers', { ...p.covers, count: 1 }), '6 stamp');
  await expect(p => changed(p, 'covers', { ...p.covers, count: 3 }), '6 stamp');
  await expect(p => changed(p, 'covers', { ...p.covers, count: 0 }), '6 stamp');
  for (const [member, value] of [
    ['token', ''],
    ['token', 'no base64'],
    ['token', null],
    ['certificates', []],
    ['certificates', ['*']],
    ['crls', 'none'],
    ['time', 'yesterday'],
    ['authority', 'https://tsa.example/'],
    ['authority', { name: null }],
    ['covers', null],
  ])
    await expect(p => changed(p, member, value), '6 stamp');
});

test('a part of the log shows its time-stamps, and so does one that was erased', async () => {
  const part = await log(2);
  await part.record(1, { platform: 'x', control: 'grok' });
  await part.stamp();
  const { answer } = await part.verify(await part.export('part.json', '--platform', 'x'));
  assert.deepEqual([answer.ok, answer.withheld, answer.stamps.length], [true, 2, 1]);
  assert.equal((await part.command('erase', '--all', '--yes')).status, 0);
  const after = (await part.verify()).answer;
  assert.deepEqual([after.ok, after.stamps[0].why, after.stamps[0].count], [true, null, 3]);
});

test('an older copy that was put back is found, and takes what it lacks', async () => {
  const mine = await log(1);
  const old = path.join(folder, 'old.db');
  cpSync(path.join(mine.data, 'record.db'), old);
  await mine.stamp();
  const whole = await mine.export('whole.json');
  rmSync(path.join(mine.data, 'record.db'));
  cpSync(old, path.join(mine.data, 'record.db'));
  const { status, answer } = await mine.verify('--against', whole);
  assert.deepEqual([status, answer.broken.reason, answer.broken.seq], [1, 'other-history', 2]);
  assert.equal((await mine.command('import', whole, '--json')).answer.added, 1);
  const again = await mine.verify('--against', whole);
  assert.deepEqual([again.status, again.answer.stamps[0].why], [0, null]);
  assert.equal((await mine.command('status', '--json')).answer.erased, null);
  rmSync(path.join(mine.data, 'record.db'));
  assert.equal((await mine.verify('--against', whole)).answer.broken.reason, 'other-history');
});

test('the log of another computer is imported without its tokens, and still verifies', async () => {
  const other = await log(1);
  const imported = await other.command('import', await own.export('log.json'), '--json');
  assert.deepEqual([imported.answer.links, imported.answer.entries], [7, 5]);
  const { answer, status } = await other.verify();
  assert.deepEqual([status, answer.stamps], [0, []]);
});

test('the log host keeps a time-stamp only of a head that the chain has', async () => {
  const host = new Host({ env: own.env, program: 'optoutlog-host' });
  const [stamp] = (await host.call('stamps')).stamps;
  assert.equal(stamp.seq, 3);
  const given = { ...stamp, id: 'b0000000-0000-4000-8000-000000000000' };
  const refused = async (params, field) => {
    const { error } = await host.ask('stamp', params);
    assert.deepEqual([error?.data.name, error?.data.field], ['params.invalid', field]);
  };
  const { entries } = await host.call('hello');
  await refused({ ...given, covers: { count: 2, head: 'a'.repeat(64) } }, 'covers');
  await refused({ ...given, covers: { count: 99, head: given.covers.head } }, 'covers');
  await refused({ ...given, token: 5 }, 'token');
  await refused({ ...given, id: 'me' }, 'id');
  assert.equal((await host.call('hello')).entries, entries);
  assert.deepEqual(await host.call('stamp', given), { seq: entries + 1, effect: 'recorded' });
  assert.deepEqual(await host.call('stamp', given), { seq: entries + 1, effect: 'duplicate' });
  await host.close({ keep: true });
});

test('the policy host judges a token for whoever has no OpenSSL', async () => {
  const host = new Host({ env: server.env });
  const stamp = packet.entries.map(({ payload }) => JSON.parse(payload)).find(isStamp);
  const line = `optoutlog-checkpoint-v1 ${packet.record} 2 ${stamp.covers.head}`;
  const hash = execFileSync('sha256sum', { input: line, encoding: 'utf8' }).slice(0, 64);
  const { token, certificates, time } = stamp;
  const asked = { token, hash, certificates, time, ca: readFileSync(authority.ca, 'utf8') };
  const { ok, anchor } = await host.call('policy.token', asked);
  assert.deepEqual([ok, anchor], [true, 'given']);
  const { why, says } = await host.call('policy.token', { ...asked, hash: '0'.repeat(64) });
  assert.equal(why, 'imprint');
  assert.match(says, /something else than this head/);
  assert.equal((await host.call('policy.authorities')).authorities.length, 3);
  await host.close();
  assert.equal((await run(['policy', 'stamp'])).status, 2);
});
