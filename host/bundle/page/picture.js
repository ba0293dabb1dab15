// What an export says of the pictures that were kept with readings: host/RECORD.md, section 4.
import { encode } from './bytes.js';
import { isObject } from './json.js';

export const HASH = /^[0-9a-f]{64}$/;
const PLATFORM = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const OUTSIDE = /[\u0000-\u001f\u007f-\u009f]/;
const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png' };
const SIDE = 16_384;

export const within = (value, least, most) =>
  Number.isInteger(value) && value >= least && value <= most;
const isAccount = value =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' &&
    value !== '' &&
    encode(value).length <= 200 &&
    !OUTSIDE.test(value));

/**
 * @typedef {{ seq: number, of: number, at: string, sha256: string, name: string, covered: number,
 *   media: string, bytes?: Uint8Array }} Picture
 */

/**
 * Whether what is kept beside a reading (a picture, a witness) says when and whose it is, and is
 * beside a reading of the chain of theirs; where that is not shown, it may be.
 * @param {any} payload @param {number} seq @param {string[]} hashes of the links before
 * @param {{ payload: any }[]} entries the links before
 * @param {(value: unknown) => boolean} isTime
 */
export function isBeside({ of, at, platform, account }, seq, hashes, entries, isTime) {
  const whole =
    isObject(of) &&
    within(of.seq, 1, seq - 1) &&
    isTime(at) &&
    typeof platform === 'string' &&
    PLATFORM.test(platform) &&
    isAccount(account);
  if (!whole || hashes[of.seq - 1] !== of.hash) return false;
  const reading = entries[of.seq - 1].payload;
  return (
    reading === null ||
    ('type' in reading === false &&
      reading.basis === 'seen' &&
      reading.platform === platform &&
      (reading.account ?? null) === (account ?? null))
  );
}

/**
 * A picture that is of a reading of the chain; else null.
 * @param {any} payload @param {number} seq @param {string[]} hashes of the links before
 * @param {{ payload: any }[]} entries the links before
 * @param {(value: unknown) => boolean} isTime
 * @returns {Picture | null}
 */
export function pictureOf(payload, seq, hashes, entries, isTime) {
  const { of, at, sha256, media, bytes, width, height, covered } = payload;
  const whole =
    typeof sha256 === 'string' &&
    HASH.test(sha256) &&
    typeof media === 'string' &&
    Object.hasOwn(ENDINGS, media) &&
    within(bytes, 1, 614_400) &&
    within(width, 1, SIDE) &&
    within(height, 1, SIDE) &&
    width * height <= 50_000_000 &&
    within(covered, 0, 1000);
  if (!whole || !isBeside(payload, seq, hashes, entries, isTime)) return null;
  return { seq, of: of.seq, at, sha256, name: `${sha256}.${ENDINGS[media]}`, covered, media };
}
