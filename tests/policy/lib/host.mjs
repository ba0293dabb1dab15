// Drives the built policy host over its pipes, as a browser does.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { bin, root } from './optoutlog.mjs';

const ids = JSON.parse(readFileSync(path.join(root, 'manifests/ids.json'), 'utf8'));

/** Folders made here; also those of a test that ended without close(). */
const made = [];
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
function ownFolder() {
  made.push(mkdtempSync(path.join(tmpdir(), 'optoutlog-policy-')));
  return made.at(-1);
}

/** Those that run; a failed test leaves its own behind, and its file would wait for it. */
const running = new Set();
export const endHosts = () => running.forEach(child => child.kill());

export class Host {
  constructor({
    env = {},
    origin = `chrome-extension://${ids.chromium[0]}/`,
    folder,
    program = 'optoutlog-policy',
  } = {}) {
    this.folder = folder ?? ownFolder();
    const clean = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name)),
    );
    this.child = spawn(bin(program), [origin], {
      env: { ...clean, OPTOUTLOG_DATA: path.join(this.folder, 'data'), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    running.add(this.child);
    this.waiting = new Map();
    this.progress = [];
    this.id = 0;
    this.stderr = '';
    let buffer = Buffer.alloc(0);
    this.child.stdout.on('data', chunk => {
      buffer = Buffer.concat([buffer, chunk]);
      while (buffer.length >= 4 && buffer.length >= 4 + buffer.readUInt32LE(0)) {
        const message = JSON.parse(buffer.subarray(4, 4 + buffer.readUInt32LE(0)).toString('utf8'));
        buffer = buffer.subarray(4 + buffer.readUInt32LE(0));
        if (message.method) this.progress.push(message);
        else {
          this.waiting.get(message.id)?.(message);
          this.waiting.delete(message.id);
        }
        this.onMessage?.(message);
      }
    });
    this.child.stderr.setEncoding('utf8').on('data', text => {
      this.stderr += text;
    });
    this.exit = new Promise((resolve, reject) => {
      this.child.on('error', error =>
        reject(new Error(`${bin(program)}: ${error.message}; build it first`)),
      );
      this.child.on('exit', (code, signal) => {
        running.delete(this.child);
        for (const answer of this.waiting.values())
          answer({
            error: {
              message: `host ended: ${code ?? signal}; ${this.stderr}`,
              data: { name: 'ended' },
            },
          });
        resolve({ code, signal });
      });
    });
    this.child.stdin.on('error', () => {});
  }

  /** The whole answer, `result` or `error`. */
  ask(method, params = {}) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: ++this.id, method, params }));
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length);
    const answer = new Promise(resolve => this.waiting.set(this.id, resolve));
    this.child.stdin.write(Buffer.concat([head, body]));
    return answer;
  }

  async call(method, params) {
    const { result, error } = await this.ask(method, params);
    if (error)
      throw Object.assign(new Error(`${method}: ${error.data?.name}: ${error.message}`), {
        data: error.data,
      });
    return result;
  }

  /**
   * Runs statements on policy.db, as time or an older version would have left it. Not waited for in
   * one piece: the server that other hosts ask meanwhile runs in this process.
   */
  async sql(...statements) {
    await promisify(execFile)('python3', [
      '-c',
      'import sqlite3,sys\ndb=sqlite3.connect(sys.argv[1])\nfor one in sys.argv[2:]: ' +
        'db.execute(one)\ndb.commit()',
      path.join(this.folder, 'data/policy/policy.db'),
      ...statements,
    ]);
  }

  /** Moves every look one day into the past, so that the documents are due again. */
  aDayLater() {
    return this.sql(
      'UPDATE looks SET checked = max(0, checked - 86400000), good = max(0, good - ' +
        '86400000), not_before = max(0, not_before - 86400000)',
    );
  }

  /** @param {{ keep?: boolean }} [options] keep: leave the folder to another host */
  async close({ keep = false } = {}) {
    this.child.stdin.end();
    const end = await this.exit;
    if (!keep) rmSync(this.folder, { recursive: true, force: true });
    return end;
  }
}
