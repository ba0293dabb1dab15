// An export, verified by host/RECORD.md, section 7, steps 1 to 4.
import { encode, fromBase64, fromHex, isWellFormed, sha256, toHex } from './bytes.js';
import { isObject, parseStrictly } from './json.js';
import { pictureOf } from './picture.js';
import { isWitness } from './witness.js';

const TOLERANCE = 5 * 60_000;
const HEX16 = /^[0-9a-f]{32}$/;
const HEX32 = /^[0-9a-f]{64}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * @typedef {{ seq: number, reason: string, why?: string }} Broken
 * @typedef {{ seq: number, payload: Record<string, any>, count: number, head: string, time: string,
 *   ahead: number | null, behind: number | null, judged?: any }} Stamp
 * @typedef {{ packet: any, entries: { seq: number, hash: string, payload: any, withheld: boolean,
 *   erased: boolean }[], stamps: Stamp[], pictures: import('./picture.js').Picture[],
 *   broken: Broken | null, statement?: boolean }} Verified
 */

/** The text is no export: the message says what is missing. Or a file of a bundle is at fault. */
export class NoExport extends Error {
  /** @param {string} why @param {string | null} [file] of a bundle */
  constructor(why, file = null) {
    super(why);
    this.file = file;
  }
}

/** A document of a bundle does not say what the export says. */
export class Parted extends NoExport {}

/** @param {unknown} condition @param {string} why */
function need(condition, why) {
  if (!condition) throw new NoExport(why);
}

const isCount = value => Number.isInteger(value) && value >= 0 && value <= 2 ** 63;
const isText = value => typeof value === 'string';
/** A real one, from the year 2000 on. */
const isTime = value => {
  if (!isText(value) || !TIME.test(value) || value < '2000') return false;
  const at = new Date(value);
  return !Number.isNaN(at.getTime()) && at.toISOString() === value;
};
const isName = value =>
  value === undefined || value === null || (isText(value) && SLUG.test(value));
const isAuthority = value =>
  isObject(value) &&
  isName(value.name) &&
  isText(value.url) &&
  value.url !== '' &&
  encode(value.url).length <= 2000 &&
  !CONTROL.test(value.url);

/** Step 1. @param {any} packet */
function checkShape(packet) {
  need(isObject(packet), 'no object');
  need(packet.format === 'optoutlog-export', 'format');
  need(packet.version === 1, 'version');
  need(isText(packet.record) && HEX16.test(packet.record), 'record');
  for (const name of ['genesis', 'head'])
    need(isText(packet[name]) && HEX32.test(packet[name]), name);
  need(isCount(packet.count), 'count');
  for (const name of ['tool', 'exported', 'checkpoint']) need(isText(packet[name]), name);
  need(isObject(packet.scope), 'scope');
  for (const name of ['platform', 'account'])
    need(packet.scope[name] === null || isText(packet.scope[name]), `scope.${name}`);
  need(Array.isArray(packet.entries), 'entries');
  for (const entry of packet.entries) {
    need(isObject(entry) && isCount(entry.seq), 'entries');
    for (const name of ['prev', 'digest', 'hash'])
      need(isText(entry[name]) && HEX32.test(entry[name]), `entry ${entry.seq}: ${name}`);
    const disclosed = 'salt' in entry || 'payload' in entry;
    const states = [disclosed, entry.erased === true, entry.withheld === true];
    need(states.filter(Boolean).length === 1, `entry ${entry.seq}: disclosed, erased, withheld`);
    if (!disclosed) continue;
    need(isText(entry.salt) && HEX16.test(entry.salt), `entry ${entry.seq}: salt`);
    need(isText(entry.payload), `entry ${entry.seq}: payload`);
  }
}

const isBase64 = (value, most) =>
  isText(value) &&
  value.length > 0 &&
  value.length <= most &&
  value.length % 4 === 0 &&
  BASE64.test(value) &&
  fromBase64(value) !== null;
const isList = (value, least) =>
  Array.isArray(value) &&
  value.length >= least &&
  value.length <= 16 &&
  value.every(one => isBase64(one, 262_144)) &&
  value.reduce((sum, one) => sum + one.length, 0) <= 262_144;

/**
 * The ranges of a note of an erase; null where they are none.
 * @param {any} payload @param {number} seq
 */
function rangesOf({ ranges }, seq) {
  if (!Array.isArray(ranges)) return null;
  let before = -1;
  for (const range of ranges) {
    if (!Array.isArray(range) || range.length !== 2 || !range.every(isCount)) return null;
    const [first, last] = range;
    if (first < 1 || first > last || last >= seq || first <= before + 1) return null;
    before = last;
  }
  return ranges;
}

/**
 * A time-stamp that is whole and covers a head of the chain; else null.
 * @param {any} payload @param {number} seq @param {string[]} hashes of the links before
 * @returns {Stamp | null}
 */
