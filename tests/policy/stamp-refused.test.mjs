// Every way in which an authority, a token or a certificate can be wrong when a time-stamp is asked
// for. Each ends in its named error, with nothing kept and nothing lost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { atTime, replaced } from './lib/authority.mjs';
import { elements, granted, infoOf, tokenOf } from './lib/der.mjs';
import {
  answer,
  ask,
  authority,
  DAY,
  log,
  REPLY,
  send,
  server,
  stranger,
  useAuthority,
  ways,
} from './lib/stamps.mjs';

const POLICY = Buffer.from('06042a030401', 'hex'); // 1.2.3.4.1
const OTHER_POLICY = Buffer.from('06042a030402', 'hex');

useAuthority(own => {
  own.certificate('web', { extensions: 'pages' });
  own.certificate('ended', { from: -1000, to: -500 });
  own.certificate('early', { from: 10, to: 500 });
  own.certificate('withdrawn').certificate('replaced');
});

// ---- What an authority may do instead of answering well
const slow = (query, request, response) => {
  response.writeHead(200, REPLY);
  const timer = setInterval(() => response.write('x'), 500);
  response.on('close', () => clearInterval(timer));
};
const unanswered = {
  redirected: (q, r, response) =>
    send(response, '', { location: 'https://elsewhere.example/' }, 302),
  'too-large': (q, r, response) => send(response, Buffer.alloc(60_000)),
  'not-a-reply': (q, r, response) =>
    send(response, authority.reply(q), { 'content-type': 'text/html' }),
  'unexpected-status': (q, r, response) => send(response, 'no', REPLY, 404),
  'asked-to-wait': (q, r, response) =>
    send(response, 'later', { ...REPLY, 'retry-after': '60' }, 429),
  'server-error': (q, r, response) => send(response, 'oh', REPLY, 500),
  reset: (q, r) => r.socket.destroy(),
  'cut-off': (q, r, response) => {
    response.writeHead(200, { ...REPLY, 'content-length': 900 });
    response.write('x');
    setImmediate(() => response.destroy());
  },
  'too-slow': slow,
};

/** Bends the byte at the end of what stands behind `mark`. */
const flipped = (bytes, at) => {
  const copy = Buffer.from(bytes);
  copy[at < 0 ? copy.length + at : at] ^= 1;
  return copy;
};
/** way → [why, what comes back] */
const invalid = {
  'no-der': ['unreadable', () => Buffer.from('this is no answer')],
  empty: ['unreadable', () => Buffer.alloc(0)],
  cut: ['unreadable', q => authority.reply(q).subarray(0, -1)],
  more: ['unreadable', q => Buffer.concat([authority.reply(q), Buffer.from([0])])],
  'no-token': ['unreadable', q => granted(elements(authority.reply(q))[0].whole)],
  'other-hash': ['imprint', q => authority.other(q, { hash: '11'.repeat(32) })],
  'other-nonce': ['nonce', q => authority.other(q, {})],
  'no-nonce': ['nonce', q => authority.other(q, { nonce: false })],
  stranger: ['certificate', q => stranger.reply(q)],
  purpose: ['purpose', q => authority.signed(q, 'web')],
  ended: ['expired', q => authority.signed(q, 'ended')],
  early: ['expired', q => authority.signed(q, 'early')],
  'before-it': ['expired', q => authority.signed(q, 'tsa', atTime(Date.now() - 30 * DAY))],
  signature: ['signature', q => flipped(authority.reply(q), -1)],
  'said-else': [
    'signature',
    q => {
      const reply = authority.reply(q);
      const info = Buffer.from(infoOf(tokenOf(reply)));
      return replaced(reply, info, atTime(Date.now() - DAY)(Buffer.from(info)));
    },
  ],
};
const keepsNothing = async (own, work) => {
  const before = await own.verify();
  const result = await work();
  const after = await own.verify();
  assert.deepEqual(after.answer, before.answer);
  assert.equal(after.status, 0);
  return result;
};

