// DER, as far as certificates, lists of revoked ones and time-stamp tokens are written in it.

/** Bytes that are not what they should be. */
export class Malformed extends Error {}

/**
 * @typedef {{ tag: number, whole: Uint8Array, content: Uint8Array }} Element
 */

/**
 * The element at the beginning of `bytes`, which has to fill them.
 * @param {Uint8Array} bytes
 * @returns {Element}
 */
export function only(bytes) {
  const [first, ...more] = elements(bytes);
  if (!first || more.length > 0) throw new Malformed();
  return first;
}

/** @param {Uint8Array} bytes @returns {Element[]} */
export function elements(bytes) {
  const all = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at];
    let length = bytes[at + 1];
    let head = 2;
    if ((tag & 0x1f) === 0x1f || length === undefined || length === 0x80) throw new Malformed();
    if (length > 0x80) {
      const size = length & 0x7f;
      if (size > 4) throw new Malformed();
      length = bytes.subarray(at + 2, at + 2 + size).reduce((sum, byte) => sum * 256 + byte, 0);
      head += size;
    }
    const end = at + head + length;
    if (end > bytes.length) throw new Malformed();
    all.push({ tag, whole: bytes.subarray(at, end), content: bytes.subarray(at + head, end) });
    at = end;
  }
  return all;
}

/**
 * The elements of one that has the tag.
 * @param {Element | undefined} element @param {number} tag
 */
export function inside(element, tag = 0x30) {
  if (element?.tag !== tag) throw new Malformed();
  return elements(element.content);
}

/** An object identifier in dots. @param {Element | undefined} element */
export function identifier(element) {
  if (element?.tag !== 0x06) throw new Malformed();
  const parts = [];
  let value = 0;
  for (const byte of element.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    parts.push(value);
    value = 0;
  }
  const [first = 0, ...rest] = parts;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - 40 * root, ...rest].join('.');
}

/** Milliseconds of a UTCTime or GeneralizedTime. @param {Element | undefined} element */
export function time(element) {
  const text = String.fromCharCode(...(element?.content ?? []));
  const short = element?.tag === 0x17;
  if (!short && element?.tag !== 0x18) throw new Malformed();
  const full = short ? (Number(text.slice(0, 2)) < 50 ? '20' : '19') + text : text;
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/.exec(full);
  if (!found) throw new Malformed();
  const [, year, month, day, hour, minute, second, part = ''] = found;
  const millis = `${part}000`.slice(0, 3);
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}Z`);
  if (Number.isNaN(at)) throw new Malformed();
  return at;
}
