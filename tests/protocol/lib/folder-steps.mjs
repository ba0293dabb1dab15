// Steps at the data folder: files are looked at and changed, another program is at the database.
import fs from 'node:fs';
import path from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compare } from './compare.mjs';
import { expand } from './values.mjs';

const SQL = fileURLToPath(new URL('./sql.py', import.meta.url));

function sql(run, ...args) {
  const done = spawnSync('python3', ['-I', SQL, ...args.map(arg => expand(arg, run.scope))], {
    cwd: run.scope.data,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`python3 sql.py ${args.join(' ')}: ${done.stderr}`);
  return JSON.parse(done.stdout);
}

export const FOLDER_STEPS = {
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
