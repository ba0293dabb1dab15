// Time-stamps by a real authority (`openssl ts`) behind https on loopback: what is sent, what is
// kept, and what is told of it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import test from 'node:test';
import { atTime } from './lib/authority.mjs';
import { Host } from './lib/host.mjs';
import { answer, authority, bodies, DAY, log, server, useAuthority, ways } from './lib/stamps.mjs';

useAuthority(own => own.certificate('ended', { from: -1000, to: -500 }));

test('a time-stamp is fetched, judged, kept, and judged again without any network', async () => {
  const { stamp, verify, record, export: save } = await log(3);
  const before = (await verify()).answer;
  const seen = bodies.length;
  const kept = await stamp();
  assert.equal(kept.status, 0, kept.stderr);
  assert.equal(kept.answer.seq, 4);
  assert.equal(kept.answer.count, 3);
  assert.equal(kept.answer.anchor, 'given');
  assert.equal(kept.answer.revocation_seen, false);

  // What was sent: the SHA-256 of the checkpoint line, and nothing of the person.
  const [{ method, headers, query }] = bodies.slice(seen);
  const line = createHash('sha256').update(before.checkpoint).digest();
  assert.equal(method, 'POST');
  assert.ok(query.includes(line));
  assert.ok(query.length < 90, `${query.length} bytes`);
  assert.deepEqual(Object.keys(headers).sort(), [
    'accept',
    'accept-encoding',
    'content-length',
    'content-type',
    'host',
    'user-agent',
  ]);
  assert.match(headers['user-agent'], /^optoutlog-policy\/[\d.]+ \(https:\/\/optoutlog\.org\)$/);

  await record(2);
  for (const args of [[], [await save('log.json')]]) {
    const { status, answer } = await verify(...args);
    assert.equal(status, 0, JSON.stringify(answer));
    assert.equal(answer.entries, 6);
    const [{ seq, count, why, anchor, ahead, behind, signer, authority: who }] = answer.stamps;
    assert.deepEqual(
      { seq, count, why, ahead, behind },
      { seq: 4, count: 3, why: null, ahead: null, behind: null },
    );
    assert.equal(anchor, 'record', 'nobody vouches for the root of the tests but the log');
    assert.equal(signer, 'CN=tsa');
    assert.deepEqual(who, { name: null, url: 'https://tsa.example/good' });
  }
  assert.equal((await verify('--ca', authority.ca)).answer.stamps[0].anchor, 'given');
});

test('what is told of a time-stamp, and in which exports', async () => {
  const { stamp, command, record, export: save } = await log(3);
  await stamp();
  await record(2);
  const told = await command('verify');
  assert.match(
    told.stdout,
    /^Time-stamp, said to be of CN=tsa, .*\/good: by it, entries 1 to 3 stood/m,
  );
  const vouched = await command('verify', '--ca', authority.ca);
  assert.match(
    vouched.stdout,
    /^✓ Time-stamp of CN=tsa, taken from https:.*: entries 1 to 3 stood/m,
  );
  assert.match(told.stdout, /Nobody here vouches for the authority/);
  assert.match(told.stdout, /revoked is not known/);
  assert.match((await command('history')).stdout, /#4 .* time-stamp: entries 1 to 3 by /);
  const [, , , entry] = (await command('history', '--json')).answer.entries.reverse();
  assert.equal(entry.type, 'stamp');
  for (const bulk of ['token', 'certificates', 'crls']) assert.equal(entry[bulk], undefined);
  const page = readFileSync(await save('log.html'), 'utf8');
  assert.match(page, /A time-stamp, said to be of <bdi>https:\/\/tsa\.example\/good<\/bdi>/);
  assert.doesNotMatch(readFileSync(await save('log.csv'), 'utf8'), /tsa\.example/);
});

test('the root may be one of the computer itself', async () => {
  const { env, stamp, verify } = await log(1);
  env.SSL_CERT_FILE = authority.ca;
  const { answer, status } = await stamp('created');
  assert.equal(status, 0);
  assert.equal(answer.anchor, 'given');
  assert.equal((await verify()).answer.stamps[0].anchor, 'system');
});

test('an openssl of anybody verifies the token of an export with the checkpoint line', async () => {
  const { stamp, verify, export: save } = await log(2);
  const line = (await verify()).answer.checkpoint;
  await stamp();
  const packet = JSON.parse(readFileSync(await save('log.json')));
  const { token } = JSON.parse(packet.entries[2].payload);
  writeFileSync(authority.at('token.der'), Buffer.from(token, 'base64'));
  writeFileSync(authority.at('line'), line);
  const out = authority.run(
    'ts',
    '-verify',
    '-token_in',
    '-in',
    'token.der',
    '-data',
    'line',
    '-CAfile',
    'root.pem',
  );
  assert.match(out.toString(), /Verification: OK/);
});

test('a certificate that ended since does not take back what it signed', async () => {
  ways.long = answer(q => authority.signed(q, 'ended', atTime(Date.now() - 700 * DAY)));
  const own = await log(1);
  const { status, stderr } = await own.stamp('long');
  assert.equal(status, 0, stderr);
  const verified = await own.verify();
  assert.equal(verified.status, 0);
  const [stamp] = verified.answer.stamps;
  assert.equal(stamp.why, null);
  // and that its time cannot be that of the entries is told
  assert.equal(stamp.ahead, 1);
  assert.match((await own.command('verify')).stdout, /Entry 1 says that it was written later/);
});

test('an authority whose clock is ahead is told, too', async () => {
  ways.ahead = answer(q => authority.signed(q, 'tsa', atTime(Date.now() + DAY)));
  const own = await log(2);
  assert.match(
    (await own.command('stamp', '--authority', 'https://tsa.example/ahead', '--ca', authority.ca))
      .stdout,
    /differ by 14\d\d minutes/,
  );
  const [{ ahead, behind }] = (await own.verify()).answer.stamps;
  assert.deepEqual({ ahead, behind }, { ahead: null, behind: 3 });
});

test('nothing to put a time-stamp on, or a broken log: no authority is asked', async () => {
  const seen = bodies.length;
  const empty = await log(0);
  assert.equal((await empty.stamp()).answer.error.name, 'record.none');
  assert.equal((await empty.command('stamp', '--json')).answer.error.name, 'params.invalid');
  assert.match(
    (await empty.command('stamp', '--list')).stdout,
    /^freetsa {2}https:\/\/freetsa\.org\/tsr/m,
  );
  assert.equal(bodies.length, seen);
});

test('a request can be cancelled, and other methods are answered meanwhile', async () => {
  const came = new Promise(resolve => {
    ways.silent = resolve;
  });
  const host = new Host({ env: server.env });
  const hash = '5a'.repeat(32);
  const answered = host.ask('policy.stamp', { hash, authority: 'https://tsa.example/silent' });
  await came;
  try {
    assert.ok((await host.call('hello')).capabilities.includes('stamp'));
    assert.deepEqual(await host.call('policy.cancel'), { cancelled: true });
    assert.equal((await answered).error.data.state, 'cancelled');
    assert.deepEqual(await host.call('policy.cancel'), { cancelled: false });
  } finally {
    await host.close(); // a host that stays keeps the whole file from ending
  }
});