function stampOf(payload, seq, hashes) {
  const { covers, authority, time, token, certificates, crls = [] } = payload;
  const whole =
    isObject(covers) &&
    isCount(covers.count) &&
    isText(covers.head) &&
    isAuthority(authority) &&
    isTime(time) &&
    isBase64(token, 65_536) &&
    isList(certificates, 1) &&
    isList(crls, 0);
  if (!whole || covers.count < 1 || covers.count >= seq) return null;
  if (hashes[covers.count - 1] !== covers.head) return null;
  const { count, head } = covers;
  return { seq, payload, count, head, time, ahead: null, behind: null };
}

/** Which entries' own times contradict each time-stamp. @param {Verified} verified */
function compareTimes({ entries, stamps }) {
  const received = entries.map(({ payload }) =>
    isText(payload?.received) ? Date.parse(payload.received) : NaN,
  );
  for (const stamp of stamps) {
    const at = Date.parse(stamp.time);
    const ahead = received.findIndex((time, n) => n < stamp.count && time > at + TOLERANCE);
    const behind = received.findIndex((time, n) => n >= stamp.count && time < at - TOLERANCE);
    stamp.ahead = ahead < 0 ? null : ahead + 1;
    stamp.behind = behind < 0 ? null : behind + 1;
  }
}

/** The tag of a hash, with its zero byte. @param {string} name */
const tag = name => encode(`optoutlog-${name}-v1\0`);

/** @param {number} seq as 8 bytes, big-endian */
function number(seq) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seq));
  return bytes;
}

/**
 * Steps 1 to 4. Throws NoExport.
 * @param {string} text
 * @param {(done: number, of: number) => void} [progress]
 * @returns {Promise<Verified>}
 */
export async function verifyChain(text, progress = () => {}) {
  const packet = parseStrictly(text);
  need(packet !== undefined, 'JSON');
  checkShape(packet);
  /** @type {Verified} */
  const found = { packet, entries: [], stamps: [], pictures: [], broken: null };
  const broken = (seq, reason) => {
    found.broken = { seq, reason };
    compareTimes(found);
    return found;
  };
  const { record, scope } = /** @type {any} */ (packet);
  const full = scope.platform === null && scope.account === null;
  let head = toHex(await sha256(tag('genesis'), fromHex(record)));
  if (head !== packet.genesis) return broken(0, 'genesis');
  const hashes = [];
  const noted = new Set();
  for (const entry of packet.entries) {
    const seq = hashes.length + 1;
    if (seq % 50 === 0) progress(seq, packet.entries.length);
    const wrong = await wrongIn(entry, seq, head, full);
    if (wrong) return broken(seq, wrong);
    const payload = 'payload' in entry ? parseStrictly(entry.payload) : null;
    if (payload?.type === 'erased') {
      const ranges = rangesOf(payload, seq);
      if (!ranges) return broken(seq, 'note');
      for (const [first, last] of ranges) for (let n = first; n <= last; ++n) noted.add(n);
    }
    if (payload?.type === 'stamp') {
      const stamp = stampOf(payload, seq, hashes);
      if (!stamp) return broken(seq, 'stamp');
      found.stamps.push(stamp);
    }
    if (payload?.type === 'picture') {
      const picture = pictureOf(payload, seq, hashes, found.entries, isTime);
      if (!picture) return broken(seq, 'picture');
      found.pictures.push(picture);
    }
    if (payload?.type === 'witness' && !isWitness(payload, seq, hashes, found.entries, isTime))
      return broken(seq, 'witness');
    for (const name of ['platform', 'account'])
      need(isText(payload?.[name] ?? ''), `entry ${seq}: ${name}`);
    head = entry.hash;
    hashes.push(head);
    const { withheld = false, erased = false } = entry;
    found.entries.push({ seq, hash: head, payload, withheld, erased });
  }
  compareTimes(found);
  if (packet.count !== hashes.length || packet.head !== head) return broken(0, 'head');
  if (packet.checkpoint !== checkpoint(record, packet.count, head)) return broken(0, 'checkpoint');
  for (const { seq, erased } of found.entries) {
    if (erased && !noted.has(seq)) return broken(seq, 'erased-without-note');
    if (!erased && noted.has(seq)) return broken(seq, 'note-without-erase');
  }
  return found;
}

/** Step 2 for one entry: the reason; null where nothing is wrong. */
async function wrongIn(entry, seq, head, full) {
  if (entry.seq !== seq) return 'order';
  if (entry.prev !== head) return 'prev';
  const link = await sha256(tag('link'), number(seq), fromHex(head), fromHex(entry.digest));
  if (toHex(link) !== entry.hash) return 'hash';
  if (!('payload' in entry)) return entry.withheld && full ? 'withheld' : null;
  if (!isWellFormed(entry.payload)) return 'digest';
  const held = await sha256(tag('entry'), fromHex(entry.salt), encode(entry.payload));
  if (toHex(held) !== entry.digest) return 'digest';
  return isObject(parseStrictly(entry.payload)) ? null : 'payload';
}

/** Section 6. */
export const checkpoint = (record, count, head) =>
  `optoutlog-checkpoint-v1 ${record} ${count} ${head}`;
