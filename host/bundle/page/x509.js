// Certificates and lists of revoked ones (RFC 5280), with signatures by WebCrypto.
import { digest, same, toHex } from './bytes.js';
import { Malformed, elements, identifier, inside, only, time } from './der.js';

const HASHES = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
/** Signature algorithms with their hash; without one it is named beside. */
const SIGNATURES = {
  '1.2.840.113549.1.1.1': ['RSA', null],
  '1.2.840.113549.1.1.11': ['RSA', 'SHA-256'],
  '1.2.840.113549.1.1.12': ['RSA', 'SHA-384'],
  '1.2.840.113549.1.1.13': ['RSA', 'SHA-512'],
  '1.2.840.10045.2.1': ['EC', null],
  '1.2.840.10045.4.3.2': ['EC', 'SHA-256'],
  '1.2.840.10045.4.3.3': ['EC', 'SHA-384'],
  '1.2.840.10045.4.3.4': ['EC', 'SHA-512'],
};
const CURVES = {
  '1.2.840.10045.3.1.7': ['P-256', 32],
  '1.3.132.0.34': ['P-384', 48],
  '1.3.132.0.35': ['P-521', 66],
};
const RSA_LEAST = 2048 / 8;
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const NAME_CONSTRAINTS = '2.5.29.30';
const REASON = '2.5.29.21';
const TIME_STAMPS = '1.3.6.1.5.5.7.3.8';
const KNOWN = [BASIC_CONSTRAINTS, KEY_USAGE, EXTENDED_KEY_USAGE];

/** A signature by a method that WebCrypto does not have: nothing is known of it here. */
export class Unknown extends Error {}
/** Signatures over MD5 or SHA-1, which anybody may have made. */
const WEAK = ['1.2.840.113549.1.1.4', '1.2.840.113549.1.1.5', '1.2.840.10045.4.1'];

/** The hash of an algorithm of digests; undefined where it is too weak, or none. */
export const hashOf = element => HASHES[identifier(inside(element)[0])];

/**
 * @typedef {{ bytes: Uint8Array, signed: Uint8Array, algorithm: any, signature: Uint8Array, serial:
 *   string, issuer: Uint8Array, subject: Uint8Array, name: string, from: number, to: number, key:
 *   Uint8Array, extensions: Map<string, { critical: boolean, value: Uint8Array }> }} Certificate
 */

/** @param {Uint8Array} bytes @returns {Certificate} */
export function certificate(bytes) {
  const [body, algorithm, signature] = inside(only(bytes));
  const parts = inside(body);
  if (parts[0].tag === 0xa0) parts.shift();
  const [serial, method, issuer, validity, subject, key, ...more] = parts;
  if (!same(method.whole, algorithm.whole)) throw new Malformed();
  const [from, to] = inside(validity).map(time);
  return {
    bytes,
    signed: body.whole,
    algorithm,
    signature: bits(signature),
    serial: toHex(serial.content),
    issuer: issuer.whole,
    subject: subject.whole,
    name: nameOf(subject),
    from,
    to,
    key: key.whole,
    extensions: extensionsOf(more.find(({ tag }) => tag === 0xa3)),
  };
}

function bits(element) {
  if (element?.tag !== 0x03 || element.content[0] !== 0) throw new Malformed();
  return element.content.subarray(1);
}

function extensionsOf(element) {
  const all = new Map();
  if (!element) return all;
  for (const one of inside(only(element.content))) {
    const parts = inside(one);
    const critical = parts[1]?.tag === 0x01 && parts[1].content[0] !== 0;
    all.set(identifier(parts[0]), { critical, value: parts[parts.length - 1].content });
  }
  return all;
}

/** The names in a subject, for people. */
function nameOf(subject) {
  const texts = inside(subject).flatMap(set =>
    elements(set.content).map(pair => new TextDecoder().decode(inside(pair)[1].content)),
  );
  return texts.reverse().join(', ');
}

/**
 * Whether `signature` over `signed` is by the key (SubjectPublicKeyInfo). False for what is weak.
 * @param {Uint8Array} key
 * @param {any} algorithm of the signature
 * @param {string | undefined} named the hash that stands beside
 * @param {Uint8Array} signature
 * @param {Uint8Array} signed
 */
export async function isSigned(key, algorithm, named, signature, signed) {
  const method = identifier(inside(algorithm)[0]);
  if (WEAK.includes(method)) return false;
  const [kind, own] = SIGNATURES[method] ?? [];
  const hash = own ?? named;
  if (!kind || !hash) throw new Unknown(method);
  const [type, parameter] = inside(inside(only(key))[0]);
  const isEc = identifier(type) === '1.2.840.10045.2.1';
  if (isEc !== (kind === 'EC')) return false;
  if (!isEc) {
    const algorithmOf = { name: 'RSASSA-PKCS1-v1_5', hash };
    const imported = await crypto.subtle.importKey('spki', key, algorithmOf, false, ['verify']);
    return crypto.subtle.verify(algorithmOf.name, imported, signature, signed);
  }
  const [namedCurve, size] = CURVES[identifier(parameter)] ?? [];
  if (!namedCurve) throw new Unknown('curve');
  const curve = { name: 'ECDSA', namedCurve };
  const imported = await crypto.subtle.importKey('spki', key, curve, false, ['verify']);
  const raw = new Uint8Array(2 * size);
  for (const [at, number] of inside(only(signature)).entries()) {
    const value = number.content.subarray(number.content.findIndex(byte => byte !== 0));
    if (at > 1 || value.length > size) return false;
    raw.set(value, (at + 1) * size - value.length);
  }
  return crypto.subtle.verify({ name: 'ECDSA', hash }, imported, raw, signed);
}

