// The files of a ZIP archive, as far as bundles are written: stored, or deflated.

/** The archive cannot be read. */
export class NoArchive extends Error {}

const END = 0x06054b50;
const HEADER = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST = 256 * 1024 * 1024;

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Map<string, Uint8Array>>} by name
 */
export async function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) --end;
  if (end < 0) throw new NoArchive('end');
  const files = new Map();
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; --n) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== HEADER) throw new NoArchive('list');
    const [method, packed, size] = [at + 10, at + 20, at + 24].map((place, which) =>
      which === 0 ? view.getUint16(place, true) : view.getUint32(place, true),
    );
    const [name, extra, note] = [28, 30, 32].map(place => view.getUint16(at + place, true));
    const local = view.getUint32(at + 42, true);
    const called = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    if (files.has(called) || size > MOST) throw new NoArchive(called);
    files.set(called, await contentOf(bytes, view, { local, method, packed, size }));
    at += 46 + name + extra + note;
  }
  return files;
}

async function contentOf(bytes, view, { local, method, packed, size }) {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL)
    throw new NoArchive('file');
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data;
  if (method !== 8) throw new NoArchive('method');
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const parts = [];
  let sum = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new NoArchive('data');
    });
    if (done) break;
    sum += value.length;
    if (sum > size) throw new NoArchive('size');
    parts.push(value);
  }
  if (sum !== size) throw new NoArchive('size');
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
