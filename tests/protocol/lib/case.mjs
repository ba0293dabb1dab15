// A case file: loading it, saying what is wrong with it, running it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { Host } from './host.mjs';
import { expand } from './values.mjs';
import { STEPS, kindOf } from './steps.mjs';

/** How each browser starts a host: field notes on native messaging, section 3. */
const CALLERS = {
  'chromium-linux': ['chrome-extension://$chromium/'],
  'chromium-windows': ['chrome-extension://$chromium/', '--parent-window=0'],
  'firefox-linux': ['$home/.mozilla/native-messaging-hosts/org.optoutlog.host.json', '$firefox'],
  shell: [],
};

const KNOWN = new Set(['name', 'why', 'source', 'caller', 'argv', 'env', 'stdio', 'only', 'steps']);

/** @returns {{file: string, name: string, why: string, steps: object[]}} */
export function loadCase(file) {
  const test = JSON.parse(fs.readFileSync(file, 'utf8'));
  const complain = text => {
    throw new Error(`${path.basename(file)}: ${text}`);
  };
  for (const key of Object.keys(test)) if (!KNOWN.has(key)) complain(`unknown member ${key}`);
  if (!test.name || !test.why) complain('name and why are needed');
  if (!Array.isArray(test.steps) || !test.steps.length) complain('steps are needed');
  if (test.caller && !(test.caller in CALLERS)) complain(`unknown caller ${test.caller}`);
  test.steps.forEach(step => kindOf(step));
  return { ...test, file };
}

/** One run of a case in a data folder of its own. */
export class Run {
  constructor(test, options) {
    this.test = test;
    this.options = options;
    this.root = fs.mkdtempSync(path.join(options.scratch ?? os.tmpdir(), 'optoutlog-case-'));
    this.hosts = new Map();
    this.lastId = 0;
    this.transcript = [];
    const home = path.join(this.root, 'home');
    fs.mkdirSync(home);
    this.scope = {
      now: () => Date.now(),
      started: Date.now(),
      secret: randomBytes(16).toString('hex'),
      saved: {},
      ids: options.ids,
      home,
      data: path.join(this.root, 'data'),
    };
    this.scope.home = home;
  }

  log(direction, text) {
    this.transcript.push(`${direction}: ${text}`);
  }

  launch(name, test) {
    const argv = (test.argv ?? CALLERS[test.caller ?? 'chromium-linux']).map(arg =>
      expand(arg, this.scope),
    );
    // The bare environment of a program started from a desktop; a case adds to it, or takes away
    // with
    // null.
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: this.scope.home,
      OPTOUTLOG_DATA: this.scope.data,
      ...this.options.env,
    };
    for (const [key, value] of Object.entries(test.env ?? {})) {
      if (value === null) delete env[key];
      else env[key] = expand(value, this.scope);
    }
    const host = new Host({
      command: this.options.command,
      argv,
      env,
      folder: this.root,
      timeout: this.options.timeout,
      stdio: test.stdio,
    });
    this.hosts.set(name, host);
    return host;
  }

  /** The host of that name; it is started when first spoken to. */
  host(name = 'host') {
    return this.hosts.get(name) ?? this.launch(name, this.test);
  }

  /** @returns {{ok: boolean, problem?: string}} */
  async run() {
    let index = 0;
    try {
      for (const step of this.test.steps) {
        index += 1;
        await STEPS[kindOf(step)](this, step);
      }
      index = 0;
      for (const [name, host] of this.hosts) await this.#finish(name, host);
      return { ok: true };
    } catch (error) {
      return { ok: false, problem: this.#tell(error, index) };
    } finally {
      this.holder?.kill();
      for (const host of this.hosts.values()) await host.kill();
      if (!this.options.keep) fs.rmSync(this.root, { recursive: true, force: true });
    }
  }

  /**
   * After the last step: no more input, a clean end, and nothing on stdout that was not asked for.
   */
  async #finish(name, host) {
    await host.closeStdin();
    const ended = await host.exit();
    const said = this.test.steps.some(step => 'exit' in step && (step.host ?? 'host') === name);
    if (!said && ended.code !== 0)
      throw new Error(
        `host ${name}: expected exit status 0 at the end of input, got ${JSON.stringify(ended)}`,
      );
    if (host.frames.length)
      throw new Error(
        `host ${name}: a frame that nobody asked for: ` +
          `${host.frames[0].toString('utf8').slice(0, 500)}`,
      );
    if (host.reader.problem) throw new Error(`host ${name}: ${host.reader.problem}`);
    if (host.reader.rest.length)
      throw new Error(
        `host ${name}: ${host.reader.rest.length} bytes on stdout that are no frame: ` +
          `${JSON.stringify(host.reader.rest.toString('latin1', 0, 100))}`,
      );
    if (/AddressSanitizer|LeakSanitizer|runtime error:/.test(host.stderr))
      throw new Error(`host ${name}: a sanitizer spoke`);
  }

  #tell(error, index) {
    const step = this.test.steps[index - 1];
    const lines = [
      index ? `step ${index}: ${JSON.stringify(step).slice(0, 400)}` : 'after the last step',
      error.message,
    ];
    if (error.name === 'TypeError' || error.name === 'ReferenceError') lines.push(error.stack);
    if ('expected' in error)
      lines.push(
        `expected: ${JSON.stringify(error.expected)}`,
        `got:      ${JSON.stringify(error.got)}`,
      );
    lines.push(...this.transcript.slice(-6).map(line => `  ${line.slice(0, 1500)}`));
    for (const [name, host] of this.hosts)
      if (host.stderr) lines.push(`stderr of ${name}: ${host.stderr.slice(-1500)}`);
    return lines.join('\n    ');
  }
}
