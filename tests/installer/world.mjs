// A throw-away computer for black-box tests of the built command: a home, a root for system files,
// a copy of the programs. Folder names have a space and letters outside ASCII, as real ones have.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const built = process.env.OPTOUTLOG_BIN ?? path.join(root, 'build/release/bin');
export const ids = JSON.parse(readFileSync(path.join(root, 'manifests/ids.json'), 'utf8'));
/** Family → who may call the hosts, as its manifests name them. */
export const callers = {
  chromium: ids.chromium.map(id => `chrome-extension://${id}/`),
  firefox: ids.firefox,
};
export const table = JSON.parse(
  readFileSync(path.join(root, 'manifests/browsers.json'), 'utf8'),
).browsers;
export const onLinux = table.filter(browser => browser.linux);

export class Computer {
  /**
   * `as`: the user and group ids whose computer this is; needs root. `prefix` of the folder's path;
   * six letters of chance follow.
   */
  constructor({ policy = false, as = null, prefix = path.join(tmpdir(), 'optoutlog tést ') } = {}) {
    this.path = mkdtempSync(prefix);
    this.as = as;
    for (const name of ['home', 'root', 'bin']) mkdirSync(this.at(name));
    this.build();
    // The policy host is optional; where a test wants it and it is not built, the record host
    // stands in at its place.
    if (policy) {
      const program = existsSync(path.join(built, 'optoutlog-policy'))
        ? 'optoutlog-policy'
        : 'optoutlog-host';
      copyFileSync(path.join(built, program), this.at('bin/optoutlog-policy'));
      chmodSync(this.at('bin/optoutlog-policy'), 0o755);
    }
    this.env = { HOME: this.at('home'), PATH: this.at('bin'), LANG: 'C.UTF-8' };
  }

  /** Puts the built programs there, as they are. */
  build() {
    for (const program of ['optoutlog', 'optoutlog-host']) {
      rmSync(this.at('bin', program), { force: true });
      copyFileSync(path.join(built, program), this.at('bin', program));
      chmodSync(this.at('bin', program), 0o755);
    }
  }

  /** Undoes what a failure did: programs, log and registration are as on the first day. */
  heal() {
    this.build();
    for (const folder of [
      'home/.local/share/optoutlog',
      'home/.config/chromium/NativeMessagingHosts',
      'home/.mozilla/native-messaging-hosts',
    ]) {
      rmSync(this.at(folder), { recursive: true, force: true });
    }
    rmSync(this.at('closed'), { recursive: true, force: true });
    this.own();
    this.ok(['register', '--browser', 'chromium', '--browser', 'firefox']);
  }

  /** Our files below a folder, as full paths. */
  written(folder) {
    return readdirSync(this.at(folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.startsWith('org.optoutlog.'))
      .map(entry => path.join(entry.parentPath ?? entry.path, entry.name));
  }

  /** Gives everything to the computer's user. */
  own() {
    if (this.as) spawnSync('chown', ['-R', `${this.as.uid}:${this.as.gid}`, this.path]);
  }

  /** A program that runs `program` as the computer's user. */
  personal(program) {
    if (!this.as) return program;
    const { uid, gid } = this.as;
    const file = this.at('bin', `as-user-${path.basename(program)}`);
    // The driver, who is root, has put files into the home.
    writeFileSync(
      file,
      `#!/bin/sh\nchown -R ${uid}:${gid} "$HOME"\nexec setpriv --reuid=${uid} --regid=${gid} ` +
        `--clear-groups '${program}' "$@"\n`,
      { mode: 0o755 },
    );
    return file;
  }

  at(...names) {
    return path.join(this.path, ...names);
  }

  /** Runs `optoutlog`; system places lie below this computer's root. */
  run(args, { env = {}, umask = null } = {}) {
    const [command, ...rest] = args;
    const rooted =
      ['register', 'unregister', 'doctor'].includes(command) && !rest.includes('--root')
        ? [command, '--root', this.at('root'), ...rest]
        : args;
    const options = {
      ...this.as,
      env: { ...this.env, ...env },
      encoding: 'utf8',
      cwd: this.at('home'),
      timeout: 120_000,
    };
    return umask === null
      ? spawnSync(this.at('bin/optoutlog'), rooted, options)
      : spawnSync(
          '/bin/sh',
          ['-c', `umask ${umask}; exec "$0" "$@"`, this.at('bin/optoutlog'), ...rooted],
          options,
        );
  }

  ok(args, options) {
    const result = this.run(args, options);
    if (result.status !== 0)
      throw new Error(
        `${args.join(' ')} ended with ${result.status}: ${result.stdout}${result.stderr}`,
      );
    return result.stdout;
  }

  /** `doctor --json`, and its exit status. */
  doctor(args = [], options) {
    const result = this.run(['doctor', '--json', ...args], options);
    if (!result.stdout) throw new Error(`doctor said nothing: ${result.status} ${result.stderr}`);
    return { status: result.status, ...JSON.parse(result.stdout) };
  }

  make(...names) {
    mkdirSync(this.at(...names), { recursive: true });
    return this.at(...names);
  }

  write(name, bytes, mode = 0o644) {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), bytes);
    chmodSync(this.at(name), mode);
    return this.at(name);
  }

  read(name) {
    return readFileSync(this.at(name));
  }

  /** Every path below `name` with its mode and bytes; a link with its target. */
  tree(name) {
    const result = {};
    const walk = folder => {
      for (const entry of readdirSync(folder).sort()) {
        const full = path.join(folder, entry);
        const info = lstatSync(full);
        const key = path.relative(this.path, full);
        result[key] = info.isSymbolicLink()
          ? `-> ${readlinkSync(full)}`
          : (info.mode & 0o7777).toString(8) +
            (info.isFile() ? `:${readFileSync(full).toString('hex')}` : '/');
        if (info.isDirectory()) walk(full);
      }
    };
    walk(this.at(name));
    return result;
  }

  /** Makes the folders by which each browser of the table is found. */
  install(browsers) {
    for (const browser of browsers) {
      const first = browser.linux.detect.find(place => place.startsWith('{'));
      mkdirSync(this.fill(first, browser), { recursive: true });
    }
  }

  /** Fills in the words of the table, as its own text describes them. */
  fill(text, _browser) {
    const filled = text
      .replace('{home}', this.at('home'))
      .replace('{config}', this.at('home/.config'));
    return text.startsWith('{') ? filled : path.join(this.at('root'), filled);
  }

  remove() {
    for (const name of ['home', 'root', 'bin']) spawnSync('chmod', ['-R', 'u+rwx', this.at(name)]);
    rmSync(this.path, { recursive: true, force: true });
  }
}