test(
  'an authority that does not answer well is named, nothing is kept',
  { concurrency: 4 },
  async t => {
    const all = Object.entries(unanswered).map(([state, way]) => {
      ways[state] = way;
      return t.test(state, async () => {
        const own = await log(1);
        const { status, answer } = await keepsNothing(own, () => own.stamp(state));
        assert.equal(answer.error.name, 'policy.stamp-unanswered');
        assert.equal(answer.error.data.state, state);
        assert.equal(status, 74);
      });
    });
    await Promise.all(all);
    assert.ok(!server.requests.some(({ headers }) => headers.host.startsWith('elsewhere')));
  },
);

test('a token that does not hold is named, nothing is kept', async t => {
  const own = await log(1);
  for (const [way, [why, make]] of Object.entries(invalid)) {
    ways[way] = answer(make);
    await t.test(`${way}: ${why}`, async () => {
      const { status, answer } = await keepsNothing(own, () => own.stamp(way));
      assert.equal(answer.error.name, 'policy.token-invalid', answer.error.message);
      assert.equal(answer.error.data.why, why);
      assert.equal(status, 76);
      assert.match(answer.error.message, /Nothing was kept\./);
    });
  }
});

test('a refusal, a policy, an authority nobody knows, an address that is none', async () => {
  const refused = await ask('good', { policy: '1.2.3.4.99' });
  assert.equal(refused.name, 'policy.stamp-refused');
  assert.equal(refused.error.data.failure, 'unacceptedPolicy');
  ways.policy = answer(q => authority.signed(replaced(q, OTHER_POLICY, POLICY), 'tsa'));
  const other = await ask('policy', { policy: '1.2.3.4.2' });
  assert.equal(other.why, 'policy', other.error?.message);
  assert.equal((await ask('good', { policy: '1.2.3.4.1' })).result.policy, '1.2.3.4.1');

  const unknown = await ask('', { authority: 'nobody' });
  assert.equal(unknown.name, 'policy.authority-unknown');
  assert.deepEqual(unknown.error.data.names, ['freetsa', 'sectigo', 'sigstore']);
  for (const url of [
    'http://tsa.example/',
    'https://',
    'https://a@tsa.example/',
    'file:///etc/passwd',
  ])
    assert.equal((await ask('', { authority: url })).name, 'policy.url-refused', url);
  assert.equal((await ask('', { authority: 'https://127.0.0.1/' })).state, 'address-refused');
  for (const params of [{ hash: '5a' }, { ca: 'nothing' }, { crl: 'nothing' }, { policy: 'x' }])
    assert.equal((await ask('good', params)).name, 'params.invalid', JSON.stringify(params));
});

test('a certificate that was revoked, and one that was replaced later', async () => {
  const before = authority.list('empty.crl');
  const withdrawn = authority.revoke('withdrawn', 'keyCompromise');
  const after = authority.revoke('replaced', 'superseded');
  const crl = file => readFileSync(file, 'utf8');
  ways.withdrawn = answer(q => authority.reply(q, 'withdrawn'));
  ways.replaced = answer(q => authority.reply(q, 'replaced'));
  // superseded after the token: RFC 3161 lets what was signed before stand
  ways.earlier = answer(q => authority.signed(q, 'replaced', atTime(Date.now() - DAY)));
  ways.compromised = answer(q => authority.signed(q, 'withdrawn', atTime(Date.now() - DAY)));
  assert.equal((await ask('withdrawn', { crl: crl(withdrawn) })).why, 'revoked');
  assert.equal((await ask('compromised', { crl: crl(withdrawn) })).why, 'revoked');
  assert.equal((await ask('replaced', { crl: crl(after) })).why, 'revoked');
  const { result } = await ask('earlier', { crl: crl(after) });
  assert.equal(result.revocation_seen, true);
  assert.equal(result.crls.length, 1);
  // a list from before says nothing of it, and one of somebody else neither
  assert.equal((await ask('withdrawn', { crl: crl(before) })).result.revocation_seen, true);
  const others = await ask('good', { crl: crl(stranger.list('other.crl')) });
  assert.equal(others.result.revocation_seen, false);
});
