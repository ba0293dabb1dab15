// Small pictures, and a log program that keeps them.
import { createHash, randomUUID } from 'node:crypto';
import zlib from 'node:zlib';
import { Host } from './host.mjs';

const crc32 = bytes => zlib.gzipSync(bytes).subarray(-8).readUInt32LE(0);
const number = value => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A PNG of one grey, with this text in it. @param {string} text */
export function png(text, side = 8) {
  const chunk = (name, data) => {
    const named = Buffer.concat([Buffer.from(name), data]);
    return Buffer.concat([number(data.length), named, number(crc32(named))]);
  };
  const head = Buffer.concat([number(side), number(side), Buffer.from([8, 0, 0, 0, 0])]);
  const row = Buffer.alloc(side + 1, 0x70).fill(0, 0, 1);
  const rows = zlib.deflateSync(Buffer.concat(Array(side).fill(row)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('tEXt', Buffer.from(`Comment\0${text}`)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const nameOf = bytes => `${createHash('sha256').update(bytes).digest('hex')}.png`;

/** Keeps it with the newest reading of that line. @param {object} of @param {Buffer} bytes */
export async function keepPicture(env, of, bytes, more = {}) {
  const host = new Host({ env, program: 'optoutlog-host' });
  const params = {
    id: randomUUID(),
    of: { account: null, unit: null, ...of },
    at: new Date().toISOString(),
    covered: 0,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    from: 0,
    data: bytes.toString('base64'),
    ...more,
  };
  const answer = await host.call('picture', params);
  await host.close({ keep: true });
  return answer;
}
