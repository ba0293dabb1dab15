// The Windows programs under Wine, and the registry and the files that they leave there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from '../installer/world.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const bin = process.env.OPTOUTLOG_WINDOWS_BIN ?? path.join(root, 'build/windows/bin');
const prefix = process.env.OPTOUTLOG_WINE ?? path.join(root, 'build/wine');
export const onWindows = table.filter(
  browser => browser.windows && !browser.only_named && browser.works !== 'no',
);

/** @returns {string | false} what is not there that these tests need */
export function missing() {
  for (const name of ['optoutlog', 'optoutlog-host', 'optoutlog-policy'])
    if (!existsSync(path.join(bin, `${name}.exe`)))
      return `${name}.exe is not built (packaging/windows/build.sh)`;
  return existsSync(path.join(prefix, 'drive_c'))
    ? false
    : 'no Wine prefix (tests/windows/prefix.sh)';
}

/** Runs a program under Wine. */
export function wine(program, args = [], { input, env = {} } = {}) {
  const result = spawnSync(path.join(root, 'tests/windows/wine.sh'), [program, ...args], {
    input,
    env: { ...process.env, OPTOUTLOG_WINE: prefix, ...env },
    encoding: input ? 'buffer' : 'utf8',
    timeout: 300_000,
    cwd: bin,
  });
  return {
    status: result.status,
    stdout: input ? result.stdout : result.stdout.replaceAll('\r', ''),
    stderr: String(result.stderr).replaceAll('\r', ''),
  };
}
export const optoutlog = (...args) => wine(path.join(bin, 'optoutlog.exe'), args);
/** What `optoutlog` says, which has to succeed. */
export function ok(...args) {
  const result = optoutlog(...args);
  assert.equal(result.status, 0, `${args.join(' ')}: ${result.stdout}${result.stderr}`);
  return result.stdout;
}
export const reg = (...args) => wine('reg', args);
/** The whole of our part of the registry, as text: every key that a row of the table names. */
export function registry(hive) {
  const keys = new Set(
    onWindows.flatMap(browser =>
      [...browser.windows.user, ...browser.windows.system].map(({ key }) => key),
    ),
  );
  return [...keys]
    .sort()
    .map(key => {
      const { status, stdout } = reg('query', `${hive}\\${key}`, '/s');
      return `${key}: ${status} ${status === 0 ? stdout : ''}`;
    })
    .join('\n');
}
/** The default value of a key, or null. */
export function value(key) {
  const { status, stdout } = reg('query', key, '/ve');
  return status === 0 ? (/REG_SZ\s+(.+)$/m.exec(stdout)?.[1].trim() ?? null) : null;
}
/** A Windows path as this system's. */
export const native = text =>
  text.startsWith('Z:')
    ? text.slice(2).replaceAll('\\', '/')
    : path.join(
        prefix,
        'dosdevices',
        text[0].toLowerCase() + ':',
        text.slice(3).replaceAll('\\', '/'),
      );
