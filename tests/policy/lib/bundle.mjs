// Bundles as somebody who tampers with them makes them: taken apart, changed, and put together
// again with a list that fits.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import zlib from 'node:zlib';
import { verifyBundle } from '../../../host/bundle/page/bundle.js';
import { NoExport } from '../../../host/bundle/page/chain.js';
import { dpvOf } from '../../../host/bundle/page/dpv.js';
import { sourceOf, statementOf } from '../../../host/bundle/page/statement.js';
import { NoArchive, unzip } from '../../../host/bundle/page/zip.js';

/** What the page has of the statement: its words by language, and its style. */
const wordsAt = new URL('../../../host/service/words/', import.meta.url);
export const tables = {
  style: readFileSync(new URL('statement.css', wordsAt), 'utf8'),
  words: Object.fromEntries(
    readdirSync(wordsAt)
      .filter(name => name.endsWith('.json'))
      .map(name => [name.slice(0, -5), JSON.parse(readFileSync(new URL(name, wordsAt), 'utf8'))]),
  ),
};

const bytesOf = value => (typeof value === 'string' ? Buffer.from(value) : value);
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex');
export const textOf = (files, name) => Buffer.from(files.get(name)).toString();

/** @param {string} file @returns {Promise<Map<string, Uint8Array>>} */
export const opened = file => unzip(new Uint8Array(readFileSync(file)));

/** The list made anew over what is there. @param {Map<string, Uint8Array>} files */
export function listed(files, made = { version: 1, language: 'en' }) {
  const copy = new Map(files);
  copy.delete('bundle.json');
  const list = [...copy].map(([name, bytes]) => ({ name, sha256: sha256(bytesOf(bytes)) }));
  const manifest = { format: 'optoutlog-bundle', version: 1, made, files: list };
  return copy.set('bundle.json', Buffer.from(JSON.stringify(manifest)));
}

/** Statement and dpv.jsonld of an export; nothing where it is none that could be told. */
export function documentsOf(files, packet, language) {
  const pictures = new Map(
    [...files]
      .filter(([name]) => name.startsWith('pictures/'))
      .map(([name, bytes]) => [name.slice(9, 73), Buffer.from(bytes).toString('base64')]),
  );
  try {
    const entries = packet.entries.map(({ seq, hash, payload }) => {
      return { seq, hash, payload: payload === undefined ? null : JSON.parse(payload) };
    });
    const source = sourceOf({ packet, entries });
    const how = { language, words: tables.words[language], style: tables.style };
    return { statement: statementOf(source, pictures, how), dpv: dpvOf(source) };
  } catch {
    return null;
  }
}

/**
 * The bundle of another export: the copies for other programs, statement, dpv.jsonld and the list
 * follow it, as its owner would make them.
 * @param {Map<string, Uint8Array>} files @param {any} packet
 */
export function rebuilt(files, packet, language = 'en') {
  const copy = new Map([...files].filter(([name]) => !name.startsWith('stamps/')));
  copy.set('export.json', Buffer.from(JSON.stringify(packet)));
  copy.set('checkpoint.txt', Buffer.from(packet.checkpoint));
  const documents = documentsOf(files, packet, language);
  if (documents) {
    copy.set('statement.html', Buffer.from(documents.statement));
    copy.set('dpv.jsonld', Buffer.from(documents.dpv));
  }
  for (const { seq, payload } of packet.entries) {
    let said;
    try {
      said = JSON.parse(payload);
    } catch {
      continue;
    }
    if (said?.type !== 'stamp') continue;
    const put = (name, text) => copy.set(`stamps/${seq}/${name}`, Buffer.from(text, 'base64'));
    const { count, head } = said.covers ?? {};
    const line = `optoutlog-checkpoint-v1 ${packet.record} ${count} ${head}`;
    copy.set(`stamps/${seq}/checkpoint.txt`, Buffer.from(line));
    put('token.tst', said.token);
    said.certificates.forEach((one, at) => put(`certificate-${at + 1}.der`, one));
    said.crls.forEach((one, at) => put(`revoked-${at + 1}.der`, one));
  }
  return listed(copy, { version: 1, language });
}

/** Writes an archive whose files are stored. @param {string} file */
export function zip(file, files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, value] of files) {
    const bytes = bytesOf(value);
    const called = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt32LE(0x21, 8);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(bytes.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(called.length, 22);
    const place = Buffer.alloc(16);
    place.writeUInt32LE(at, 12);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), head, place.subarray(2), called);
    parts.push(Buffer.from('PK\x03\x04'), head, called, bytes);
    at += 30 + called.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  writeFileSync(file, Buffer.concat([...parts, list, end]));
}

/** The archive whose first file, which is deflated, cannot be inflated. @param {Buffer} bytes */
export function bentInside(bytes) {
  const copy = Buffer.from(bytes);
  copy[30 + copy.readUInt16LE(26) + copy.readUInt16LE(28)] = 0xff;
  return copy;
}

/** CRC-32, as a gzip stream has it in front of the length at its end. */
const crc32 = bytes => zlib.gzipSync(bytes).subarray(-8).readUInt32LE(0);

/** What the page finds in a file: nothing (null), "5 digest", "file NAME", "export". */
export async function pageFinds(file) {
  const bytes = new Uint8Array(readFileSync(file));
  try {
    const whole = bytes[0] === 0x50;
    const files = whole ? await unzip(bytes) : new Map([['export.json', bytes]]);
    const { broken } = await verifyBundle(files, whole, tables);
    return (
      broken && [broken.seq, broken.reason, broken.why].filter(one => one !== undefined).join(' ')
    );
  } catch (error) {
    if (error instanceof NoArchive) return 'archive';
    if (!(error instanceof NoExport)) throw error;
    return error.file ? `file ${error.file}` : 'export';
  }
}

/** Whether a time-stamp of the bundle is one that the page cannot check. */
export async function pageDoubts(file) {
  const files = await unzip(new Uint8Array(readFileSync(file)));
  const { stamps } = await verifyBundle(files, true, tables);
  return stamps.some(({ judged }) => judged.unknown === true);
}

/** The same of what the command answers. */
export function commandFound({ error, broken }) {
  if (!error)
    return (
      broken && [broken.seq, broken.reason, broken.why].filter(one => one !== undefined).join(' ')
    );
  if (error.name !== 'packet.invalid') return error.name;
  if (error.data.why === 'the archive cannot be read') return 'archive';
  return error.data.file ? `file ${error.data.file}` : 'export';
}
