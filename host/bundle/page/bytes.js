// Bytes and texts of a verifier that stands on WebCrypto alone.

const utf8 = new TextEncoder();

/** @param {string} text */
export const encode = text => utf8.encode(text);

/** @param {Uint8Array[]} parts */
export function joined(...parts) {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** @param {Uint8Array} bytes */
export const toHex = bytes =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

/** @param {string} text an even number of hexadecimal digits */
export const fromHex = text =>
  Uint8Array.from({ length: text.length / 2 }, (_, at) => parseInt(text.substr(2 * at, 2), 16));

/**
 * RFC 4648 with padding; null where the text is none, or another text stands for the same bytes.
 * @param {string} text
 */
export function fromBase64(text) {
  try {
    const binary = atob(text);
    if (btoa(binary) !== text) return null;
    return Uint8Array.from(binary, char => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
export function toBase64(bytes) {
  const parts = [];
  // as many as one call takes, and a multiple of three
  for (let at = 0; at < bytes.length; at += 24_576)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24_576))));
  return parts.join('');
}

/** @param {Uint8Array} a @param {Uint8Array} b */
export const same = (a, b) => a.length === b.length && a.every((byte, at) => byte === b[at]);

/** @param {string} name 'SHA-256' and the like @param {Uint8Array[]} parts */
export const digest = async (name, ...parts) =>
  new Uint8Array(await crypto.subtle.digest(name, joined(...parts)));

/** @param {Uint8Array[]} parts */
export const sha256 = (...parts) => digest('SHA-256', ...parts);

/** A text without lone surrogates has bytes in UTF-8. @param {string} text */
export const isWellFormed = text =>
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
