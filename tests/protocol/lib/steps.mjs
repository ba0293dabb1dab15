// What each kind of step of a case does. A step is an object whose first key names the kind.
import fs from 'node:fs';
import path from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { frame } from './frames.mjs';
import { differences, expand } from './values.mjs';

const SQL = fileURLToPath(new URL('./sql.py', import.meta.url));

export class Mismatch extends Error {
  constructor(problems, expected, got) {
    super(problems.join('\n'));
    this.expected = expected;
    this.got = got;
  }
}

const compare = (expected, got, scope) => {
  const problems = differences(expected, got, scope);
  if (problems.length) throw new Mismatch(problems, expand(expected, scope), got);
};

const asError = (step, id) => ({
  jsonrpc: '2.0',
  id,
  result: '$absent',
  error: {
    code: step.code ?? '$int',
    message: '$string',
    data: { name: step.error, ...step.data },
  },
});

/** Bytes with the header that the step asks for, cut where it says. */
async function put(run, step, body) {
  const host = run.host(step.host);
  let bytes = body;
  if (step.header !== 'none') {
    const header = typeof step.header === 'string' ? Number.parseInt(step.header, 16) : step.header;
    bytes = frame(body, header);
  }
  if (step.keep !== undefined) bytes = bytes.subarray(0, step.keep);
  const cuts = step.split === 'every' ? [...bytes.keys()].slice(1) : (step.split ?? []);
  run.log(
    'sent',
    bytes.length > 4000
      ? `${bytes.length} bytes: ${bytes.toString('latin1', 0, 200)}…`
      : bytes.toString('utf8'),
  );
  await host.write(bytes, cuts);
}

async function nextJson(run, step) {
  const body = await run.host(step.host).next();
  const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  run.log('got', text.length > 4000 ? `${body.length} bytes: ${text.slice(0, 2000)}…` : text);
  if (step.size) compare(step.size, body.length, run.scope);
  return JSON.parse(text);
}

