// One host process, started and spoken to as a browser does it: real pipes (named ones, because
// Node's own "pipe" is a socket pair), the working folder of the binary, a bare environment.
import { spawn, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { FrameReader } from './frames.mjs';

const { O_RDONLY, O_WRONLY, O_NONBLOCK } = fs.constants;
let pipeNumber = 0;

/** Makes a pipe; returns blocking file descriptors {read, write} that are closed on exec. */
function makePipe(folder) {
  const name = path.join(folder, `pipe-${process.pid}-${pipeNumber++}`);
  execFileSync('mkfifo', ['-m', '600', name]);
  // so that the writer's open does not wait
  const holder = fs.openSync(name, O_RDONLY | O_NONBLOCK);
  const write = fs.openSync(name, O_WRONLY);
  const read = fs.openSync(name, O_RDONLY);
  fs.closeSync(holder);
  fs.unlinkSync(name);
  return { read, write };
}

export class Host {
  /**
   * @param {{command: string[], argv: string[], env: object, folder: string, timeout: number,
   *          stdio?: {stdin?: string, stdout?: string, stderr?: string}}} options
   *   stdio: "null" for /dev/null, "closed" for no descriptor at all.
   */
  constructor(options) {
    this.timeout = options.timeout;
    this.stderr = '';
    this.frames = [];
    this.waiting = [];
    this.reader = new FrameReader(body => this.#arrived(body));
    const stdio = options.stdio ?? {};
    const input = stdio.stdin ? undefined : makePipe(options.folder);
    const output = stdio.stdout ? undefined : makePipe(options.folder);
    let [file, ...args] = [...options.command, ...options.argv];
    const closing = ['stdin', 'stdout', 'stderr']
      .map((name, fd) => (stdio[name] === 'closed' ? (fd === 0 ? '<&-' : `${fd}>&-`) : ''))
      .join(' ')
      .trim();
    if (closing) {
      args = ['-c', `exec "$0" "$@" ${closing}`, file, ...args];
      file = '/bin/sh';
    }
    this.child = spawn(file, args, {
      cwd: path.dirname(path.resolve(options.command.at(-1))),
      env: options.env,
      stdio: [input?.read ?? 'ignore', output?.write ?? 'ignore', stdio.stderr ? 'ignore' : 'pipe'],
    });
    if (input) {
      fs.closeSync(input.read);
      this.stdin = new net.Socket({ fd: input.write, readable: false, writable: true });
      this.stdin.on('error', error => {
        this.stdinError = error.code;
      });
    }
    if (output) {
      fs.closeSync(output.write);
      this.stdout = new net.Socket({ fd: output.read, readable: true, writable: false });
      this.stdout.on('data', chunk => this.reader.push(chunk));
      this.stdout.on('error', () => {});
    }
    const ended = stream => new Promise(done => (stream ? stream.once('close', done) : done()));
    const drained = [ended(this.stdout), ended(this.child.stderr)];
    this.child.stderr?.on('data', chunk => {
      this.stderr += chunk;
    });
    this.exited = new Promise(resolve => {
      this.child.once('error', error => {
        this.stderr += error.message;
        resolve({ code: null, error: error.code });
      });
      this.child.once('exit', (code, signal) =>
        Promise.all(drained).then(() => resolve(signal ? { signal } : { code })),
      );
    }).then(status => {
      this.status = status;
      this.waiting.splice(0).forEach(wake => wake());
      return status;
    });
  }

  #arrived(body) {
    this.frames.push(body);
    this.waiting.splice(0).forEach(wake => wake());
  }

  /**
   * Writes bytes; with `cuts`, in chunks, each handed over only once the host has taken the one
   * before.
   */
  async write(bytes, cuts = []) {
    const ends = [...cuts, bytes.length];
    let from = 0;
    for (const end of ends) {
      const chunk = bytes.subarray(from, end);
      from = end;
      if (chunk.length) await new Promise(done => this.stdin.write(chunk, done));
      if (end !== bytes.length) await this.#hasTakenAll();
    }
  }

  /**
   * A process that sleeps has read all there was: what is written to a pipe wakes its reader. Linux
   * tells who sleeps; elsewhere the next chunk is just sent.
   */
  async #hasTakenAll() {
    const sleeps = () => {
      try {
        return /^.*\) S /s.test(fs.readFileSync(`/proc/${this.child.pid}/stat`, 'latin1'));
      } catch {
        return true;
      }
    };
    await until(() => this.status || sleeps(), this.timeout, 'the host to read what was sent');
  }

  /** The next frame's body as bytes; fails when the host ends or stays silent. */
  async next() {
    await this.#until(() => this.frames.length > 0 || this.status, 'a frame from the host');
    if (!this.frames.length)
      throw new Error(`no frame: the host ended with ${JSON.stringify(this.status)}`);
    return this.frames.shift();
  }

  async exit() {
    await this.#until(() => this.status, 'the host to end');
    return this.status;
  }

  #until(condition, what) {
    if (condition()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`waited ${this.timeout} ms for ${what}`)),
        this.timeout,
      );
      const check = () => {
        if (!condition()) {
          this.waiting.push(check);
          return;
        }
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push(check);
    });
  }

  closeStdin() {
    return new Promise(done => {
      if (!this.stdin || this.stdin.destroyed) {
        done();
        return;
      }
      this.stdin.once('close', done);
      this.stdin.end(() => this.stdin.destroy());
      if (this.stdinError) this.stdin.destroy();
    });
  }

  closeStdout() {
    return new Promise(done => {
      this.stdout.once('close', done);
      this.stdout.destroy();
    });
  }

  signal(name) {
    this.child.kill(name);
  }

  /** Ends the process whatever happens; for the clean-up of a failed case. */
  async kill() {
    if (!this.status) this.child.kill('SIGKILL');
    this.stdin?.destroy();
    this.stdout?.destroy();
    await this.exited;
  }
}

/** Looks again on every turn of the event loop until `condition` holds. */
export async function until(condition, timeout, what) {
  const end = Date.now() + timeout;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise(done => setTimeout(done, 2));
  }
}
