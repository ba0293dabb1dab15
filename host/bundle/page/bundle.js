// A bundle, or an export alone: all of it verified, in the order of host/RECORD.md, sections 7 and
// 11.
import { encode, fromBase64, same, sha256, toBase64, toHex } from './bytes.js';
import { NoExport, Parted, checkpoint, verifyChain } from './chain.js';
import { dpvOf } from './dpv.js';
import { isObject, parseStrictly } from './json.js';
import { STATEMENT_VERSION, sourceOf, statementOf } from './statement.js';
import { judgeStamp } from './token.js';

/** @param {Uint8Array} bytes @param {string} name of the file, which is no text otherwise */
function textOf(bytes, name) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw wrongFile(name);
  }
}
const NEEDED = ['dpv.jsonld', 'export.json', 'statement.html'];
/** @param {string} name */
const wrongFile = name => new NoExport(name, name);
const stampFile = (seq, name) => `stamps/${seq}/${name}`;

/**
 * What the files of a bundle have to be, beside the manifest. Throws NoExport.
 * @returns {Promise<{ version: number, language: string }>} by what its documents were made
 */
async function checkFiles(files) {
  const held = files.get('bundle.json');
  const manifest = held && parseStrictly(textOf(held, 'bundle.json'));
  const known = isObject(manifest) && manifest.format === 'optoutlog-bundle';
  if (!known || manifest.version !== 1 || !Array.isArray(manifest.files))
    throw wrongFile('bundle.json');
  const { made } = manifest;
  const isMade = isObject(made) && Number.isInteger(made.version) && made.version >= 0;
  if (!isMade || typeof made.language !== 'string') throw wrongFile('bundle.json');
  const names = new Set(['bundle.json']);
  for (const one of manifest.files) {
    const { name, sha256: hash } = isObject(one) ? one : {};
    if (typeof name !== 'string') throw wrongFile('bundle.json');
    const bytes = files.get(name);
    if (!bytes || names.has(name) || toHex(await sha256(bytes)) !== hash) throw wrongFile(name);
    names.add(name);
  }
  for (const name of NEEDED) if (!names.has(name)) throw wrongFile(name);
  for (const name of [...files.keys()].sort()) if (!names.has(name)) throw wrongFile(name);
  return made;
}

/**
 * That what was taken out of the export for other programs, and the pictures, are what it says, and
 * that no file is there which no bundle has.
 */
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
  const known = new Set(['bundle.json', 'verify.html', ...NEEDED, ...expected.keys()]);
  for (const picture of pictures) {
    const name = `pictures/${picture.name}`;
    const bytes = files.get(name);
    if (!bytes || toHex(await sha256(bytes)) !== picture.sha256) throw wrongFile(name);
    picture.bytes = bytes;
    known.add(name);
  }
  for (const name of [...files.keys()].sort()) if (!known.has(name)) throw wrongFile(name);
}

/** The line of a document where two of it part, without its tags, as far as it goes. */
function lineAt(text, at) {
  const end = text.indexOf('\n', at);
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? undefined : end);
  const shown = line.replace(/<[^>]*>?/g, '');
  return shown.length > 160 ? `${shown.slice(0, 160)}…` : shown;
}

/** That a document is what the export amounts to, to the byte. */
function checkDocument(files, name, expected) {
  const bytes = files.get(name);
  if (same(bytes, encode(expected))) return;
  const there = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let at = 0;
  while (at < there.length && there[at] === expected[at]) ++at;
  throw new Parted(`${name}: “${lineAt(there, at)}” ≠ “${lineAt(expected, at)}”`, name);
}

/**
 * The statement, and the same for programs.
 * @returns {boolean} false: another version made them, and nothing can be said of them
 */
function checkDocuments(files, made, found, { words, style }) {
  if (made.version !== STATEMENT_VERSION) return false;
  const { language } = made;
  if (!Object.hasOwn(words, language)) throw wrongFile('bundle.json');
  const pictures = new Map(
    found.pictures.map(({ sha256: hash, bytes }) => [hash, toBase64(bytes)]),
  );
  const source = sourceOf(found);
  const statement = statementOf(source, pictures, { language, words: words[language], style });
  checkDocument(files, 'statement.html', statement);
  checkDocument(files, 'dpv.jsonld', dpvOf(source));
  return true;
}

/**
 * @param {Map<string, Uint8Array>} files
 * @param {boolean} whole they are those of a bundle; else `export.json` alone
 * @param {{ words: Record<string, Record<string, string>>, style: string }} tables of the statement
 * @param {(done: number, of: number) => void} [progress]
 */
export async function verifyBundle(files, whole, tables, progress = () => {}) {
  const made = whole ? await checkFiles(files) : null;
  const held = files.get('export.json');
  if (!held) throw wrongFile('export.json');
  const found = await verifyChain(textOf(held, 'export.json'), progress);
  if (found.broken) return found;
  if (made) {
    await checkCopies(files, found);
    found.statement = checkDocuments(files, made, found, tables);
  }
  for (const stamp of found.stamps) {
    stamp.judged = await judgeStamp(stamp, found.packet.record);
    const { fault } = stamp.judged;
    if (fault && !found.broken) found.broken = { seq: stamp.seq, reason: 'token', why: fault };
  }
  return found;
}
