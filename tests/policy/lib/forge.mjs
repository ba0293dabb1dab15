// Exports that somebody changed and made whole again, as the owner of a record can: with hashes of
// their own. Written from host/RECORD.md, section 2.
import { createHash } from 'node:crypto';

const sha = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const hex = text => Buffer.from(text, 'hex');

/**
 * Links everything anew, so that the chain holds whatever was changed in it.
 * @param {object} packet of an export; its entries were changed, left out or added
 * @param {(payload: any, heads: string[]) => any} [bend] changes what an entry says, or gives it as
 *   `text`; `heads`: the hash of each link so far, from number 1 on
 */
export function rechained(packet, bend = () => {}) {
  const copy = structuredClone(packet);
  const heads = [''];
  let prev = copy.genesis;
  copy.entries.forEach((entry, index) => {
    entry.seq = index + 1;
    entry.prev = prev;
    if (entry.payload !== undefined) {
      const payload = JSON.parse(entry.payload);
      entry.payload = bend(payload, heads)?.text ?? JSON.stringify(payload);
      const salt = hex(entry.salt);
      entry.digest = sha('optoutlog-entry-v1\0', salt, Buffer.from(entry.payload)).toString('hex');
    }
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(entry.seq));
    const parts = [number, hex(prev), hex(entry.digest)];
    entry.hash = sha('optoutlog-link-v1\0', ...parts).toString('hex');
    prev = entry.hash;
    heads.push(prev);
  });
  copy.count = copy.entries.length;
  copy.head = prev;
  copy.checkpoint = `optoutlog-checkpoint-v1 ${copy.record} ${copy.count} ${copy.head}`;
  return copy;
}
