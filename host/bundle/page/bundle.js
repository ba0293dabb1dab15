// A bundle, or an export alone: all of it verified, in the order of host/RECORD.md, sections 7 and
// 11.
import { encode, fromBase64, same, sha256, toHex } from './bytes.js';
import { NoExport, checkpoint, verifyChain } from './chain.js';
import { isObject, parseStrictly } from './json.js';
import { judgeStamp } from './token.js';

/** @param {Uint8Array} bytes @param {string} name of the file, which is no text otherwise */
function textOf(bytes, name) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw wrongFile(name);
  }
}
/** @param {string} name */
const wrongFile = name => new NoExport(name, name);
const stampFile = (seq, name) => `stamps/${seq}/${name}`;

/** What the files of a bundle have to be, beside the manifest. Throws NoExport. */
async function checkFiles(files) {
  const held = files.get('bundle.json');
  const manifest = held && parseStrictly(textOf(held, 'bundle.json'));
  const known = isObject(manifest) && manifest.format === 'optoutlog-bundle';
  if (!known || manifest.version !== 1 || !Array.isArray(manifest.files))
    throw wrongFile('bundle.json');
  const names = new Set(['bundle.json']);
  for (const one of manifest.files) {
    const { name, sha256: hash } = isObject(one) ? one : {};
    if (typeof name !== 'string') throw wrongFile('bundle.json');
    const bytes = files.get(name);
    if (!bytes || names.has(name) || toHex(await sha256(bytes)) !== hash) throw wrongFile(name);
    names.add(name);
  }
  for (const name of ['export.json', 'statement.html']) if (!names.has(name)) throw wrongFile(name);
  for (const name of [...files.keys()].sort()) if (!names.has(name)) throw wrongFile(name);
}

/** That what was taken out of the export for other programs, and the pictures, are what it says. */
async function checkCopies(files, { packet, stamps, pictures }) {
  const expected = new Map([['checkpoint.txt', encode(packet.checkpoint)]]);
  for (const { seq, payload, count, head } of stamps) {
    const line = encode(checkpoint(packet.record, count, head));
    expected.set(stampFile(seq, 'checkpoint.txt'), line);
    expected.set(stampFile(seq, 'token.tst'), fromBase64(payload.token));
    payload.certificates.forEach((one, n) =>
      expected.set(stampFile(seq, `certificate-${n + 1}.der`), fromBase64(one)),
    );
    (payload.crls ?? []).forEach((one, n) =>
      expected.set(stampFile(seq, `revoked-${n + 1}.der`), fromBase64(one)),
    );
  }
  for (const [name, bytes] of expected) {
    const there = files.get(name);
    if (!there || !bytes || !same(there, bytes)) throw wrongFile(name);
  }
  for (const name of files.keys())
    if (name.startsWith('stamps/') && !expected.has(name)) throw wrongFile(name);
  const shown = new Set();
  for (const picture of pictures) {
    const name = `pictures/${picture.name}`;
    const bytes = files.get(name);
    if (!bytes || toHex(await sha256(bytes)) !== picture.sha256) throw wrongFile(name);
    picture.bytes = bytes;
    shown.add(name);
  }
  for (const name of files.keys())
    if (name.startsWith('pictures/') && !shown.has(name)) throw wrongFile(name);
  if (!textOf(files.get('statement.html'), 'statement.html').includes(packet.checkpoint))
    throw wrongFile('statement.html');
}

/**
 * @param {Map<string, Uint8Array>} files
 * @param {boolean} whole they are those of a bundle; else `export.json` alone
 * @param {(done: number, of: number) => void} [progress]
 */
export async function verifyBundle(files, whole, progress = () => {}) {
  if (whole) await checkFiles(files);
  const held = files.get('export.json');
  if (!held) throw wrongFile('export.json');
  const found = await verifyChain(textOf(held, 'export.json'), progress);
  if (found.broken) return found;
  if (whole) await checkCopies(files, found);
  for (const stamp of found.stamps) {
    stamp.judged = await judgeStamp(stamp, found.packet.record);
    const { fault } = stamp.judged;
    if (fault && !found.broken) found.broken = { seq: stamp.seq, reason: 'token', why: fault };
  }
  return found;
}