/** An RSA key below 2,048 bits is none. @param {Uint8Array} key */
function isStrong(key) {
  const [spki, point] = inside(only(key));
  if (identifier(inside(spki)[0]) !== '1.2.840.113549.1.1.1') return true;
  const [modulus] = inside(only(bits(point)));
  return modulus.content.length - (modulus.content[0] === 0 ? 1 : 0) >= RSA_LEAST;
}

/** Whether it may stand over so many others that issue. */
const mayIssue = ({ extensions }, below) => {
  const held = extensions.get(BASIC_CONSTRAINTS);
  const [flag, length] = held ? inside(only(held.value)) : [];
  const usage = extensions.get(KEY_USAGE);
  const signs = !usage || (only(usage.value).content[1] & 0x04) !== 0;
  const limited = length?.tag === 0x02;
  const most = limited ? length.content.reduce((sum, byte) => sum * 256 + byte, 0) : Infinity;
  return flag?.tag === 0x01 && flag.content[0] !== 0 && signs && below <= most;
};

/** For time-stamps alone, and critical; a use of the key, where it is named, is to sign. */
function isForStamps({ extensions }) {
  const held = extensions.get(EXTENDED_KEY_USAGE);
  if (!held?.critical) return false;
  const uses = inside(only(held.value)).map(identifier);
  const usage = extensions.get(KEY_USAGE);
  const bitsOf = usage ? only(usage.value).content[1] : 0x80;
  return uses.length === 1 && uses[0] === TIME_STAMPS && (bitsOf & ~0xc0) === 0 && bitsOf !== 0;
}

const isUnknown = ({ extensions }) =>
  extensions.has(NAME_CONSTRAINTS) ||
  [...extensions].some(([id, { critical }]) => critical && !KNOWN.includes(id) && !LIMITS.has(id));
/** Critical in some roots and intermediates; what they limit is not looked at here. */
const LIMITS = new Set(['2.5.29.32', '2.5.29.36', '2.5.29.54']);

/**
 * The chain from `signer` to a root among `all`, at a time.
 * @param {Certificate} signer @param {Certificate[]} all @param {number} at
 * @returns {Promise<{ chain: Certificate[], fault: string | null }>}
 */
export async function chainOf(signer, all, at) {
  const chain = [signer];
  const fail = fault => ({ chain, fault });
  while (!same(chain[chain.length - 1].issuer, chain[chain.length - 1].subject)) {
    const last = chain[chain.length - 1];
    const next = all.find(one => same(one.subject, last.issuer) && !chain.includes(one));
    if (!next || chain.length > 10) return fail('certificate');
    chain.push(next);
  }
  if (!chain.slice(1).every(mayIssue)) return fail('certificate');
  if (!chain.every(({ key }) => isStrong(key))) return fail('certificate');
  if (chain.length > 1 && !isForStamps(signer)) return fail('purpose');
  if (chain.length === 1) return fail('certificate');
  if (chain.some(isUnknown)) throw new Unknown('extension');
  for (let n = chain.length - 1; n >= 0; --n) {
    const one = chain[n];
    const issuer = chain[n + 1];
    if (
      issuer &&
      !(await isSigned(issuer.key, one.algorithm, undefined, one.signature, one.signed))
    )
      return fail('certificate');
    if (at < one.from || at > one.to) return fail('expired');
  }
  return { chain, fault: null };
}

/**
 * Whether one of the chain was revoked in a way that takes back what it signed at that time (RFC
 * 3161, section 4), by those lists that the issuers signed.
 * @param {Certificate[]} chain @param {Uint8Array[]} lists @param {number} at
 */
export async function revocation(chain, lists, at) {
  const found = { revoked: false, seen: false };
  for (const [n, issuer] of chain.slice(1).entries()) {
    for (const bytes of lists) {
      const list = await listOf(bytes, issuer);
      if (!list) continue;
      if (n === 0 && (list.made >= at || list.next >= at)) found.seen = true;
      const entry = list.entries.find(({ serial }) => serial === chain[n].serial);
      // in an orderly end: unspecified, affiliation changed, superseded, cessation of operation
      const orderly = entry && entry.at > at && [0, 3, 4, 5].includes(entry.reason);
      if (entry && !orderly) found.revoked = true;
    }
  }
  return found;
}

/** A list that the issuer signed; null where it is none. */
async function listOf(bytes, issuer) {
  const [body, algorithm, signature] = inside(only(bytes));
  const parts = inside(body);
  if (parts[0].tag === 0x02) parts.shift();
  const [, name, made, ...more] = parts;
  if (!same(name.whole, issuer.subject)) return null;
  const good = await isSigned(issuer.key, algorithm, undefined, bits(signature), body.whole);
  if (!good) return null;
  const next = more[0]?.tag === 0x17 || more[0]?.tag === 0x18 ? time(more.shift()) : 0;
  const revoked = more[0]?.tag === 0x30 ? elements(more[0].content) : [];
  return { made: time(made), next, entries: revoked.map(revokedOf) };
}

function revokedOf(element) {
  const [serial, at, extensions] = inside(element);
  let reason = -1;
  for (const one of extensions ? inside(extensions) : []) {
    const parts = inside(one);
    if (identifier(parts[0]) === REASON) [reason] = only(parts[parts.length - 1].content).content;
  }
  return { serial: toHex(serial.content), at: time(at), reason };
}

/** SHA-256 of a certificate. @param {Certificate} one */
export const fingerprint = async one => toHex(await digest('SHA-256', one.bytes));
