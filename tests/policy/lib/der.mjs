// As much DER as the tests need to take an answer of a time-stamping authority apart and to put
// another one together.

/** @param {number} tag @param {...Buffer} parts */
export function der(tag, ...parts) {
  const body = Buffer.concat(parts);
  const { length } = body;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), body]);
  const size = length < 256 ? [length] : [length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, 0x80 | size.length, ...size]), body]);
}

/** The elements of `bytes`: tag, whole element, content. */
export function elements(bytes) {
  const all = [];
  for (let at = 0; at < bytes.length;) {
    let length = bytes[at + 1];
    let head = 2;
    if (length & 0x80) {
      head += length & 0x7f;
      length = bytes.subarray(at + 2, at + head).reduce((sum, byte) => sum * 256 + byte, 0);
    }
    const end = at + head + length;
    all.push({
      tag: bytes[at],
      whole: bytes.subarray(at, end),
      content: bytes.subarray(at + head, end),
    });
    at = end;
  }
  return all;
}

/** The token of an answer (TimeStampResp). */
export const tokenOf = reply => elements(elements(reply)[0].content)[1].whole;

/** An answer that grants `token`. */
export const granted = token => der(0x30, der(0x30, der(0x02, Buffer.from([0]))), token);

/** What a token says (TSTInfo), as bytes. */
export function infoOf(token) {
  const signed = elements(elements(elements(token)[0].content)[1].content)[0];
  const content = elements(signed.content).find(
    ({ tag, whole }) =>
      tag === 0x30 && whole.includes(Buffer.from('2a864886f70d0109100104', 'hex')),
  );
  return elements(elements(content.content)[1].content)[0].content;
}
