// A time-stamp token (RFC 3161 in CMS), judged by host/RECORD.md, section 10.
import { digest, encode, fromBase64, same, sha256 } from './bytes.js';
import { checkpoint } from './chain.js';
import { elements, identifier, inside, only, time } from './der.js';
import {
  Unknown,
  certificate,
  chainOf,
  fingerprint,
  hashOf,
  isSigned,
  revocation,
} from './x509.js';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_2 = '1.2.840.113549.1.9.16.2.47';

/**
 * @typedef {{ fault: string | null, signer: string, root: string, fingerprint: string,
 *   revocationSeen: boolean, unknown?: boolean }} Judged
 */

/** A text that is no such thing gives undefined. */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** @param {Uint8Array} bytes */
function readToken(bytes) {
  const [type, wrapped] = inside(only(bytes));
  if (identifier(type) !== SIGNED_DATA) return undefined;
  const [, , content, ...more] = inside(only(wrapped.content));
  const [contentType, held] = inside(content);
  if (identifier(contentType) !== TST_INFO) return undefined;
  const info = only(only(held.content).content);
  const said = inside(info);
  if (said[0].content.length !== 1 || said[0].content[0] !== 1) return undefined;
  const [, , imprint, , at] = said;
  const [algorithm, hash] = inside(imprint);
  const signers = more[more.length - 1];
  if (signers.tag !== 0x31) return undefined;
  const listed = tag => elements(more.find(one => one.tag === tag)?.content ?? new Uint8Array());
  return {
    info: info.whole,
    hashName: hashOf(algorithm),
    hash: hash.content,
    at: attempt(() => time(at)),
    certificates: listed(0xa0).map(({ whole }) => whole),
    crls: listed(0xa1).map(({ whole }) => whole),
    signers: elements(signers.content),
  };
}

/** The one signer's part: who, over what, and the signed attributes. */
function readSigner(element) {
  const [, issued, algorithm, ...more] = inside(element);
  const [issuer, serial] = inside(issued);
  if (more[0].tag !== 0xa0) return undefined;
  const attributes = new Map(
    elements(more[0].content).map(one => {
      const [name, values] = inside(one);
      return [identifier(name), only(values.content)];
    }),
  );
  const signed = Uint8Array.from(more[0].whole);
  signed[0] = 0x31; // what is signed is the SET
  const [, signature, value] = more;
  return {
    issuer: issuer.whole,
    serial: serial.content,
    hash: hashOf(algorithm),
    attributes,
    signed,
    signature,
    value: value.content,
  };
}

/** Whether the attribute signing-certificate names this one (RFC 2634, RFC 5035). */
async function namesSigner(attributes, bytes) {
  const second = attributes.get(SIGNING_CERTIFICATE_2);
  const held = second ?? attributes.get(SIGNING_CERTIFICATE);
  if (!held) return false;
  const [certificates] = inside(held);
  const parts = inside(inside(certificates)[0]);
  const named = second && parts[0].tag === 0x30;
  const name = second ? (named ? hashOf(parts[0]) : 'SHA-256') : 'SHA-1';
  if (!name) return false;
  return same(await digest(name, bytes), parts[named ? 1 : 0].content);
}

/**
 * @param {import('./chain.js').Stamp} stamp
 * @param {string} record
 * @returns {Promise<Judged>}
 */
export async function judgeStamp({ payload, count, head, time: said }, record) {
  /** @type {Judged} */
  const found = { fault: null, signer: '', root: '', fingerprint: '', revocationSeen: false };
  const fail = fault => ({ ...found, fault });
  const bytes = fromBase64(payload.token);
  const token = bytes && attempt(() => readToken(bytes));
  if (!token) return fail('unreadable');
  if (token.at === undefined) return fail('time');
  const hash = await sha256(encode(checkpoint(record, count, head)));
  if (token.hashName !== 'SHA-256' || !same(token.hash, hash)) return fail('imprint');
  if (new Date(token.at).toISOString() !== said) return fail('time');
  const info = token.signers.length === 1 && attempt(() => readSigner(token.signers[0]));
  if (!info || !info.hash) return fail('signature');
  const type = info.attributes.get(CONTENT_TYPE);
  if (!type || attempt(() => identifier(type)) !== TST_INFO) return fail('signature');

  const all = [...payload.certificates.map(fromBase64), ...token.certificates]
    .map(one => one && attempt(() => certificate(one)))
    .filter(Boolean);
  const serial = Array.from(info.serial, byte => byte.toString(16).padStart(2, '0')).join('');
  const signer = all.find(one => one.serial === serial && same(one.issuer, info.issuer));
  if (!signer) return fail('certificate');
  found.signer = signer.name;
  // the root that counts is one that is kept, never one that the token alone brings
  const roots = payload.certificates.map(fromBase64);
  const { chain, fault } = await known(chainOf(signer, all, token.at), { chain: [], fault: null });
  if (chain === null) return { ...found, unknown: true };
  if (fault || chain.length === 0) return fail(fault ?? 'certificate');
  const root = chain[chain.length - 1];
  if (!roots.some(one => one && same(one, root.bytes))) return fail('certificate');
  found.root = root.name;
  found.fingerprint = await fingerprint(root);
  const whole = await known(isWhole(token, info, signer), false);
  if (whole.chain === null) return { ...found, unknown: true };
  if (!whole) return fail('signature');
  const lists = [...(payload.crls ?? []).map(fromBase64), ...token.crls].filter(Boolean);
  const { revoked, seen } = await revocationOf(chain, lists, token.at);
  found.revocationSeen = seen;
  return revoked ? fail('revoked') : found;
}

/**
 * What the work gives; `otherwise` where bytes are not what they should be, and { chain: null }
 * where a method is not known here.
 */
const known = (work, otherwise) =>
  work.catch(error => (error instanceof Unknown ? { chain: null, fault: null } : otherwise));

async function isWhole(token, info, signer) {
  const digested = info.attributes.get(MESSAGE_DIGEST);
  if (!digested || !same(digested.content, await digest(info.hash, token.info))) return false;
  if (!(await namesSigner(info.attributes, signer.bytes))) return false;
  return isSigned(signer.key, info.signature, info.hash, info.value, info.signed);
}

/** A list that cannot be read says nothing, as one of somebody else. */
async function revocationOf(chain, lists, at) {
  const found = { revoked: false, seen: false };
  for (const list of lists) {
    const { revoked, seen } = await revocation(chain, [list], at).catch(() => found);
    found.revoked ||= revoked;
    found.seen ||= seen;
  }
  return found;
}
