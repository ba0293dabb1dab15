/** Texts in bytes, as the host counts them. Pure. */

/**
 * Cuts to at most `bytes` of UTF-8 without splitting a character; lone surrogates become U+FFFD,
 * as the host refuses invalid UTF-8.
 * @param {string} value
 * @param {number} bytes
 */
export function clamp(value, bytes) {
  const all = new TextEncoder().encode(value);
  if (all.length <= bytes) return new TextDecoder().decode(all);
  let end = bytes;
  while (end > 0 && (all[end] & 0xc0) === 0x80) end -= 1;
  return new TextDecoder().decode(all.subarray(0, end));
}
