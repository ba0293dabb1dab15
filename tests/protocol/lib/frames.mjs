// The frame of native messaging: a 32-bit little-endian length, then that many bytes of UTF-8 JSON.

export const MAX_OUT = 1_048_576; // what both browsers accept from a host

/** @param {Buffer} body @param {number} [length] another length in the header than the true one */
export function frame(body, length = body.length) {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(length);
  return Buffer.concat([header, body]);
}

/**
 * Cuts a byte stream into frames. What cannot be a frame stays in `problem`; a rest stays in
 * `rest`.
 */
export class FrameReader {
  constructor(onFrame) {
    this.onFrame = onFrame;
    this.chunks = [];
    this.size = 0;
    this.problem = null;
  }

  push(chunk) {
    this.chunks.push(chunk);
    this.size += chunk.length;
    while (!this.problem && this.size >= 4) {
      const bytes = this.#joined();
      const length = bytes.readUInt32LE(0);
      if (length > MAX_OUT) {
        this.problem =
          `the host announced ${length} bytes; read as text that is ` +
          `${JSON.stringify(bytes.toString('latin1', 0, 4))}`;
        return;
      }
      if (this.size < 4 + length) return;
      this.chunks = [bytes.subarray(4 + length)];
      this.size -= 4 + length;
      this.onFrame(bytes.subarray(4, 4 + length));
    }
  }

  #joined() {
    if (this.chunks.length > 1) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0];
  }

  get rest() {
    return this.#joined() ?? Buffer.alloc(0);
  }
}
