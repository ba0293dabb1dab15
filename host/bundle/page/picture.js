// What an export says of the pictures that were kept with readings: host/RECORD.md, section 4.
import { encode } from './bytes.js';
import { isObject } from './json.js';

export const HASH = /^[0-9a-f]{64}$/;
export const PLATFORM = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const OUTSIDE = /[\u0000-\u001f\u007f-\u009f]/;
const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png' };
const SIDE = 16_384;

export const within = (value, least, most) =>
  Number.isInteger(value) && value >= least && value <= most;
export const isAccount = value =>
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
 * Whether the content of a link is a reading of theirs; where it is not shown, it may be.
 * @param {any} reading @param {string} platform @param {string | null | undefined} account
 */
export const isOfReading = (reading, platform, account) =>
  reading === null ||
  ('type' in reading === false &&
    reading.basis === 'seen' &&
    reading.platform === platform &&
    (reading.account ?? null) === (account ?? null));

/**
 * A picture that is of a reading of the chain; else null.
 * @param {any} payload @param {number} seq @param {string[]} hashes of the links before
 * @param {{ payload: any }[]} entries the links before
 * @param {(value: unknown) => boolean} isTime
 * @returns {Picture | null}
 */
export function pictureOf(payload, seq, hashes, entries, isTime) {
  const { of, at, platform, account, sha256, media, bytes, width, height, covered } = payload;
  const whole =
    isObject(of) &&
    within(of.seq, 1, seq - 1) &&
    isTime(at) &&
    typeof platform === 'string' &&
    PLATFORM.test(platform) &&
    isAccount(account) &&
    typeof sha256 === 'string' &&
    HASH.test(sha256) &&
    typeof media === 'string' &&
    Object.hasOwn(ENDINGS, media) &&
    within(bytes, 1, 614_400) &&
    within(width, 1, SIDE) &&
    within(height, 1, SIDE) &&
    width * height <= 50_000_000 &&
    within(covered, 0, 1000);
  if (!whole || hashes[of.seq - 1] !== of.hash) return null;
  if (!isOfReading(entries[of.seq - 1].payload, platform, account)) return null;
  return { seq, of: of.seq, at, sha256, name: `${sha256}.${ENDINGS[media]}`, covered, media };
}