function sql(run, ...args) {
  const done = spawnSync('python3', ['-I', SQL, ...args.map(arg => expand(arg, run.scope))], {
    cwd: run.scope.data,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`python3 sql.py ${args.join(' ')}: ${done.stderr}`);
  return JSON.parse(done.stdout);
}

export const STEPS = {
  /**
   * Starts a host by name, where its argv, env or stdio differ from the case's. Others start by
   * themselves.
   */
  async start(run, step) {
    run.launch(step.start, { ...run.test, ...step });
  },

  async send(run, step) {
    await put(run, step, Buffer.from(JSON.stringify(expand(step.send, run.scope))));
  },
  async sendText(run, step) {
    const text = Array.isArray(step.sendText)
      ? step.sendText.map(part => expand(part, run.scope)).join('')
      : expand(step.sendText, run.scope);
    await put(run, step, Buffer.from(text));
  },
  async sendHex(run, step) {
    const parts = [step.sendHex]
      .flat()
      .map(part => expand(part, run.scope))
      .join('')
      .replace(/\s/g, '');
    await put(run, { header: 'none', ...step }, Buffer.from(parts, 'hex'));
  },
  /** Several frames in one write. */
  async sendTogether(run, step) {
    const frames = step.sendTogether.map(each =>
      frame(Buffer.from(typeof each === 'string' ? each : JSON.stringify(expand(each, run.scope)))),
    );
    await put(run, { ...step, header: 'none' }, Buffer.concat(frames));
  },
  /**
   * Sends a request that is `size` bytes long in all, filled up by a member `pad` of its params.
   */
  async sendSized(run, step) {
    const request = expand(step.sendSized, run.scope);
    request.params = { ...request.params, pad: '' };
    request.params.pad = 'x'.repeat(step.size - Buffer.byteLength(JSON.stringify(request)));
    await put(run, step, Buffer.from(JSON.stringify(request)));
  },

  async expect(run, step) {
    compare(step.expect, await nextJson(run, step), run.scope);
  },
  async expectError(run, step) {
    compare(
      asError({ ...step, error: step.expectError }, step.id ?? null),
      await nextJson(run, step),
      run.scope,
    );
  },

  /** A request and its answer in one step: `result` or `error` says what is expected. */
  async call(run, step) {
    const id = ++run.lastId;
    await put(
      run,
      step,
      Buffer.from(
        JSON.stringify(
          expand(
            { jsonrpc: '2.0', id, method: step.call, params: step.params ?? '$absent' },
            run.scope,
          ),
        ),
      ),
    );
    const got = await nextJson(run, step);
    if (step.error) compare(asError(step, id), got, run.scope);
    else
      compare(
        { jsonrpc: '2.0', id, error: '$absent', result: step.result ?? '$any' },
        got,
        run.scope,
      );
  },
  /** Asks page after page until `next` is null; compares the pages' lists joined together. */
  async pages(run, step) {
    const { list, cursor } = step;
    let params = { ...step.params };
    let all = [];
    let count = 0;
    for (;;) {
      const id = ++run.lastId;
      await put(
        run,
        step,
        Buffer.from(
          JSON.stringify(expand({ jsonrpc: '2.0', id, method: step.pages, params }, run.scope)),
        ),
      );
      const { result, error } = await nextJson(run, step);
      if (error) throw new Mismatch([`page ${count + 1} is an error`], step, error);
      count += 1;
      const part = list.split('.').reduce((value, key) => value?.[key], result);
      all = typeof part === 'string' ? [...all, part] : all.concat(part);
      if (result.next === null || result.next === undefined) break;
      if (count > (step.atMost ?? 1000)) throw new Error(`more than ${step.atMost ?? 1000} pages`);
      params = { ...step.params, [cursor]: result.next };
    }
    if (step.count !== undefined) compare(step.count, count, run.scope);
    if (step.minCount !== undefined && count < step.minCount)
      throw new Error(`expected at least ${step.minCount} pages, came ${count}`);
    if (step.unique)
      compare(all.length, new Set(all.map(item => item[step.unique])).size, run.scope);
    if (step.result) compare(step.result, all, run.scope);
    if (step.save) run.scope.saved[step.save] = all.join('');
  },
  /** Saved texts put together, changed, looked at. */
  async join(run, step) {
    run.scope.saved[step.save] = step.join.map(name => run.scope.saved[name]).join('');
  },
  async alter(run, step) {
    const text = run.scope.saved[step.alter];
    const find = expand(step.find, run.scope);
    if (!text.includes(find)) throw new Error(`${step.alter} has no ${find}`);
    run.scope.saved[step.save] = text.replace(find, () => expand(step.with, run.scope));
  },
  async json(run, step) {
    compare(step.result, JSON.parse(run.scope.saved[step.json]), run.scope);
  },
  async text(run, step) {
    const text = run.scope.saved[step.text];
    for (const part of [step.has ?? []].flat())
      if (!text.includes(part)) throw new Error(`${step.text} lacks ${part}`);
    for (const part of [step.lacks ?? []].flat())
      if (text.includes(part)) throw new Error(`${step.text} has ${part}`);
    if (step.lines) compare(step.lines, text.split('\n').length, run.scope);
  },

  async close(run, step) {
    if (step.close === 'stdout') await run.host(step.host).closeStdout();
    else await run.host(step.host).closeStdin();
  },
  async exit(run, step) {
    compare(
      typeof step.exit === 'number' ? { code: step.exit } : step.exit,
      await run.host(step.host).exit(),
      run.scope,
    );
  },
  /** "off": nobody reads the host's stdout, so that its pipe fills; "on" reads again. */
  async reading(run, step) {
    const { stdout } = run.host(step.host);
    if (step.reading === 'off') stdout.pause();
    else stdout.resume();
  },
  async signal(run, step) {
    run.host(step.host).signal(step.signal);
  },
  async stderr(run, step) {
    await run.host(step.host).exit();
    compare({ $match: step.stderr }, run.host(step.host).stderr, run.scope);
  },

  /**
   * A fact about a file in the data folder (or at an absolute path): exists, mode (Windows has
   * none), missing.
   */
  async file(run, step) {
    const file = path.resolve(run.scope.data, expand(step.file, run.scope));
    const there = fs.existsSync(file);
    compare(step.exists ?? true, there, run.scope);
    if (step.mode && run.options.platform !== 'windows')
      compare(step.mode, (fs.statSync(file).mode & 0o777).toString(8).padStart(4, '0'), run.scope);
    if (step.same)
      compare(run.scope.saved[step.same], fs.readFileSync(file).toString('hex'), run.scope);
    if (step.save) run.scope.saved[step.save] = fs.readFileSync(file).toString('hex');
    if (step.lacks)
      compare(
        -1,
        fs.readFileSync(file).indexOf(Buffer.from(expand(step.lacks, run.scope))),
        run.scope,
      );
  },
  /**
   * Puts a file there: text or hex; `at` with hex overwrites bytes at that offset of an existing
   * file.
   */
  async write(run, step) {
    const file = path.resolve(run.scope.data, expand(step.write, run.scope));
    const bytes = step.hex === undefined ? Buffer.from(step.text) : Buffer.from(step.hex, 'hex');
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    if (step.at === undefined) {
      fs.writeFileSync(file, bytes, { mode: 0o600 });
      return;
    }
    const fd = fs.openSync(file, 'r+');
    fs.writeSync(fd, bytes, 0, bytes.length, step.at);
    fs.closeSync(fd);
  },
  async truncate(run, step) {
    const file = path.resolve(run.scope.data, step.truncate);
    fs.truncateSync(file, Math.floor(fs.statSync(file).size * step.to));
  },
  async copy(run, step) {
    const to = path.resolve(run.scope.data, expand(step.to, run.scope));
    fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
    fs.copyFileSync(path.resolve(run.scope.data, step.copy), to);
    fs.chmodSync(to, 0o600);
  },
  async link(run, step) {
    fs.mkdirSync(run.scope.data, { recursive: true, mode: 0o700 });
    fs.symlinkSync(expand(step.to, run.scope), path.resolve(run.scope.data, step.link));
  },
  async remove(run, step) {
    fs.rmSync(path.resolve(run.scope.data, step.remove), { recursive: true });
  },
  async chmod(run, step) {
    fs.chmodSync(path.resolve(run.scope.data, step.chmod), Number.parseInt(step.mode, 8));
  },

  /**
   * Runs SQL on a database by Python's sqlite3 module, as another program on the same file would.
   */
  async sql(run, step) {
    const { rows, error } = sql(run, 'run', 'record.db', step.sql);
    if (Boolean(error) !== Boolean(step.fails))
      throw new Error(error ?? `the database let this through: ${step.sql}`);
    if (step.result) compare(step.result, rows, run.scope);
  },
  /**
   * The same by somebody who first removes the triggers that stand in the way, and puts them back.
   */
  async tamper(run, step) {
    const { error } = sql(run, 'tamper', 'record.db', step.tamper);
    if (error) throw new Error(error);
  },
  /** Another process takes the database's lock and keeps it until `unlock`. */
  async lock(run, step) {
    run.holder = spawn('python3', ['-I', SQL, 'hold', 'record.db', step.lock], {
      cwd: run.scope.data,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(run.holder.stdout, 'data');
  },
  async unlock(run) {
    const ended = once(run.holder, 'exit');
    run.holder.stdin.end();
    await ended;
    run.holder = undefined;
  },
};

/** The kind of a step, or a complaint for the author of the case. */
export function kindOf(step) {
  const kind = Object.keys(step)[0];
  if (!(kind in STEPS))
    throw new Error(
      `unknown kind of step: ${JSON.stringify(kind)}; known: ${Object.keys(STEPS).join(', ')}`,
    );
  return kind;
}
